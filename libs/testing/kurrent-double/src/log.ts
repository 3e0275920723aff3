// What a KurrentDB server keeps: one log of all streams, whose positions are offsets in its file.

export type Proposed = Readonly<{
  id: string;
  type: string;
  contentType: string;
  data: Uint8Array;
  metadata: Uint8Array;
}>;

/** An event in its place. Data and metadata may be replaced, as a damaged disk would. */
export type LogRecord = Omit<Proposed, 'data' | 'metadata'> & {
  readonly stream: string;
  readonly revision: number;
  readonly position: bigint;
  readonly created: Date;
  data: Uint8Array;
  metadata: Uint8Array;
};

export type Expected = 'any' | 'no_stream' | 'stream_exists' | bigint;
export type Written = Readonly<{ revision: number; position: bigint }>;

export class WrongExpectedVersion extends Error {
  override readonly name = 'WrongExpectedVersion';

  constructor(
    readonly expected: Expected,
    readonly actual: number,
  ) {
    super('WrongExpectedVersion');
  }
}

/** Stands for the header of a record: positions are not dense. */
const HEADER = 100;

export class KurrentLog {
  readonly records: LogRecord[] = [];
  private readonly streams = new Map<string, LogRecord[]>();
  private readonly waiting = new Set<() => void>();

  constructor(private end: bigint) {}

  streamOf(name: string): readonly LogRecord[] {
    return this.streams.get(name) ?? [];
  }

  /** The index of the first record at a position or behind it. */
  indexOf(position: bigint): number {
    let [low, high] = [0, this.records.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.records[middle]?.position ?? position) < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Appends all or none. Answers the same ids in the same place as the first time. Throws WrongExpectedVersion. */
  append(stream: string, expected: Expected, proposed: readonly Proposed[]): Written {
    const records = this.streamOf(stream);
    const earlier = writtenBefore(records, expected, proposed);
    if (earlier) return earlier;
    const actual = lastRevision(records);
    if (!isMet(expected, actual)) throw new WrongExpectedVersion(expected, actual);
    return this.write(stream, proposed);
  }

  /** Forgets a stream's events before a revision, as an operator can have it. */
  truncate(stream: string, before: number): void {
    this.streams.set(
      stream,
      this.streamOf(stream).filter(({ revision }) => revision >= before),
    );
  }

  /** Resolves with the next write, or when `stop` is called. */
  next(): { written: Promise<void>; stop: () => void } {
    let stop = (): void => undefined;
    const written = new Promise<void>((resolve) => {
      stop = () => {
        this.waiting.delete(stop);
        resolve();
      };
      this.waiting.add(stop);
    });
    return { written, stop };
  }

  private write(stream: string, proposed: readonly Proposed[]): Written {
    const records = [...this.streamOf(stream)];
    let position = this.end;
    for (const event of proposed) {
      position = this.end;
      const record = { ...event, stream, revision: lastRevision(records) + 1, position, created: new Date() };
      records.push(record);
      this.records.push(record);
      this.end += BigInt(HEADER + event.data.length + event.metadata.length);
    }
    this.streams.set(stream, records);
    for (const wake of [...this.waiting]) wake();
    return { revision: lastRevision(records), position };
  }
}

const lastRevision = (records: readonly LogRecord[]): number => records.at(-1)?.revision ?? -1;

const isMet = (expected: Expected, actual: number): boolean => {
  if (expected === 'any') return true;
  if (expected === 'no_stream') return actual < 0;
  if (expected === 'stream_exists') return actual >= 0;
  return expected === BigInt(actual);
};

const placeAfter = (records: readonly LogRecord[], expected: Expected, first: string): number => {
  if (expected === 'any' || expected === 'stream_exists') return records.findIndex(({ id }) => id === first);
  const next = expected === 'no_stream' ? 0 : Number(expected) + 1;
  return records.findIndex(({ revision }) => revision === next);
};

const writtenBefore = (
  records: readonly LogRecord[],
  expected: Expected,
  proposed: readonly Proposed[],
): Written | undefined => {
  const place = placeAfter(records, expected, proposed[0]?.id ?? '');
  if (place < 0) return undefined;
  const there = records.slice(place, place + proposed.length);
  const last = there.at(-1);
  const same = there.length === proposed.length && there.every(({ id }, i) => id === proposed[i]?.id);
  return same ? last : undefined;
};
