import { sql } from 'kysely';

import { type ColumnKind, type Dialect, insertionOf } from '../dialect';

const MOST = 2000;

/** PostgreSQL has no NUL in a text. Nothing that is kept has one, and what is asked with one is not there. */
export const holdable = (value: unknown): unknown =>
  typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '\uFFFD') : value;

const ARRAYS: Readonly<Record<ColumnKind, string>> = {
  ...{ text: 'text[]', integer: 'bigint[]', real: 'float8[]', boolean: 'boolean[]' },
  ...{ json: 'json[]', bytes: 'bytea[]' },
};

// A list in JSON would else become a list of the database's own.
const encoded = (kind: ColumnKind, value: unknown): unknown =>
  kind === 'json' && value !== null ? JSON.stringify(value) : holdable(value);

export const postgresDialect: Dialect = {
  types: {
    // In the order of bytes, as SQLite: in that of a language, rows would come in another order on each engine.
    text: sql`text collate "C"`,
    ...{ integer: 'bigint', real: 'double precision', boolean: 'boolean' },
    // Not jsonb, which changes the order of fields and holds no NUL.
    ...{ json: 'json', bytes: 'bytea' },
  },
  rowNumber: 'bigint',
  counting: (column) => column.generatedByDefaultAsIdentity(),
  renamesIndexes: true,
  textOf: (column) => sql<string>`convert_from(${sql.ref(column)}, 'UTF8')`,
  kept: (value) => value,
  together: (count) => Math.min(count, MOST),
  insertion: (target, rows) => {
    const kinds = Object.values(target.columns);
    const arrays = kinds.map((kind, at) => `$${at + 1}::${ARRAYS[kind]}`).join(', ');
    return {
      text: insertionOf(target, `select * from unnest(${arrays})`),
      values: kinds.map((kind, at) => rows.map((row) => encoded(kind, row[at]))),
    };
  },
  list: (values) => ({ text: '(select unnest($1::text[]))', values: [values.map(holdable)] }),
  pairs: (values) => ({
    text: '(select * from unnest($1::text[], $2::bigint[]))',
    values: [values.map(([text]) => holdable(text)), values.map(([, number]) => number)],
  }),
};
