import { withoutApostrophe } from './apostrophe';
import { MOST_CHARACTERS, MOST_COLUMNS, MOST_FAULTS, MOST_ROWS } from './limits';
import type { RawRow } from './raw-row';
import type { Fault, Row, Table } from './table';

type Found = Readonly<{ column: string | null; detail: string }>;

const CONTROL_CHARACTER = /[^\P{Cc}\t\n\r]/u;

const named = (character: string) => `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;

const objectionTo = (cell: string): string | null => {
  if (cell.length > MOST_CHARACTERS) return `has ${cell.length} characters; a spreadsheet's cell takes 32767`;
  const control = CONTROL_CHARACTER.exec(cell);
  return control && `has the control character ${named(control[0])}; remove it`;
};

/** Spreadsheets write empty cells up to the widest row they ever had. */
const trimmed = (cells: readonly string[], width: number): readonly string[] => {
  let end = cells.length;
  while (end > width && cells[end - 1] === '') end -= 1;
  return cells.slice(0, end);
};

const wrongCells = (cells: readonly string[], header: readonly string[]): Found[] =>
  cells.flatMap((cell, at) => {
    const detail = objectionTo(cell);
    return detail === null ? [] : [{ column: header[at] ?? null, detail }];
  });

const wrongWidth = (cells: readonly string[], header: readonly string[]): Found[] =>
  cells.length === header.length
    ? []
    : [{ column: null, detail: `needs ${header.length} cells, as the header has, and has ${cells.length}` }];

const nameless = (header: readonly string[]): Found[] =>
  header.flatMap((column, at) => (column === '' ? [{ column: null, detail: `has no name for column ${at + 1}` }] : []));

const twice = (header: readonly string[]): Found[] => {
  const seen = new Set<string>(['']);
  return header.flatMap((column) => {
    if (seen.has(column) && column !== '') return [{ column, detail: 'is the name of two columns' }];
    seen.add(column);
    return [];
  });
};

const flawsOf = ({ flaws }: RawRow, header: readonly string[]): Found[] =>
  flaws.map(({ cell, detail }) => ({ column: header[cell] ?? null, detail }));

const wrongInHeader = (raw: RawRow, header: readonly string[]): Found[] => {
  if (raw.flaws.length > 0) return flawsOf(raw, header);
  if (header.length === 0) return [{ column: null, detail: 'is empty; it must name the columns' }];
  if (header.length > MOST_COLUMNS) return [{ column: null, detail: `has more than ${MOST_COLUMNS} columns` }];
  return [...nameless(header), ...twice(header), ...wrongCells(header, header)];
};

const wrongInRow = (raw: RawRow, cells: readonly string[], header: readonly string[]): Found[] => {
  if (raw.flaws.length > 0) return flawsOf(raw, header);
  if (raw.place > MOST_ROWS) return [{ column: null, detail: `is beyond the ${MOST_ROWS} rows of a spreadsheet` }];
  return [...wrongWidth(cells, header), ...wrongCells(cells, header)];
};

const isEmpty = ({ cells, flaws }: RawRow) => flaws.length === 0 && cells.every((cell) => cell === '');

const atMost = (faults: readonly Fault[], file: string): Fault[] => {
  if (faults.length <= MOST_FAULTS) return [...faults];
  const detail = `has more faults than these ${MOST_FAULTS}; correct them and read it again`;
  return [...faults.slice(0, MOST_FAULTS), { file, row: null, column: null, detail }];
};

/** A table from the rows of its file, the first of which is the header; or the first 100 faults, and a word about more. */
export const assembled = (
  { name, file }: Readonly<{ name: string; file: string }>,
  raws: Generator<RawRow, void>,
): Table | Fault[] => {
  const first = raws.next().value ?? { place: 1, cells: [], flaws: [] };
  const header = trimmed(first.cells, 0).map(withoutApostrophe);
  const faults: Fault[] = wrongInHeader(first, header).map((found) => ({ file, row: 1, ...found }));
  if (faults.length > 0) return atMost(faults, file);

  const rows: Row[] = [];
  for (const raw of raws) {
    if (isEmpty(raw)) continue;
    const cells = trimmed(raw.cells, header.length).map(withoutApostrophe);
    faults.push(...wrongInRow(raw, cells, header).map((found) => ({ file, row: raw.place, ...found })));
    if (faults.length > MOST_FAULTS) break;
    if (faults.length === 0) rows.push({ place: raw.place, cells });
  }
  return faults.length > 0 ? atMost(faults, file) : { name, file, header, rows };
};
