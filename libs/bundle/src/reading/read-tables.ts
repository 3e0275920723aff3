// Tables of texts as rows of values: every cell by itself, every row by itself, every row once.
import type { Fault, Row, Table } from '../codec/table';
import { asText, type Cells, type Column } from '../tables/column';
import { stepOf } from '../tables/steps';
import { TABLE_NAMES, type TableName, TABLES } from '../tables/tables';
import { keyOfRow } from '../written/row-key';
import { cellValue } from './cell-value';

/** `place`: the row as a spreadsheet counts it. `absent`: columns that the table does not have; their cells are as if empty. */
export type ReadRow = Readonly<{
  table: TableName;
  file: string;
  place: number;
  cells: Cells;
  absent: readonly string[];
}>;
export type ReadTables = Readonly<{ rows: readonly ReadRow[]; faults: readonly Fault[] }>;

export const faultIn = (
  { file, place }: Pick<ReadRow, 'file' | 'place'>,
  column: string | null,
  detail: string,
): Fault => ({
  ...{ file, row: place, column, detail },
});

const isTable = (name: string): name is TableName => (TABLE_NAMES as readonly string[]).includes(name);

const headerFaults = (table: TableName, { file, header }: Table): readonly Fault[] => {
  const { columns } = TABLES[table];
  const known = columns.map(({ name }) => name);
  const fault = (column: string, detail: string): Fault => ({ file, row: 1, column, detail });
  return [
    ...header.filter((name) => !known.includes(name)).map((name) => fault(name, `is none of ${known.join(', ')}`)),
    ...columns
      .filter(({ name, needed }) => needed && !header.includes(name))
      .map(({ name }) => fault(name, 'is missing')),
  ];
};

type Parsed = Readonly<{ cells: Cells; faults: readonly Fault[] }>;

const parsed = (columns: readonly Column[], { file, header }: Table, { place, cells }: Row): Parsed => {
  const faults: Fault[] = [];
  const entries = columns.map((column) => {
    const read = cellValue(column, cells[header.indexOf(column.name)] ?? '');
    if ('value' in read) return [column.name, read.value] as const;
    faults.push(faultIn({ file, place }, column.name, read.wrong));
    return [column.name, null] as const;
  });
  return { cells: Object.fromEntries(entries), faults };
};

/** What a step needs must be there, and what it has no word for must not. */
const stepFaults = (row: ReadRow): readonly Fault[] => {
  const { kind, step, ...cells } = row.cells;
  const found = stepOf(asText(kind), asText(step));
  if (!found) return [faultIn(row, 'step', `${asText(step)} is no step of a ${asText(kind)}`)];
  const { sameDay } = found;
  const isOtherDay = sameDay !== undefined && cells[sameDay] !== null && cells[sameDay] !== cells.on;
  const named = [...Object.keys(found.cells), ...(found.other ? ['other'] : []), 'on', 'reportedOn', 'reference'];
  return [
    ...found.needs
      .filter((column) => cells[column] === null)
      .map((column) => faultIn(row, column, `is needed for ${found.step}`)),
    ...Object.entries(cells)
      .filter(([column, value]) => value !== null && !named.includes(column))
      .map(([column]) => faultIn(row, column, `has no meaning for ${found.step}; leave it empty`)),
    ...(isOtherDay ? [faultIn(row, sameDay, `must be the day of on, from which ${found.step} counts`)] : []),
  ];
};

const dayFaults = (row: ReadRow): readonly Fault[] => {
  const { on, reportedOn } = row.cells;
  return asText(reportedOn) !== '' && asText(reportedOn) < asText(on)
    ? [faultIn(row, 'reportedOn', 'must not be before the day of on')]
    : [];
};

const readTable = (name: TableName, table: Table): ReadTables => {
  const faults = headerFaults(name, table);
  if (faults.length > 0) return { rows: [], faults };
  const { columns } = TABLES[name];
  const absent = columns.map((column) => column.name).filter((column) => !table.header.includes(column));
  const rows = table.rows.map((row) => {
    const read = parsed(columns, table, row);
    const readRow: ReadRow = { table: name, file: table.file, place: row.place, cells: read.cells, absent };
    if (read.faults.length > 0) return { row: readRow, faults: read.faults };
    return { row: readRow, faults: [...dayFaults(readRow), ...(name === 'lifecycle' ? stepFaults(readRow) : [])] };
  });
  return { rows: rows.map(({ row }) => row), faults: rows.flatMap((row) => row.faults) };
};

const doubles = (rows: readonly ReadRow[]): readonly Fault[] => {
  const first = new Map<string, number>();
  return rows.flatMap((row) => {
    const key = `${row.table} ${keyOfRow(row.table, row.cells)}`;
    const before = first.get(key);
    if (before === undefined) first.set(key, row.place);
    return before === undefined ? [] : [faultIn(row, null, `says the same as row ${before}`)];
  });
};

/** All faults at once; rows with a fault are among the rows. */
export const readTables = (tables: readonly Table[]): ReadTables => {
  const read = tables.map((table): ReadTables => {
    if (isTable(table.name)) return readTable(table.name, table);
    // Spreadsheet programs begin a workbook with one.
    if (table.header.length === 0 && table.rows.length === 0) return { rows: [], faults: [] };
    const detail = `is no table of a bundle; its tables are ${TABLE_NAMES.join(', ')}`;
    return { rows: [], faults: [{ file: table.file, row: null, column: null, detail }] };
  });
  const rows = read.flatMap((one) => one.rows);
  return { rows, faults: [...read.flatMap(({ faults }) => faults), ...doubles(rows)] };
};

/** `goals.csv:7: theme: may not be empty` */
export const faultText = ({ file, row, column, detail }: Fault): string =>
  [row === null ? file : `${file}:${row}`, ...(column === null ? [] : [column]), detail].join(': ');
