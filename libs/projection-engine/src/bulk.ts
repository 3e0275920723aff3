// Many rows by one statement.
import { CompiledQuery, type Kysely, PostgresAdapter } from 'kysely';

import type { Dialect, Statement, Target } from './dialect';
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

type QueryOf = (list: string) => string;

/** What a query says about each of the texts; it gets those it is asked about at once as a query of one column. */
export const askAbout = <Found>(db: Database, texts: readonly string[], queryOf: QueryOf): Promise<Found[]> =>
  inPieces(db, texts, (dialect, piece) => asking(dialect.list(piece), queryOf));

/** The same about pairs: it gets them as a query of two columns. */
export const askAboutPairs = <Found>(
  db: Database,
  pairs: readonly (readonly [string, number])[],
  queryOf: QueryOf,
): Promise<Found[]> => inPieces(db, pairs, (dialect, piece) => asking(dialect.pairs(piece), queryOf));

const asking = ({ text, values }: Statement, queryOf: QueryOf): Statement => ({ text: queryOf(text), values });

const inPieces = async <Item, Found>(
  db: Database,
  items: readonly Item[],
  statementOf: (dialect: Dialect, piece: readonly Item[]) => Statement,
): Promise<Found[]> => {
  const dialect = dialectOf(db);
  const found: Found[] = [];
  for (let at = 0; at < items.length;) {
    const count = dialect.together(items.length - at);
    const { text, values } = statementOf(dialect, items.slice(at, at + count));
    const { rows } = await db.executeQuery(CompiledQuery.raw(text, [...values]));
    found.push(...(rows as Found[]));
    at += count;
  }
  return found;
};
