import { Unavailable } from '@zielwerk/kernel';
import { type Kysely, sql } from 'kysely';

import type { Store, Turn } from '../store';
import { type Database, type EngineTables, type RowProjection, shapeOf } from '../tables';
import type { PostgresSettings } from './connections';
import { migrate } from './migrate';
import { openReading, type Reading } from './reading';
import { PostgresSession, type SessionSettings } from './session';
import { Turns } from './turns';

const SCHEMA = 'zielwerk_strategy';
const NAME = /^[a-z][a-z0-9_]{0,50}$/u;
const MOST_READING = 10;
/** One for what is made anew, and one for the live rows meanwhile. */
const MOST_AHEAD = 2;
const WATCH_MS = 50;
// Locked before the first query, which decides what moment it is: after a swap it would see none of the new rows.
const BEGIN_SNAPSHOT = sql`start transaction isolation level repeatable read, read only;
  lock table projection in access share mode`;

/** A read model in a PostgreSQL database, which several processes may have open: all of them read, one of them writes. */
export class PostgresStore<Tables> implements Store<Tables> {
  readonly watchEveryMs = WATCH_MS;
  readonly reading: Kysely<Tables>;
  private readonly answering: Reading<Tables>;
  /** For the log: whoever reads rows must not keep it waiting. */
  private readonly ahead: Reading<EngineTables>;
  private readonly turns: Turns;
  private readonly shapes: ReadonlyMap<string, string>;

  private constructor(
    settings: SessionSettings,
    projections: readonly RowProjection[],
    means: Readonly<{ asks: boolean; warn: (sentence: string) => void }>,
  ) {
    this.answering = openReading(settings, MOST_READING);
    this.ahead = openReading(settings, MOST_AHEAD);
    this.reading = this.answering.db;
    this.shapes = shapesOf(projections);
    const open = () => PostgresSession.open(settings, { beside: this.ahead.db, warn: means.warn });
    this.turns = new Turns({ ...means, open, lookMs: settings.lookMs ?? 1_000 });
  }

  /** Throws when the database cannot be reached, and for tables of a later release. */
  static async open<Tables>(
    settings: PostgresSettings,
    projections: readonly RowProjection[],
    warn: (sentence: string) => void = () => undefined,
  ): Promise<PostgresStore<Tables>> {
    const { schema = SCHEMA } = settings;
    if (!NAME.test(schema)) throw new TypeError(`${JSON.stringify(schema)} cannot name a schema: a-z, 0-9 and _ can.`);
    const session = await PostgresSession.open({ ...settings, schema });
    try {
      await migrate(session.db, schema);
      const asks = await areOfAnotherRelease(session.db, shapesOf(projections));
      return new PostgresStore<Tables>({ ...settings, schema }, projections, { asks, warn });
    } finally {
      await session.close();
    }
  }

  snapshot<Result>(read: (db: Kysely<Tables>) => Promise<Result>): Promise<Result> {
    return this.reading.connection().execute(async (db) => {
      try {
        await BEGIN_SNAPSHOT.execute(db);
        await this.assertOwnTables(db as unknown as Database);
        const result = await read(db);
        await sql`commit`.execute(db);
        return result;
      } catch (error) {
        // A connection that is lost has rolled back already.
        await sql`rollback`.execute(db).catch(() => undefined);
        throw error;
      }
    });
  }

  take(turn: Turn): Promise<void> {
    return this.turns.begin({
      begin: async (session) => {
        await turn.begin(session);
        await session.showAnalysis();
      },
      end: () => turn.end(),
    });
  }

  async close(): Promise<void> {
    await this.turns.stop();
    await this.answering.close();
    await this.ahead.close();
  }

  /** Rows of another release mean something else. */
  private async assertOwnTables(db: Database): Promise<void> {
    if (await areOfAnotherRelease(db, this.shapes))
      throw new Unavailable('The rows are being made by another release.');
  }
}

const shapesOf = (projections: readonly RowProjection[]): ReadonlyMap<string, string> =>
  new Map(projections.map((projection) => [projection.name, shapeOf(projection)]));

const areOfAnotherRelease = async (db: Database, shapes: ReadonlyMap<string, string>): Promise<boolean> => {
  const rows = await db.selectFrom('projection').select(['name', 'shape']).execute();
  const stored = new Map(rows.map(({ name, shape }) => [name, shape]));
  return [...shapes].some(([name, shape]) => stored.get(name) !== shape);
};
