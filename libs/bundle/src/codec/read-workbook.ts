import type { Worksheet } from 'exceljs';
import { assembled } from './assembled';
import { loadedWorkbook } from './loaded-workbook';
import { sheetRows } from './sheet-rows';
import { areFaults, type Fault, type Table } from './table';
import { unpacked } from './unpacked';
import { objectionTo } from './workbook-objection';

const sheetsIn = async (
  bytes: Uint8Array,
): Promise<Readonly<{ sheets: readonly Worksheet[] } | { objection: string }>> => {
  const content = await unpacked(bytes);
  if ('objection' in content) return content;
  const objection = objectionTo(content.parts);
  return objection === null ? loadedWorkbook(content.parts) : { objection };
};

const tableOf = (file: string, sheet: Worksheet): Table | Fault[] => {
  const of = { name: sheet.name, file: `${file}, sheet ${sheet.name}` };
  return sheet.actualRowCount === 0 ? { ...of, header: [], rows: [] } : assembled(of, sheetRows(sheet));
};

/**
 * Reads an Excel workbook (.xlsx): every sheet is a table, in their order, named as the sheet. Numbers are read with a
 * decimal comma, days as `2026-03-31`, yes as `yes`, no as nothing, formatted text and links as their text. A sheet on which
 * nothing stands is a table without columns.
 *
 * Answers the tables, or the faults of all sheets with their places, up to 100 of each: formulas, errors, merged cells,
 * percentages, times of day, and all that `readCsv` refuses. A file that is no such workbook, has a password, is damaged, or
 * holds more than 64 MiB or about a million cells is one fault. Nothing that the bytes hold makes it reject.
 */
export const readWorkbook = async (file: string, bytes: Uint8Array): Promise<Table[] | Fault[]> => {
  const content = await sheetsIn(bytes);
  if ('objection' in content) return [{ file, row: null, column: null, detail: content.objection }];
  const read = content.sheets.map((sheet) => tableOf(file, sheet));
  const faults = read.flatMap((table) => (areFaults(table) ? table : []));
  return faults.length > 0 ? faults : read.flatMap((table) => (areFaults(table) ? [] : table));
};
