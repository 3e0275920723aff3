import type { Logged } from './ingest';

type Waiter = {
  readonly stream: string;
  readonly revision: number;
  readonly end: (reached: boolean) => void;
  /** Where the event stands in the log, once it does. */
  ordinal?: number;
};

/** Those who wait until all projectors have passed an event. Woken by what happens, not by looking again and again. */
export class WaitingList {
  private readonly waiters = new Set<Waiter>();

  /** True once it was passed, false after the time. `find` looks once whether the event is in the log already. */
  wait(
    place: Omit<Logged, 'ordinal'>,
    timeoutMs: number,
    find: () => Promise<number | undefined>,
    passed: () => number,
  ) {
    return new Promise<boolean>((resolve, reject) => {
      const end = (reached: boolean) => {
        clearTimeout(timer);
        this.waiters.delete(waiter);
        resolve(reached);
      };
      const timer = setTimeout(end, timeoutMs, false);
      // Listed before it looks: what is logged in between is not missed.
      const waiter: Waiter = { ...place, end };
      this.waiters.add(waiter);
      find().then(
        (ordinal) => {
          if (ordinal !== undefined) waiter.ordinal = ordinal;
          this.passed(passed());
        },
        (error: unknown) => {
          end(false);
          reject(error instanceof Error ? error : new Error(String(error)));
        },
      );
    });
  }

  logged(events: readonly Logged[]): void {
    if (this.waiters.size === 0) return;
    const ordinals = new Map(events.map(({ stream, revision, ordinal }) => [`${stream}@${revision}`, ordinal]));
    for (const waiter of this.waiters) {
      const ordinal = ordinals.get(`${waiter.stream}@${waiter.revision}`);
      if (ordinal !== undefined) waiter.ordinal = ordinal;
    }
  }

  /** All projectors have passed that ordinal. */
  passed(checkpoint: number): void {
    for (const { ordinal, end } of this.waiters) if (ordinal !== undefined && ordinal <= checkpoint) end(true);
  }

  /** Nothing will come any more. */
  endAll(): void {
    for (const { end } of this.waiters) end(false);
  }
}
