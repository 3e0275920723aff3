export type Invariant = 'D1' | 'D2' | 'D3' | 'D4' | 'B1' | 'B2' | 'P1' | 'P2';

/** One place where an invariant does not hold. */
export type Finding = Readonly<{ invariant: Invariant; subject: string; detail: string }>;

/** What looking after one invariant has shown. It holds when there are no findings. */
export type Check = Readonly<{
  invariant: Invariant;
  /** The invariant as a sentence. */
  promise: string;
  /** What was looked at, by name. */
  counts: Readonly<Record<string, number>>;
  /** By name; those of one check are equal when it holds. */
  checksums: Readonly<Record<string, string>>;
  findings: readonly Finding[];
}>;

const PROMISES: Readonly<Record<Invariant, string>> = {
  D1: 'an acknowledged event is there, byte for byte',
  D2: 'an append is whole or absent',
  D3: 'positions rise, and each stream is numbered without a gap',
  D4: 'a command takes effect once per stream and caller',
  B1: 'the bus has the events of the store, withheld ones as such',
  B2: 'the bus has each stream in order',
  P1: 'the rows are the fold of the log',
  P2: 'the log is the bus, and every event up to a checkpoint is applied or parked',
};

/** Gathers what one check finds. */
export class Inquiry {
  private readonly findings: Finding[] = [];
  private readonly counts = new Map<string, number>();
  private readonly checksums = new Map<string, string>();

  constructor(private readonly invariant: Invariant) {}

  count(name: string, by = 1): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + by);
  }

  sum(name: string, checksum: string): void {
    this.checksums.set(name, checksum);
  }

  find(subject: string, detail: string): void {
    this.findings.push({ invariant: this.invariant, subject, detail });
  }

  result(): Check {
    return {
      invariant: this.invariant,
      promise: PROMISES[this.invariant],
      counts: Object.fromEntries(this.counts),
      checksums: Object.fromEntries(this.checksums),
      findings: this.findings,
    };
  }
}
