import { StoreUnavailable } from '@zielwerk/kernel';
import { Client, type ClientBase, type ClientConfig, DatabaseError, Pool } from 'pg';
import { migrate, schemaOf } from './schema';

const MOST_CONNECTIONS = 4;
const CONNECT_MS = 5_000;
// Of many questions at once most wait for a connection that others use: that is no server that is away.
const TURN_MS = 30_000;
// Longer than any group takes; a connection without an answer for so long is given up.
const ANSWER_MS = 60_000;
// A server may vanish without a farewell: its connections are given up one by one, and the next ones lead to who took over.
const READ_MS = 15_000;

class ImpatientClient extends Client {
  constructor(config?: ClientConfig) {
    super({ ...config, connectionTimeoutMillis: CONNECT_MS });
  }
}

/** A statement that each connection prepares once. */
export type Statement = Readonly<{ name: string; text: string }>;

/** Rows as arrays: half the cost of objects when every event of a log is read. */
export const rowsOf = async <Row>(
  on: Pool | ClientBase,
  statement: Statement,
  values: unknown[] = [],
): Promise<readonly Row[]> => {
  const { rows } = await on.query<unknown[]>({ ...statement, values, rowMode: 'array' });
  return rows as Row[];
};

/** False when the server itself refused: then the statement had no effect, and the connection is as good as before. */
export const isConnectionLost = (error: unknown): boolean =>
  !(error instanceof DatabaseError) || /^(?:08|57P)/u.test(error.code ?? '');

// What the driver says without a code.
const LOST = /^(?:Connection terminated|timeout|Query read timeout|Client (?:has encountered|was closed))/u;

// Away, short of something, ending, or for a moment a standby that only reads.
const PASSING = /^(?:08|53|57P|25006)/u;

/** Whether the same question can be answered later: the server is away, or short of connections, memory or disk. */
export const isPassing = (error: unknown): boolean => {
  const { code, message } = error as Partial<NodeJS.ErrnoException>;
  if (code === undefined) return LOST.test(message ?? '');
  return (error instanceof DatabaseError ? PASSING : /^E(?:AI_AGAIN|[A-Z]+)$/u).test(code);
};

const PROMISES: Readonly<Record<string, RegExp>> = {
  server_encoding: /^UTF8$/u,
  fsync: /^on$/u,
  full_page_writes: /^on$/u,
  synchronous_commit: /^(?:on|local|remote_write|remote_apply)$/u,
};

/** An event that was acknowledged must be on the disk, and in it the letters that were given. */
const assertDurable = async (client: ClientBase): Promise<void> => {
  for (const [setting, wanted] of Object.entries(PROMISES)) {
    const { rows } = await client.query<{ value: string }>('SELECT current_setting($1) AS value', [setting]);
    const value = rows[0]?.value ?? '';
    if (!wanted.test(value))
      throw new Error(`This PostgreSQL does not allow the durability that is promised: ${setting} is ${value}.`);
  }
};

/** One house's part of a PostgreSQL database, and the connections to it. Several adapters may share it. */
export class PostgresDatabase {
  private readonly pool: Pool;

  private constructor(
    readonly schema: string,
    private readonly url: string,
  ) {
    const turn = { connectionTimeoutMillis: TURN_MS, query_timeout: READ_MS, Client: ImpatientClient };
    this.pool = new Pool({ ...this.settings(), max: MOST_CONNECTIONS, ...turn });
    // An idle connection that breaks has left the pool already; the next question opens another.
    this.pool.on('error', () => undefined);
    // One that breaks while it is lent is told to nobody else, and an error that nobody listens to ends the process.
    this.pool.on('connect', (client) => client.on('error', () => undefined));
  }

  /** Makes the house's tables where there are none. Throws when the server is away, or cannot keep what is promised. */
  static async open(url: string, house: string): Promise<PostgresDatabase> {
    const database = new PostgresDatabase(schemaOf(house), url);
    try {
      await database.transaction(async (client) => {
        await assertDurable(client);
        await migrate(client, database.schema);
      });
      return database;
    } catch (error) {
      await database.close();
      throw error;
    }
  }

  /** Whether that database has the house's tables; makes none. Throws when the server is away. */
  static async holds(url: string, house: string): Promise<boolean> {
    const database = new PostgresDatabase(schemaOf(house), url);
    try {
      const text = 'SELECT to_regclass($1)';
      const [row] = await database.rows<readonly [unknown]>({ name: 'holds', text }, [`${database.schema}.log`]);
      return row !== undefined && row[0] !== null;
    } finally {
      await database.close();
    }
  }

  /** Throws StoreUnavailable when there is no connection, or it is lost; whoever asks again gets another one. */
  rows<Row>(statement: Statement, values: unknown[] = []): Promise<readonly Row[]> {
    return rowsOf<Row>(this.pool, statement, values).catch((error: unknown) => this.fail(error));
  }

  /**
   * All that `work` does becomes durable, or nothing of it does and the error is thrown: StoreUnavailable when the
   * connection was lost.
   */
  transaction<T>(work: (client: ClientBase) => Promise<T>): Promise<T> {
    return this.attempt(work).catch((error: unknown) => this.fail(error));
  }

  private async attempt<T>(work: (client: ClientBase) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    try {
      await client.query('BEGIN');
      const result = await work(client);
      await client.query('COMMIT');
      client.release();
      return result;
    } catch (error) {
      // Its end rolls back, and whatever state it is in is nobody else's.
      client.release(true);
      throw error;
    }
  }

  /** A connection of the caller's own, who ends it. */
  async connect(): Promise<Client> {
    const client = new ImpatientClient({ ...this.settings(), query_timeout: ANSWER_MS });
    // Whoever asks next is told; an error that nobody listens to would end the process.
    client.on('error', () => undefined);
    await client.connect();
    return client;
  }

  async close(): Promise<void> {
    if (!this.pool.ending) await this.pool.end();
  }

  private fail(error: unknown): never {
    if (this.pool.ending || !isPassing(error)) throw error;
    throw new StoreUnavailable(`PostgreSQL cannot be reached for ${this.schema}: ${String(error)}.`, { cause: error });
  }

  private settings() {
    const { url: connectionString, schema: application_name } = this;
    return { connectionString, application_name, keepAlive: true };
  }
}
