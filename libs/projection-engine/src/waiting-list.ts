import type { Logged } from './ingest';
import { checkpointsOf } from './progress';
import type { Database } from './tables';

type Place = Readonly<{ stream: string; revision: number }>;
type Waiter = Place & {
  readonly end: (reached: boolean) => void;
  /** Where the event stands in the log, once it does. */
  ordinal?: number | undefined;
};
type Listener = (checkpoint: number) => void;

/**
 * Those who wait until all projectors have passed an event, or want to hear how far they are. Woken by what this process
 * writes; what another one does is looked for while somebody waits.
 */
export class WaitingList {
  private readonly waiters = new Set<Waiter>();
  private readonly listeners = new Set<Listener>();
  private watch: NodeJS.Timeout | undefined;
  private told = 0;
  private isLooking = false;

  /** `watchEveryMs` is null where no other process writes. */
  constructor(
    private readonly db: Database,
    private readonly projections: readonly string[],
    private readonly watchEveryMs: number | null,
  ) {}

  /** True once it was passed, false after the time. Rejects when it cannot be known. */
  wait(place: Place, timeoutMs: number): Promise<boolean> {
    return new Promise((resolve, reject) => {
      const end = (reached: boolean) => {
        clearTimeout(timer);
        this.waiters.delete(waiter);
        this.perhapsWatch();
        resolve(reached);
      };
      const timer = setTimeout(end, timeoutMs, false);
      // Listed before it looks: what is logged in between is not missed.
      const waiter: Waiter = { ...place, end };
      this.waiters.add(waiter);
      this.perhapsWatch();
      this.look([waiter]).catch((error: unknown) => {
        end(false);
        reject(error instanceof Error ? error : new Error(String(error)));
      });
    });
  }

  onAdvance(listener: Listener): () => void {
    this.listeners.add(listener);
    this.perhapsWatch();
    return () => {
      this.listeners.delete(listener);
      this.perhapsWatch();
    };
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
    this.told = checkpoint;
    this.wake(checkpoint);
    for (const listener of this.listeners) listener(checkpoint);
  }

  /** Nothing will come any more. */
  endAll(): void {
    for (const { end } of this.waiters) end(false);
    this.listeners.clear();
    this.perhapsWatch();
  }

  private wake(checkpoint: number): void {
    for (const { ordinal, end } of this.waiters) if (ordinal !== undefined && ordinal <= checkpoint) end(true);
  }

  private async look(waiters: Iterable<Waiter>): Promise<number> {
    for (const waiter of waiters) waiter.ordinal ??= await this.ordinalOf(waiter);
    const checkpoints = await checkpointsOf(this.db, this.projections);
    const lowest = Math.min(...this.projections.map((name) => checkpoints.get(name) ?? 0));
    this.wake(lowest);
    return lowest;
  }

  private async ordinalOf({ stream, revision }: Place): Promise<number | undefined> {
    const found = await this.db
      .selectFrom('event')
      .select('ordinal')
      .where('stream', '=', stream)
      .where('revision', '=', revision)
      .executeTakeFirst();
    return found?.ordinal;
  }

  private perhapsWatch(): void {
    const isWanted = this.watchEveryMs !== null && this.waiters.size + this.listeners.size > 0;
    if (isWanted) this.watch ??= setInterval(() => void this.lookAround(), this.watchEveryMs);
    else {
      clearInterval(this.watch);
      this.watch = undefined;
    }
  }

  private async lookAround(): Promise<void> {
    if (this.isLooking) return;
    this.isLooking = true;
    // While the database is away nothing is to be seen; the next look is soon.
    const checkpoint = await this.look([...this.waiters]).catch(() => 0);
    this.isLooking = false;
    if (checkpoint > this.told) this.passed(checkpoint);
  }
}
