import { withApostrophe } from './apostrophe';
import { isNumber } from './decimal';
import type { Cell } from './table';

const BYTE_ORDER_MARK = '\u{FEFF}';
const NEEDS_QUOTES = /[";\r\n]/;
// The separator of a file is recognised in its header, so nothing there may look like another one.
const NEEDS_QUOTES_IN_HEADER = /[",;\t\r\n]/;

const quoted = (text: string, needs: RegExp) => (needs.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const textOf = (cell: Cell): string => {
  if (typeof cell === 'string') return withApostrophe(cell);
  return isNumber(cell.number) ? cell.number : withApostrophe(cell.number);
};

const lineOf = (cells: readonly Cell[], needs: RegExp) => cells.map((cell) => quoted(textOf(cell), needs)).join(';');

/**
 * A CSV file as spreadsheets open it by a double click: UTF-8 with a byte order mark, `;` between cells, CRLF after rows,
 * quotation marks only where they are needed. The same cells are always the same bytes.
 *
 * `readCsv` reads every text back as it was, except what it refuses or skips: control characters, cells above 32,767
 * characters, rows in which nothing stands. No cell begins like a formula, unless it was given as a number and is one.
 */
export const writeCsv = (header: readonly string[], rows: readonly (readonly Cell[])[]): Uint8Array => {
  const lines = [lineOf(header, NEEDS_QUOTES_IN_HEADER), ...rows.map((row) => lineOf(row, NEEDS_QUOTES))];
  return new TextEncoder().encode(`${BYTE_ORDER_MARK}${lines.map((line) => `${line}\r\n`).join('')}`);
};
