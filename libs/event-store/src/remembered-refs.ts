const MOST = 10_000;

type Remembered = Readonly<{ ref: string; until: number }>;

/** References that were looked up lately, so that a command costs no look into where they are kept. */
export class RememberedRefs {
  private readonly refs = new Map<string, Remembered>();
  private forgotten = 0;

  /** `forMs`: for how long a reference is taken for good, where somebody else may forget a subject. */
  constructor(private readonly forMs = Number.POSITIVE_INFINITY) {}

  get(subject: string): string | undefined {
    const found = this.refs.get(subject);
    return found && performance.now() < found.until ? found.ref : undefined;
  }

  /** To be called before the look: what it answers remembers the reference, unless a subject was forgotten meanwhile. */
  looking(): (subject: string, ref: string) => void {
    const { forgotten } = this;
    return (subject, ref) => {
      if (forgotten !== this.forgotten) return;
      if (this.refs.size >= MOST) this.refs.clear();
      this.refs.set(subject, { ref, until: performance.now() + this.forMs });
    };
  }

  forget(subject: string): void {
    this.forgotten += 1;
    this.refs.delete(subject);
  }

  clear(): void {
    this.forgotten += 1;
    this.refs.clear();
  }
}
