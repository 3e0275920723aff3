type Seen = Readonly<{ end: number; at: number }>;

const MOST_SEEN = 200;

/**
 * Tells for how long a reader has been behind a log whose events it has not seen: it remembers when it saw the log end
 * where. As exact as it is asked often.
 */
export class Arrears {
  private readonly logs = new Map<string, Seen[]>();

  /** `now` in milliseconds, from any start. */
  constructor(private readonly now: () => number = () => performance.now()) {}

  /** Seconds since the oldest place that is not reached was first seen. `reached` and `end` are the places after the last. */
  seconds(log: string, reached: number, end: number): number {
    const at = this.now();
    const open = (this.logs.get(log) ?? []).filter((seen) => seen.end > reached);
    if (end > Math.max(reached, open.at(-1)?.end ?? 0)) {
      if (open.length >= MOST_SEEN) open.pop();
      open.push({ end, at });
    }
    this.logs.set(log, open);
    const [oldest] = open;
    return oldest ? (at - oldest.at) / 1000 : 0;
  }
}
