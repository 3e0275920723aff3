import { StoreUnavailable } from '@zielwerk/kernel';
import type { Clock } from '@zielwerk/kernel';
import { DatabaseError } from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Answered, Append } from './group-plan';
import { Lane, LaneTaken } from './lane';
import { isConnectionLost, isPassing, type PostgresDatabase } from './postgres-database';

const FIRST_PAUSE_MS = 10;
const LONGEST_PAUSE_MS = 500;

const unavailable = (schema: string, uncertain: boolean, cause: unknown): StoreUnavailable => {
  const outcome = uncertain
    ? 'Whether the events are there is not known: send them again, with the same ids.'
    : 'Nothing was written.';
  return new StoreUnavailable(`PostgreSQL cannot be reached for ${schema}: ${String(cause)}. ${outcome}`, { cause });
};

/** `uncertain`: the server may have written the group all the same. */
type Failure = Readonly<{ error: unknown; uncertain: boolean }>;

/** Writes groups on a lane, and takes another lane when one is lost. */
export class PatientWriter {
  private lane: Lane | undefined;

  /** `patienceMs`: how long a group waits for a server that is away, or for another instance that writes. */
  constructor(
    private readonly database: PostgresDatabase,
    private readonly clock: Clock,
    private readonly patienceMs: number,
  ) {}

  /** Durable when it answers. Throws StoreUnavailable, which says whether anything may be there. A group is tried again as it is: its ids tell what an earlier try has written. */
  async write<A extends Append>(group: readonly A[]): Promise<readonly Answered<A>[]> {
    const giveUpAt = performance.now() + this.patienceMs;
    let uncertain = false;
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
      const tried = await this.attempt(group);
      if (!('error' in tried)) return tried;
      uncertain ||= tried.uncertain;
      if (!uncertain && !mayPass(tried.error)) throw this.refused(tried.error);
      if (performance.now() > giveUpAt) throw unavailable(this.database.schema, uncertain, tried.error);
      await sleep(pause);
    }
  }

  /** A server that is short of disk refuses what it will take later; what it cannot take at all is the append's fault. */
  private refused(error: unknown): unknown {
    return isPassing(error) ? unavailable(this.database.schema, false, error) : error;
  }

  /** Takes the right to write before there is anything to write. Throws LaneTaken, or why the server is not there. */
  async hold(): Promise<void> {
    this.lane ??= await Lane.take(this.database, this.patienceMs);
  }

  /** Lets another instance write. */
  async release(): Promise<void> {
    const { lane } = this;
    this.lane = undefined;
    await lane?.release();
  }

  private async attempt<A extends Append>(group: readonly A[]): Promise<readonly Answered<A>[] | Failure> {
    try {
      this.lane ??= await Lane.take(this.database, this.patienceMs);
      return await this.lane.write(group, this.clock.now().toISOString());
    } catch (error) {
      const uncertain = this.lane?.uncertain ?? false;
      await this.release();
      return { error, uncertain };
    }
  }
}

const READS_ONLY = '25006';
const mayPass = (error: unknown): boolean =>
  (isConnectionLost(error) && !(error instanceof LaneTaken)) ||
  (error instanceof DatabaseError && error.code === READS_ONLY);
