// PostgreSQL for specs: the server that DATABASE_URL names, else one of their own, else an announced skip.
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { PostgresDatabase } from '../postgres/postgres-database';
import { postgresMissing, PostgresServer } from './postgres-server';

const GIVEN = process.env.DATABASE_URL;

/** `describe`, or `describe.skip` where there is no server; that is a failure where engines are required. */
const describeUnless = (reason: string | undefined, name: string, specs: () => void): void => {
  if (reason === undefined) {
    describe(name, specs);
    return;
  }
  if (process.env.ZIELWERK_REQUIRE_ENGINES === '1') throw new Error(reason);
  console.warn(`Skipped: ${name}. ${reason}`);
  describe.skip(name, specs);
};

export const describeWithPostgres = (name: string, specs: () => void): void =>
  describeUnless(GIVEN ? undefined : postgresMissing(), name, specs);

/** For specs that stop the server or look into its files: never on one that is given. */
export const describeWithOwnPostgres = (name: string, specs: () => void): void =>
  describeUnless(postgresMissing(), name, specs);

/** Runs one statement on a connection of its own. */
const run = async (url: string, sql: string): Promise<readonly Record<string, unknown>[]> => {
  const client = new Client(url);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
};

export class PostgresForSpecs {
  private readonly opened: PostgresDatabase[] = [];
  private houses = 0;

  constructor(
    readonly url: string,
    readonly own: PostgresServer | undefined,
  ) {}

  /** A name that no other house has. */
  newHouse(): string {
    this.houses += 1;
    return `house_${this.houses}`;
  }

  /** Closed after the spec. */
  async open(house = this.newHouse(), url = this.url): Promise<PostgresDatabase> {
    const database = await PostgresDatabase.open(url, house);
    this.opened.push(database);
    return database;
  }

  /** The server, where it belongs to the specs alone. */
  get server(): PostgresServer {
    if (!this.own) throw new Error('This server is somebody else’s.');
    return this.own;
  }

  run(sql: string): Promise<readonly Record<string, unknown>[]> {
    return run(this.url, sql);
  }

  async close(): Promise<void> {
    for (const database of this.opened.splice(0)) await database.close();
  }
}

const newDatabase = async (url: string): Promise<string> => {
  const name = `zielwerk_specs_${randomUUID().replaceAll('-', '')}`;
  await run(url, `CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  return own.href;
};

const forSpecs = (given?: string): (() => PostgresForSpecs) => {
  let server: PostgresServer | undefined;
  let specs: PostgresForSpecs | undefined;
  beforeAll(async () => {
    server = given ? undefined : await PostgresServer.create();
    specs = new PostgresForSpecs(await newDatabase(given ?? server?.url ?? ''), server);
  });
  afterEach(() => specs?.close());
  afterAll(async () => {
    if (given && specs) await run(given, `DROP DATABASE ${new URL(specs.url).pathname.slice(1)} WITH (FORCE)`);
    await server?.remove();
  });
  return () => {
    if (!specs) throw new Error('PostgreSQL has not been started.');
    return specs;
  };
};

/** A database for the specs of one `describe`, forgotten after them; on a server of its own unless one is given. */
export const postgresForSpecs = (): (() => PostgresForSpecs) => forSpecs(GIVEN);

/** The same, on a server that nobody else uses. */
export const ownPostgresForSpecs = (): (() => PostgresForSpecs) => forSpecs();
