// Connections to PostgreSQL as kysely takes them, with values as the rest of the engine knows them.
import { Unavailable } from '@zielwerk/kernel';
import {
  HandleEmptyInListsPlugin,
  Kysely,
  PostgresDialect,
  type PostgresPool,
  replaceWithNoncontingentExpression,
} from 'kysely';
import { type ClientBase, type ClientConfig, DatabaseError, type QueryResult, types } from 'pg';

import type { AnalysisSchema } from '../analysis';
import { keptOf } from '../bytes';
import { holdable } from './dialect';

export type PostgresSettings = Readonly<{
  /** As the driver takes it: postgres://user:password@host:5432/database?sslmode=verify-full&sslrootcert=<file>. What its `options` set counts. */
  url: string;
  /** Where the tables are; else `zielwerk_strategy`. */
  schema?: string;
  /** What is shown to those who ask in SQL of their own; else nothing is. */
  analysis?: readonly AnalysisSchema[];
  /** A query that takes longer, in ms, fails; else 10,000. */
  queryMs?: number;
  /** Who writes and is silent for longer, in ms, gives another one its turn; else 10,000. */
  silenceMs?: number;
  /** How often, in ms, who would write looks whether it may; else 1,000. */
  lookMs?: number;
}>;

export const CONNECT_MS = 5_000;

const BYTEA: number = types.builtins.BYTEA;
const number = (text: string): number => Number(text);
type Parser = (text: string) => unknown;
const usual = types.getTypeParser as (oid: number) => Parser;
const parseBytes = usual(BYTEA) as (text: string) => Buffer;
/** bigint and numeric, which count and sum answer: rows hold safe integers only. Bytes come as they were handed over. */
const PARSERS: Readonly<Record<number, Parser>> = {
  [types.builtins.INT8]: number,
  [types.builtins.NUMERIC]: number,
  [BYTEA]: (text) => keptOf(parseBytes(text)),
};
const getTypeParser = (oid: number): Parser => PARSERS[oid] ?? usual(oid);

/** `session`: what PostgreSQL shall set for each connection. */
export const clientConfig = ({ url }: PostgresSettings, session: Readonly<Record<string, string>>): ClientConfig => {
  const address = new URL(url);
  const given = address.searchParams.get('options');
  address.searchParams.delete('options');
  const set = Object.entries(session).map(([name, value]) => `-c ${name}=${value}`);
  return {
    connectionString: address.href,
    options: [...set, ...(given === null ? [] : [given])].join(' '),
    application_name: 'zielwerk',
    keepAlive: true,
    connectionTimeoutMillis: CONNECT_MS,
    types: { getTypeParser },
  };
};

/** The server itself did not refuse, or it did because it ends. What is thrown before anything is sent is a bug. */
export const isLost = (error: unknown): boolean =>
  error instanceof DatabaseError
    ? /^(?:08|53|57P)/u.test(error.code ?? '')
    : !(error instanceof TypeError || error instanceof RangeError);

const QUERY_CANCELED = '57014';
/** Tables, columns or types that are not there, or not any more. */
const OTHER_TABLES = /^(?:42P01|42703|42804|42883|0A000)$/u;

export const codeOf = (error: unknown): string => (error instanceof DatabaseError ? (error.code ?? '') : '');

/** What went wrong, as whoever asked is told. */
export const asUnavailable = (error: unknown): unknown => {
  if (error instanceof Unavailable) return error;
  if (isLost(error)) return new Unavailable('The read model cannot be reached.', { cause: error });
  if (codeOf(error) === QUERY_CANCELED)
    return new Unavailable('The answer takes longer than it may.', { cause: error });
  if (OTHER_TABLES.test(codeOf(error)))
    return new Unavailable('The rows are being made by another release.', { cause: error });
  return error;
};

type Query = (text: string, values: readonly unknown[]) => Promise<QueryResult>;
/** A connection for as long as somebody has it. */
export type Lent = Readonly<{ query: Query; release: () => void }>;

export const kyselyOn = <Tables>(lend: () => Promise<Lent>): Kysely<Tables> => {
  const pool = { connect: lend, end: () => Promise.resolve() };
  return new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: pool as unknown as PostgresPool }),
    plugins: [new HandleEmptyInListsPlugin({ strategy: replaceWithNoncontingentExpression })],
  });
};

const MOST_PREPARED = 100;

/** The statements that one connection keeps prepared, by their texts. */
export class Prepared {
  private readonly names = new Map<string, string>();
  private count = 0;

  /** Undefined when there are enough. */
  nameOf(text: string): string | undefined {
    const known = this.names.get(text);
    if (known !== undefined || this.names.size >= MOST_PREPARED) return known;
    this.count += 1;
    const name = `s${this.count}`;
    this.names.set(text, name);
    return name;
  }

  /** Others are prepared, under other names. */
  forget(): void {
    this.names.clear();
  }
}

/** `named`: the name under which each connection keeps the statement prepared. */
export const ask = (
  client: ClientBase,
  text: string,
  values: readonly unknown[],
  named?: string,
): Promise<QueryResult> =>
  client.query({ text, values: values.map(holdable), ...(named !== undefined && { name: named }) });
