import type { Cell as SheetCell, Row as SheetRow, Worksheet } from 'exceljs';
import { cellText } from './cell-text';
import type { RawRow } from './raw-row';

const MERGED = 'is merged with other cells; unmerge them';

const read = (cell: SheetCell) => (cell.isMerged ? { detail: MERGED } : cellText(cell));

const rawRow = (row: SheetRow, width: number): RawRow => {
  const cells = new Array<string>(width).fill('');
  const flaws: { cell: number; detail: string }[] = [];
  row.eachCell((cell, column) => {
    while (cells.length < column) cells.push('');
    const found = read(cell);
    if ('text' in found) cells[column - 1] = found.text;
    else flaws.push({ cell: column - 1, detail: found.detail });
  });
  return { place: row.number, cells, flaws };
};

const widthOf = ({ cells }: RawRow) => cells.findLastIndex((cell) => cell !== '') + 1;

/** The rows of a sheet in which something stands, and the first one; all of them as wide as it, at least. */
export function* sheetRows(sheet: Worksheet): Generator<RawRow, void> {
  const header = rawRow(sheet.getRow(1), 0);
  yield header;
  const rows: SheetRow[] = [];
  sheet.eachRow((row, place) => place > 1 && rows.push(row));
  for (const row of rows) yield rawRow(row, widthOf(header));
}
