import { BEFORE_ALL, NO_REVISION, type Position, StaleStream, StoreUnavailable } from '@zielwerk/kernel';
import { type Client, DatabaseError } from 'pg';
import { eventOfRow } from '../event-row';
import { type EventStatements, eventStatements } from './event-statements';
import { type Answered, type Append, type Outcome, planGroup } from './group-plan';
import { isConnectionLost, type PostgresDatabase, rowsOf } from './postgres-database';
import { type PageRow, placed } from './stored-rows';

const HEADS_KEPT = 10_000;
const LOCK_NOT_AVAILABLE = '55P03';
const UNIQUE_VIOLATION = '23505';
// An instance that says nothing for so long, as one that is paused does, gives another one the lane.
const SILENCE_MS = 10_000;

/** Another instance has the right to write, and kept it for as long as this one was willing to wait. */
export class LaneTaken extends StoreUnavailable {
  override readonly name = 'LaneTaken';

  constructor(schema: string, waitedMs: number) {
    super(
      `Another instance writes to ${schema}, and still did after ${waitedMs} ms. Only one may: nothing was written here.`,
    );
  }
}

/** Somebody wrote without the lane. Nothing was written here, and a lane that is taken anew knows where the log ends. */
class LogMoved extends Error {}

/**
 * The right to write, held by a lock of the very connection that writes: who loses the one has lost the other. It also
 * makes an outcome certain: whoever gets the lock knows that the writer before is through, committed or not.
 */
export class Lane {
  private readonly heads = new Map<string, number>();
  private readonly pulse: NodeJS.Timeout;
  private beat: Promise<unknown> = Promise.resolve();
  private isWriting = false;
  private gone = false;
  private sent = false;

  private constructor(
    private readonly session: Client,
    private readonly sql: EventStatements,
    private last: Position,
    private recordedAt: string,
  ) {
    this.pulse = setInterval(() => {
      if (!this.isWriting) this.beat = session.query('SELECT 1').catch(() => undefined);
    }, SILENCE_MS / 4).unref();
    session.once('end', () => {
      this.gone = true;
      clearInterval(this.pulse);
    });
  }

  /** Waits so many milliseconds for an instance that writes now. Throws LaneTaken, or why the server is not there. */
  static async take(database: PostgresDatabase, patienceMs: number): Promise<Lane> {
    const session = await database.connect();
    try {
      await lock(session, database.schema, patienceMs);
      const sql = eventStatements(database.schema);
      const last = await lastPosition(session, sql);
      return new Lane(session, sql, last, await recordedAtOf(session, sql, last));
    } catch (error) {
      await leave(session);
      if (error instanceof DatabaseError && error.code === LOCK_NOT_AVAILABLE)
        throw new LaneTaken(database.schema, patienceMs);
      throw error;
    }
  }

  /** Whether events were sent that may be there, and nobody was answered. */
  get uncertain(): boolean {
    return this.sent;
  }

  /** Durable when it answers, each append whole or stale. After an error the lane must be released and taken anew. */
  async write<A extends Append>(group: readonly A[], now: string): Promise<readonly Answered<A>[]> {
    this.isWriting = true;
    try {
      await this.beat;
      return await this.writeGroup(group, now);
    } finally {
      this.isWriting = false;
    }
  }

  private async writeGroup<A extends Append>(group: readonly A[], now: string): Promise<readonly Answered<A>[]> {
    // A stream that is to begin is taken for new: when it is not, the insertion is refused as a whole.
    await this.learnHeads(group.filter(({ expected }) => expected !== NO_REVISION));
    try {
      return await this.insertGroup(group, now);
    } catch (error) {
      if (!(error instanceof DatabaseError) || error.code !== UNIQUE_VIOLATION) throw error;
      this.heads.clear();
      await this.learnHeads(group);
      return this.insertGroup(group, now);
    }
  }

