// A written table as cells, for files.
import type { Cell } from '../codec/table';
import type { Column, Value } from '../tables/column';
import { type TableName, TABLES } from '../tables/tables';
import { cellText, isNumeric } from './cell-text';
import type { WrittenRow } from './written-tables';

export type TableOfCells = Readonly<{ name: TableName; header: readonly string[]; rows: readonly (readonly Cell[])[] }>;

const cellOf = (column: Column, value: Value): Cell => {
  const text = cellText(column, value);
  return isNumeric(column) && text !== '' ? { number: text } : text;
};

export const tableOf = (name: TableName, rows: readonly WrittenRow[]): TableOfCells => {
  const { columns } = TABLES[name];
  return {
    name,
    header: columns.map((column) => column.name),
    rows: rows.map(({ cells }) => columns.map((column) => cellOf(column, cells[column.name] ?? null))),
  };
};
