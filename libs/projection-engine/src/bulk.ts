// Many rows by one statement.
import { CompiledQuery, type Kysely, PostgresAdapter } from 'kysely';

import type { Dialect, Target } from './dialect';
import { postgresDialect } from './postgres/dialect';
import { sqliteDialect } from './sqlite/dialect';
import type { Database } from './tables';

/** That of the connection, or of the transaction. */
export const dialectOf = <Tables>(db: Kysely<Tables>): Dialect =>
  db.getExecutor().adapter instanceof PostgresAdapter ? postgresDialect : sqliteDialect;

/** Inserts the rows, or updates those whose key is there; without `set`, leaves those as they are. */
export const writeRows = async (db: Database, target: Target, rows: readonly (readonly unknown[])[]): Promise<void> => {
  const dialect = dialectOf(db);
  for (let at = 0; at < rows.length;) {
    const count = dialect.together(rows.length - at);
    const { text, values } = dialect.insertion(target, rows.slice(at, at + count));
    await db.executeQuery(CompiledQuery.raw(text, [...values]));
    at += count;
  }
};

/** What a query says about each of the texts; it gets those it is asked about at once as a query of one column. */
export const askAbout = async <Found>(
  db: Database,
  texts: readonly string[],
  queryOf: (list: string) => string,
): Promise<Found[]> => {
  const dialect = dialectOf(db);
  const found: Found[] = [];
  for (let at = 0; at < texts.length;) {
    const count = dialect.together(texts.length - at);
    const { text, values } = dialect.list(texts.slice(at, at + count));
    const { rows } = await db.executeQuery(CompiledQuery.raw(queryOf(text), [...values]));
    found.push(...(rows as Found[]));
    at += count;
  }
  return found;
};
