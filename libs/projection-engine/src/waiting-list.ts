import { askAboutPairs } from './bulk';
import type { Logged } from './ingest';
import { checkpointsOf } from './progress';
import type { Database } from './tables';

type Place = Readonly<{ stream: string; revision: number }>;
type Waiter = Place & {
  readonly end: (reached: boolean) => void;
  readonly fail: (reason: unknown) => void;
  /** Where the event stands in the log, once it does. */
  ordinal?: number | undefined;
};
type Found = Place & Readonly<{ ordinal: number | null }>;
type Listener = (checkpoint: number) => void;

/** A look that takes longer may never end: another one begins, on another connection. */
const HANGING_MS = 500;
const NEVER = -Infinity;

// One look into the index for each: a join could be planned as a reading of the whole log.
const PLACES = `with asked (stream, revision) as $list
  select stream, revision, (select ordinal from event
    where event.stream = asked.stream and event.revision = asked.revision) as ordinal from asked`;

/**
 * Those who wait until all projectors have passed an event, or want to hear how far they are. Woken by what this process
 * writes; what another one does is looked for while somebody waits.
 */
export class WaitingList {
  private readonly waiters = new Set<Waiter>();
  private readonly listeners = new Set<Listener>();
  /** Those for whom nobody has looked yet. */
  private fresh: Waiter[] = [];
  private watch: NodeJS.Timeout | undefined;
  private told = 0;
  private lookingSince = NEVER;

  /** `watchEveryMs` is null where no other process writes. */
  constructor(
    private readonly db: Database,
    private readonly projections: readonly string[],
    private readonly watchEveryMs: number | null,
  ) {}

  /** True once it was passed, false after the time. Rejects when it cannot be known. */
  wait(place: Place, timeoutMs: number): Promise<boolean> {
    return new Promise((resolve, reject) => {
      const leave = () => {
        clearTimeout(timer);
        this.waiters.delete(waiter);
        this.perhapsWatch();
      };
      const end = (reached: boolean) => {
        leave();
        resolve(reached);
      };
      const fail = (reason: unknown) => {
        leave();
        reject(reason instanceof Error ? reason : new Error(String(reason)));
      };
      const timer = setTimeout(end, timeoutMs, false);
      const waiter: Waiter = { ...place, end, fail };
      // Listed before it is looked for: what is logged in between is not missed.
      this.waiters.add(waiter);
      this.fresh.push(waiter);
      this.perhapsWatch();
      void this.lookAround();
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

  /** Asks about all together. */
  private async look(): Promise<number> {
    const unknown = [...this.waiters].filter(({ ordinal }) => ordinal === undefined);
    const places = unknown.map(({ stream, revision }) => [stream, revision] as const);
    const found = await askAboutPairs<Found>(this.db, places, (list) => PLACES.replace('$list', list));
    this.logged(found.flatMap(({ ordinal, ...place }) => (ordinal === null ? [] : [{ ...place, ordinal }])));
    const checkpoints = await checkpointsOf(this.db, this.projections);
    const lowest = Math.min(...this.projections.map((name) => checkpoints.get(name) ?? 0));
    this.wake(lowest);
    return lowest;
  }

  private perhapsWatch(): void {
    const isWanted = this.watchEveryMs !== null && this.waiters.size + this.listeners.size > 0;
    if (isWanted) this.watch ??= setInterval(() => void this.lookAround(), this.watchEveryMs);
    else {
      clearInterval(this.watch);
      this.watch = undefined;
    }
  }

  /** One look at a time, unless it hangs; who comes meanwhile is looked for by the next one. */
  private async lookAround(): Promise<void> {
    if (performance.now() - this.lookingSince < HANGING_MS) return;
    let since: number;
    do {
      since = this.lookingSince = performance.now();
      const looked = this.fresh.splice(0);
      try {
        // A connection that broke while nobody had it says so to the first who asks.
        const checkpoint = await this.look().catch(() => this.look());
        if (checkpoint > this.told) this.passed(checkpoint);
      } catch (error) {
        // While the database is away nothing is to be seen; who has been looked for before hopes for the next look.
        for (const { fail } of looked) fail(error);
      }
    } while (this.fresh.length > 0 && this.lookingSince === since);
    if (this.lookingSince === since) this.lookingSince = NEVER;
  }
}
