// Many rows by one statement, in few different texts, so that each stays prepared.
import { CompiledQuery } from 'kysely';

import type { Database } from './tables';

const SIZES = [256, 32, 4, 1];

/** `(?, ?, ?)` */
export const places = (count: number): string => `(${Array.from({ length: count }, () => '?').join(', ')})`;
const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');

/** A table, the columns to fill, and what to do with a row that is there: the columns that identify it, and those to set. */
export type Target = Readonly<{
  table: string;
  columns: readonly string[];
  key?: readonly string[];
  set?: readonly string[];
}>;

const onConflict = ({ key, set = [] }: Target): string => {
  if (!key) return '';
  const sets = set.map((name) => `"${name}" = excluded."${name}"`).join(', ');
  return ` on conflict (${quoted(key)}) do ${sets ? `update set ${sets}` : 'nothing'}`;
};

/** Inserts the rows, or updates those whose key is there; without `set`, leaves those as they are. */
export const writeRows = async (db: Database, target: Target, rows: readonly (readonly unknown[])[]): Promise<void> => {
  const { table, columns } = target;
  const row = places(columns.length);
  for (let at = 0; at < rows.length;) {
    const size = SIZES.find((one) => one <= rows.length - at) ?? 1;
    const values = Array.from({ length: size }, () => row).join(', ');
    const text = `insert into "${table}" (${quoted(columns)}) values ${values}${onConflict(target)}`;
    await db.executeQuery(CompiledQuery.raw(text, rows.slice(at, at + size).flat()));
    at += size;
  }
};

/** What a query says about each of the values; `text` gets the number of values that it is asked about at once. */
export const askAbout = async <Found>(
  db: Database,
  values: readonly string[],
  text: (count: number) => string,
): Promise<Found[]> => {
  const found: Found[] = [];
  for (let at = 0; at < values.length;) {
    const count = SIZES.find((size) => size <= values.length - at) ?? 1;
    const { rows } = await db.executeQuery(CompiledQuery.raw(text(count), values.slice(at, at + count)));
    found.push(...(rows as Found[]));
    at += count;
  }
  return found;
};
