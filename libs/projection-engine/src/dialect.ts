// In what the engines differ: how columns are declared, how values are kept, how many rows go in at once.
import type { ColumnType } from '@zielwerk/kernel';
import type { ColumnDefinitionBuilder, CreateTableBuilder, RawBuilder } from 'kysely';

type DataType = Parameters<CreateTableBuilder<string>['addColumn']>[1];

/** `bytes` are kept as text where `kept` makes text of them. */
export type ColumnKind = ColumnType | 'bytes';

/** A table, the columns to fill, and what to do with a row that is there: the columns that identify it, and those to set. */
export type Target = Readonly<{
  table: string;
  columns: Readonly<Record<string, ColumnKind>>;
  key?: readonly string[];
  set?: readonly string[];
}>;

/** A statement with its values. */
export type Statement = Readonly<{ text: string; values: readonly unknown[] }>;

export type Dialect = Readonly<{
  types: Readonly<Record<ColumnKind, DataType>>;
  /** The type of a column that numbers the rows. */
  rowNumber: DataType;
  /** Has such a column count by itself, and never give the same number twice. */
  counting: (column: ColumnDefinitionBuilder) => ColumnDefinitionBuilder;
  /** An index can get another name, and so be made before its table gets it. */
  renamesIndexes: boolean;
  /** Bytes as the text that they are, where the engine keeps none as text; it refuses bytes that are no text. */
  textOf: ((column: string) => RawBuilder<string>) | null;
  /** A message's bytes as they are handed to the engine. */
  kept: (value: Buffer) => string | Buffer;
  /** How many of so many rows are written, or values asked about, by one statement. */
  together: (count: number) => number;
  insertion: (target: Target, rows: readonly (readonly unknown[])[]) => Statement;
  /** A list of texts as a query of one column, in parentheses. */
  list: (values: readonly string[]) => Statement;
  /** A list of texts, each with a whole number, as a query of two columns, in parentheses. */
  pairs: (values: readonly (readonly [string, number])[]) => Statement;
}>;

export const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');

/** `insert into "table" ("a", "b") <rows> on conflict …` */
export const insertionOf = ({ table, columns, key, set = [] }: Target, rows: string): string => {
  const sets = set.map((name) => `"${name}" = excluded."${name}"`).join(', ');
  const conflict = key ? ` on conflict (${quoted(key)}) do ${sets ? `update set ${sets}` : 'nothing'}` : '';
  return `insert into "${table}" (${quoted(Object.keys(columns))}) ${rows}${conflict}`;
};
