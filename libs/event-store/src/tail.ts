import { CorruptEvent, type EventStore, type Position, type StoredEvent } from '@zielwerk/kernel';
import { setImmediate as turn } from 'node:timers/promises';

const PAGE = 500;

/** Lets those who have read everything wait for the next commit of a store. */
export class Commits {
  private readonly waiting = new Set<() => void>();
  private announced = 0;
  private over = false;

  get count(): number {
    return this.announced;
  }

  get ended(): boolean {
    return this.over;
  }

  announce(): void {
    this.announced += 1;
    for (const wake of [...this.waiting]) wake();
  }

  end(): void {
    this.over = true;
    this.announce();
  }

  /** Resolves once there were more commits than the caller has seen, or when the signal says so. */
  async after(seen: number, signal: AbortSignal): Promise<void> {
    if (this.announced !== seen || signal.aborted) return;
    await new Promise<void>((resolve) => {
      const wake = () => {
        this.waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      this.waiting.add(wake);
      signal.addEventListener('abort', wake);
    });
  }
}

type Log = Pick<EventStore, 'readAll'>;

/** What is intact before a corrupt event is still delivered; the corrupt one then ends the reading. */
const intactPage = async (log: Log, after: Position): Promise<readonly StoredEvent[]> => {
  try {
    return await log.readAll(after, PAGE);
  } catch (error) {
    if (!(error instanceof CorruptEvent) || error.position <= after + 1) throw error;
    return log.readAll(after, error.position - after - 1);
  }
};

/** The history from a position on and then what comes, by reading again after each commit: nothing is ever handed over. */
export async function* tail(
  log: Log,
  commits: Commits,
  after: Position,
  signal: AbortSignal,
): AsyncGenerator<readonly StoredEvent[], void, undefined> {
  let position = after;
  while (!signal.aborted && !commits.ended) {
    // Counted before reading: a commit in between must not be waited for.
    const seen = commits.count;
    const page = await intactPage(log, position);
    const last = page.at(-1);
    if (last === undefined) {
      await commits.after(seen, signal);
      continue;
    }
    yield page;
    position = last.position;
    // A long history must not keep writers from their turn.
    await turn();
  }
}
