import { Unavailable } from '@zielwerk/kernel';
import { type Kysely, sql } from 'kysely';
import { Pool } from 'pg';

import type { Store, Turn } from '../store';
import { type Database, type RowProjection, shapeOf } from '../tables';
import { asUnavailable, ask, clientConfig, kyselyOn, type Lent, type PostgresSettings } from './connections';
import { migrate } from './migrate';
import { PostgresSession, type SessionSettings } from './session';
import { Turns } from './turns';

const SCHEMA = 'zielwerk_strategy';
const NAME = /^[a-z][a-z0-9_]{0,50}$/u;
const MOST_READING = 10;
const WATCH_MS = 50;

/** A read model in a PostgreSQL database, which several processes may have open: all of them read, one of them writes. */
export class PostgresStore<Tables> implements Store<Tables> {
  readonly watchEveryMs = WATCH_MS;
  readonly reading = kyselyOn<Tables>(() => this.lend());
  private readonly pool: Pool;
  private readonly turns: Turns;
  private readonly shapes: ReadonlyMap<string, string>;

  private constructor(
    settings: SessionSettings,
    projections: readonly RowProjection[],
    means: Readonly<{ asks: boolean; warn: (sentence: string) => void }>,
  ) {
    const { schema, queryMs = 10_000, lookMs = 1_000 } = settings;
    const session = {
      search_path: schema,
      default_transaction_read_only: 'on',
      statement_timeout: `${queryMs}`,
      idle_in_transaction_session_timeout: `${3 * queryMs}`,
    };
    this.pool = new Pool({ ...clientConfig(settings, session), max: MOST_READING });
    // An idle connection that breaks has left the pool already; the next question opens another.
    this.pool.on('error', () => undefined);
    // One that breaks while somebody has it fails what is asked; an error that nobody listens to would end the process.
    this.pool.on('connect', (client) => client.on('error', () => undefined));
    this.shapes = shapesOf(projections);
    const log = this.reading as unknown as Database;
    this.turns = new Turns({ ...means, open: () => PostgresSession.open(settings, log), lookMs });
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
    const transaction = this.reading.transaction().setIsolationLevel('repeatable read').setAccessMode('read only');
    return transaction.execute(async (db) => {
      // Before the first query, which decides what moment it is: after a swap it would see none of the new rows.
      await sql`lock table projection in access share mode`.execute(db);
      await this.assertOwnTables(db as unknown as Database);
      return read(db);
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
    if (!this.pool.ending) await this.pool.end();
  }

  /** Rows of another release mean something else. */
  private async assertOwnTables(db: Database): Promise<void> {
    if (await areOfAnotherRelease(db, this.shapes))
      throw new Unavailable('The rows are being made by another release.');
  }

  private async lend(): Promise<Lent> {
    try {
      const client = await this.pool.connect();
      return {
        query: (text, values) =>
          ask(client, text, values).catch((error: unknown) => {
            throw asUnavailable(error);
          }),
        release: () => client.release(),
      };
    } catch (error) {
      throw asUnavailable(error);
    }
  }
}

const shapesOf = (projections: readonly RowProjection[]): ReadonlyMap<string, string> =>
  new Map(projections.map((projection) => [projection.name, shapeOf(projection)]));

const areOfAnotherRelease = async (db: Database, shapes: ReadonlyMap<string, string>): Promise<boolean> => {
  const rows = await db.selectFrom('projection').select(['name', 'shape']).execute();
  const stored = new Map(rows.map(({ name, shape }) => [name, shape]));
  return [...shapes].some(([name, shape]) => stored.get(name) !== shape);
};
