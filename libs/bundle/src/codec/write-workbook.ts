import type { Worksheet } from 'exceljs';
import JSZip from 'jszip';
import { keepApostrophe } from './apostrophe';
import { decimalValue } from './decimal';
import { packed } from './packed';
import type { Cell } from './table';
import { workbookText } from './workbook-text';

type WritableTable = Readonly<{ name: string; header: readonly string[]; rows: readonly (readonly Cell[])[] }>;

// Whatever somebody enters into a cell of this format stays the text it is.
const TEXT = '@';
const NARROWEST = 10;
const WIDEST = 60;
// ExcelJS would cut off the rest, and the table would be read under another name.
const LONGEST_NAME = 31;

const textOf = (cell: Cell) => (typeof cell === 'string' ? cell : cell.number);

const valueOf = (cell: Cell): string | number | null => {
  const number = typeof cell === 'string' ? null : decimalValue(cell.number);
  return number ?? (textOf(cell) === '' ? null : workbookText(keepApostrophe(textOf(cell))));
};

const widthOf = (cells: readonly string[]): number =>
  cells.reduce((width, text) => Math.min(WIDEST, Math.max(width, text.length + 2)), NARROWEST);

const fill = (sheet: Worksheet, { header, rows }: WritableTable): void => {
  sheet.columns = header.map((name, column) => ({
    width: widthOf([name, ...rows.map((row) => textOf(row[column] ?? ''))]),
  }));
  for (const row of [header, ...rows])
    sheet.addRow(row.map(valueOf)).eachCell((cell) => {
      if (typeof cell.value === 'string') cell.numFmt = TEXT;
    });
  sheet.getRow(1).font = { bold: true };
};

/** ExcelJS marks every part with the time at which it was written, so the parts are packed anew. */
const partsOf = async (workbook: ArrayBuffer) => {
  const { files } = await JSZip.loadAsync(workbook);
  const parts = Object.values(files).filter(({ dir }) => !dir);
  return Promise.all(parts.map(async (part) => [part.name, await part.async('uint8array')] as const));
};

/**
 * An Excel workbook (.xlsx) with a sheet for each table; the header is bold and stays in view. Text is written as text, so
 * that no spreadsheet runs it, and numbers as numbers unless a spreadsheet would round them. The same tables are always the
 * same bytes.
 *
 * `readWorkbook` reads every text back as it was, with the exceptions of `writeCsv`. Rejects where a name is none for a
 * sheet: empty, longer than 31 characters, with one of `*?:\/[]`, or twice, in whatever case.
 */
export const writeWorkbook = async (tables: readonly WritableTable[]): Promise<Uint8Array> => {
  // It takes a second to load, which nobody should wait for who writes no workbook.
  const { default: ExcelJS } = await import('exceljs');
  const workbook = new ExcelJS.Workbook();
  workbook.creator = 'Zielwerk';
  workbook.created = workbook.modified = new Date(0);
  for (const table of tables) {
    if (table.name.length > LONGEST_NAME) throw new RangeError(`${table.name} is too long for the name of a sheet.`);
    fill(workbook.addWorksheet(table.name, { views: [{ state: 'frozen', ySplit: 1 }] }), table);
  }

  const written = await workbook.xlsx.writeBuffer({ zip: { compression: 'STORE' } });
  return new Uint8Array(await packed(await partsOf(written), 'small'));
};
