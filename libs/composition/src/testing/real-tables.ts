// Public data as the tables of a bundle. The data itself stays outside and is found through ZIELWERK_TEST_DATA.
import { areFaults, type Cell, readCsv, type TableName, writeCsv } from '@zielwerk/bundle';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

export type Fields = Readonly<Record<string, string>>;
export type RealRow = Readonly<Record<string, Cell>>;
export type RealTables = Readonly<Partial<Record<TableName, readonly RealRow[]>>>;

/** The house that records the data, and the day on which it does. */
export const HOUSE = 'mid';
export const RECORDED_ON = '2023-01-16';

/** The rows of a CSV file by the names of their columns. Throws when it is none. */
export const fieldsOf = (file: string): readonly Fields[] => {
  const table = readCsv('source', basename(file), readFileSync(file));
  if (areFaults(table)) throw new Error(`${file}: ${table[0]?.detail ?? ''}`);
  return table.rows.map(({ cells }) =>
    Object.fromEntries(table.header.map((name, index) => [name, cells[index] ?? ''])),
  );
};

/** A number as tables write it; what is none stays as it is, for the import to refuse. */
export const numberCell = (text: string): Cell => ({ number: text.replace('.', ',') });

export const goal = (reference: string, title: string, theme: string): RealRow => ({
  ...{ reference, ministry: HOUSE, title, theme, on: RECORDED_ON },
});

/** Writes a file for each table; columns that no row has are left out. */
export const writeTables = (folder: string, tables: RealTables): void => {
  for (const [name, rows] of Object.entries(tables)) {
    const header = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    const cells = rows.map((row) => header.map((column) => row[column] ?? ''));
    writeFileSync(join(folder, `${name}.csv`), writeCsv(header, cells));
  }
};
