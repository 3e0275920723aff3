// PostgreSQL for specs: the server that DATABASE_URL names, else one of their own, else an announced skip.
import { describeUnless } from '@zielwerk/spec-engines';
import { randomUUID } from 'node:crypto';
import { Client, type QueryResult } from 'pg';
import { postgresMissing, PostgresServer } from './postgres-server';

const GIVEN = process.env.DATABASE_URL;

export const describeWithPostgres = (name: string, specs: () => void): void =>
  describeUnless(GIVEN ? undefined : postgresMissing(), name, specs);

/** For specs that stop the server or look into its files: never on one that is given. */
export const describeWithOwnPostgres = (name: string, specs: () => void): void =>
  describeUnless(postgresMissing(), name, specs);

/** A database that nobody else uses, and its server where that belongs to the specs alone. */
export type SpecDatabase = Readonly<{
  url: string;
  server: PostgresServer | undefined;
  /** Runs statements on a connection of its own; answers the rows of the last one. */
  run: (sql: string) => Promise<readonly Record<string, unknown>[]>;
}>;

type Answer = QueryResult<Record<string, unknown>>;

const run = async (url: string, sql: string): Promise<readonly Record<string, unknown>[]> => {
  const client = new Client(url);
  await client.connect();
  try {
    const answers = [(await client.query(sql)) as Answer | Answer[]].flat();
    return answers.at(-1)?.rows ?? [];
  } finally {
    await client.end();
  }
};

const newDatabase = async (url: string): Promise<string> => {
  const name = `zielwerk_specs_${randomUUID().replaceAll('-', '')}`;
  await run(url, `CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  return own.href;
};

const forSpecs = (given?: string): (() => SpecDatabase) => {
  let server: PostgresServer | undefined;
  let database: SpecDatabase | undefined;
  beforeAll(async () => {
    server = given ? undefined : await PostgresServer.create();
    const url = await newDatabase(given ?? server?.url ?? '');
    database = { url, server, run: (sql) => run(url, sql) };
  });
  afterAll(async () => {
    if (given && database) await run(given, `DROP DATABASE ${new URL(database.url).pathname.slice(1)} WITH (FORCE)`);
    await server?.remove();
  });
  return () => {
    if (!database) throw new Error('PostgreSQL has not been started.');
    return database;
  };
};

/** A database for the specs of one `describe`, forgotten after them; on a server of its own unless one is given. */
export const databaseForSpecs = (): (() => SpecDatabase) => forSpecs(GIVEN);

/** The same, on a server that nobody else uses. */
export const ownDatabaseForSpecs = (): (() => SpecDatabase) => forSpecs();
