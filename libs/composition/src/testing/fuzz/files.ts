// Tables as files: some that a house could send, and many that nobody should.
import { type TableName, TABLE_NAMES, TABLES } from '@zielwerk/bundle';
import fc from 'fast-check';

const CELLS = [
  ...['', 'Z-1', 'M-1', 'K-1', 'mf', 'mi, mf', 'e-akte', '2026-09-01', '31.03.2026', '2026-Q1', '12,5', '1.234', '7'],
  ...['yes', 'goal', 'measure', 'state', 'increase', 'year', 'recordAdoption', 'release', 'Z-1 60', '=1+1', "'", '"'],
  ...['\u0000', ';', '\n', 'x'.repeat(500), '__proto__', '9999-12-31'],
];
const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

const cell = fc.oneof(fc.constantFrom(...CELLS), fc.string({ maxLength: 8 }));
const rowsOf = (table: TableName): fc.Arbitrary<string> => {
  const header = TABLES[table].columns.map(({ name }) => name);
  const row = fc.array(cell, { minLength: header.length, maxLength: header.length });
  return fc
    .array(row, { maxLength: 4 })
    .map((rows) => [header.join(';'), ...rows.map((cells) => cells.map(quoted).join(';'))].join('\r\n'));
};

/** A file, and the table that it is said to be. */
export const files: fc.Arbitrary<Readonly<{ query: Readonly<{ table: string }>; body: string }>> = fc
  .constantFrom(...TABLE_NAMES)
  .chain((table) => fc.record({ query: fc.constant({ table }), body: fc.oneof(rowsOf(table), fc.string()) }));
