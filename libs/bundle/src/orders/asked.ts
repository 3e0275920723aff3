// What a row asks for: orders, or faults when it asks for what cannot be.
import { sameData } from '@zielwerk/kernel';

import type { Fault } from '../codec/table';
import { faultIn, type ReadRow } from '../reading/read-tables';
import { asText, type Cells, type Value } from '../tables/column';
import type { ThingKind } from '../written/names';
import type { WrittenRow } from '../written/written-tables';
import type { Order } from './order';
import type { Planning, Thing } from './planning';

export type Asked = Readonly<{ orders?: readonly Order[]; faults?: readonly Fault[] }>;

/** The one thing that a name means. */
export const found = ({ find }: Planning, kind: ThingKind, name: Value | undefined): Thing | undefined => {
  const things = find(kind, asText(name ?? ''));
  return things.length === 1 ? things[0] : undefined;
};

/** The thing that a row of `goals`, `measures` or `indicators` is. */
export const ownThing = ({ find }: Planning, kind: ThingKind, { cells }: ReadRow): Thing | undefined =>
  find(kind, asText(cells.reference)).find(({ ministry }) => ministry === cells.ministry);

/** The columns in which two rows differ. */
export const differing = (columns: readonly string[], cells: Cells, standing: Cells): readonly string[] =>
  columns.filter((column) => !sameData(cells[column] ?? null, standing[column] ?? null));

/** A fault for each column that never changes, and did. */
export const fixed = (columns: readonly string[], row: ReadRow, { cells }: WrittenRow): readonly Fault[] =>
  differing(columns, row.cells, cells).map((column) =>
    faultIn(row, column, 'was recorded otherwise and cannot be changed by a bundle'),
  );
