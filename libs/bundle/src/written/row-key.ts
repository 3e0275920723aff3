import { dataKey } from '@zielwerk/kernel';

import type { Cells } from '../tables/column';
import { type TableName, TABLES } from '../tables/tables';

/** What tells a row of a table from all others. */
export const keyOfRow = (table: TableName, cells: Cells): string =>
  dataKey(TABLES[table].key.map((column) => cells[column] ?? null));
