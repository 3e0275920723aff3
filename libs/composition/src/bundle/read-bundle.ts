// The files of a bundle: a folder of CSV files, or one workbook.
import { areFaults, type Fault, readCsv, readWorkbook, TABLE_NAMES, type Table } from '@zielwerk/bundle';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

export type ReadFiles = Readonly<{ tables: readonly Table[]; faults: readonly Fault[] }>;

type Read = Table | readonly Table[] | readonly Fault[];

const together = (all: readonly Read[]): ReadFiles => ({
  tables: all.flatMap((read) => (areFaults(read) ? [] : read)),
  faults: all.flatMap((read) => (areFaults(read) ? read : [])),
});

/** A file that is no table, such as a README, is left alone. Throws, with a sentence, when there is none. */
export const readFolder = (folder: string): ReadFiles => {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.csv')) : [];
  if (names.length === 0)
    throw new Error(`${folder} holds no table of a bundle: ${TABLE_NAMES.map((name) => `${name}.csv`).join(', ')}.`);
  return together(names.sort().map((name) => readCsv(basename(name, '.csv'), name, readFileSync(join(folder, name)))));
};

/** Throws, with a sentence, when there is nothing to read. */
export const readBundle = async (path: string): Promise<ReadFiles> => {
  if (!path.endsWith('.xlsx')) return readFolder(path);
  if (!existsSync(path)) throw new Error(`There is no ${path}.`);
  return together([await readWorkbook(basename(path), readFileSync(path))]);
};
