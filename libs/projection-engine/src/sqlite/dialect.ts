import { keptOf } from '../bytes';
import { type Dialect, insertionOf } from '../dialect';

// In few different texts, so that each stays prepared.
const SIZES = [256, 32, 4, 1];

const places = (count: number): string => `(${Array.from({ length: count }, () => '?').join(', ')})`;
const lines = (count: number, line: string): string => `values ${Array.from({ length: count }, () => line).join(', ')}`;

export const sqliteDialect: Dialect = {
  types: {
    ...{ text: 'text', integer: 'bigint', real: 'double precision', boolean: 'boolean', json: 'text' },
    bytes: 'blob',
  },
  // With this type it is the number that SQLite gives its rows anyway.
  rowNumber: 'integer',
  counting: (column) => column.autoIncrement(),
  renamesIndexes: false,
  textOf: null,
  kept: keptOf,
  together: (count) => SIZES.find((size) => size <= count) ?? 1,
  insertion: (target, rows) => ({
    text: insertionOf(target, lines(rows.length, places(Object.keys(target.columns).length))),
    values: rows.flat(),
  }),
  list: (values) => ({ text: `(${lines(values.length, '(?)')})`, values }),
  pairs: (values) => ({ text: `(${lines(values.length, '(?, ?)')})`, values: values.flat() }),
};