  private async insertGroup<A extends Append>(group: readonly A[], now: string): Promise<readonly Answered<A>[]> {
    // Wall clocks are set back; the order in which we came to know things is not.
    if (now > this.recordedAt) this.recordedAt = now;
    const { last, recordedAt } = this;
    const { rows, answered } = planGroup(group, this.heads, { last, recordedAt });
    if (rows.length > 0) await this.insert(rows);
    const answers: Answered<A>[] = [];
    // Only now: the same append may have been in this very group.
    for (const [append, outcome] of answered)
      answers.push([append, outcome instanceof StaleStream ? await this.earlier(append, outcome) : outcome]);
    this.sent = false;
    return answers;
  }

  async release(): Promise<void> {
    clearInterval(this.pulse);
    await leave(this.session);
  }

  private async learnHeads(group: readonly Append[]): Promise<void> {
    if (this.heads.size > HEADS_KEPT) this.heads.clear();
    const unknown = new Set(group.map(({ stream }) => stream).filter((stream) => !this.heads.has(stream)));
    if (unknown.size === 0) return;
    const found = await rowsOf<readonly [string, number | null]>(this.session, this.sql.heads, [[...unknown]]);
    for (const [stream, head] of found) this.heads.set(stream, head ?? NO_REVISION);
  }

  private async insert(rows: readonly (readonly unknown[])[]): Promise<void> {
    const end = this.last + rows.length;
    const columns = (rows[0] ?? []).map((_, column) => rows.map((row) => row[column]));
    // Nothing leaves by a connection that has ended.
    this.sent = !this.gone;
    try {
      const { rowCount } = await this.session.query({ ...this.sql.insert, values: [this.last, end, ...columns] });
      if (rowCount !== rows.length) throw new LogMoved('The log does not end where its only writer left it.');
    } catch (error) {
      this.sent &&= isConnectionLost(error) && !(error instanceof LogMoved);
      throw error;
    }
    this.last = end;
  }

  /** The same events in the same place: an append that is sent again because its answer was lost. */
  private async earlier({ stream, expected, texts }: Append, stale: StaleStream): Promise<Outcome> {
    if (!Number.isSafeInteger(expected)) return stale;
    const values = [stream, expected, texts.length];
    const there = await rowsOf<readonly [string, string]>(this.session, this.sql.ids, values);
    const same = there.length === texts.length && there.every(([id], i) => id === texts[i]?.id);
    const last = there.at(-1);
    // They are in the log; that they are on every standby that was promised, its commit may not have waited to hear.
    if (same) await this.session.query(this.sql.confirm);
    return same && last ? { revision: expected + texts.length, position: Number(last[1]) } : stale;
  }
}

const SETTINGS = `SELECT set_config('lock_timeout', $1, false),
  set_config('idle_session_timeout', $2, false),
  set_config('idle_in_transaction_session_timeout', $2, false),
  set_config('tcp_user_timeout', $2, false),
  set_config('tcp_keepalives_idle', '10', false),
  set_config('tcp_keepalives_interval', '5', false),
  set_config('tcp_keepalives_count', '3', false)`;

const lock = async (session: Client, schema: string, patienceMs: number): Promise<void> => {
  // At least 1, as 0 would wait for ever. Keepalives: a machine that died without a farewell must not keep the lane for hours.
  await session.query(SETTINGS, [String(Math.max(1, patienceMs)), String(SILENCE_MS)]);
  await session.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [`${schema} lane`]);
  // The patience was for the lane; a commit is not given up half-way.
  await session.query('SET lock_timeout = 0');
};

const lastPosition = async (session: Client, sql: EventStatements): Promise<Position> => {
  const [row] = await rowsOf<PageRow>(session, sql.page, [BEFORE_ALL, 0]);
  if (!row) throw new Error('The event store has lost its own record of where it ends.');
  return Number(row[0]);
};

const recordedAtOf = async (session: Client, sql: EventStatements, position: Position): Promise<string> => {
  const rows = placed(await rowsOf<PageRow>(session, sql.page, [position - 1, 1])).rows;
  try {
    return rows[0] ? eventOfRow(rows[0]).meta.recordedAt : '';
  } catch {
    // A corrupt event's time is worth nothing; whoever reads the event is told.
    return '';
  }
};

const leave = async (session: Client): Promise<void> => {
  await session.end().catch(() => undefined);
};
