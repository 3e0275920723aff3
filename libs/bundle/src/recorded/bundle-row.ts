// The rows of bundles as they follow from events. Other things stand in them by their ids; writing turns these to references.
import { present, type Trace } from '@zielwerk/kernel';

import type { Cells } from '../tables/column';
import type { TableName } from '../tables/tables';

export type BundleRow = Trace &
  Readonly<{
    /** `<table>/<stream>`, and what names the row in the thing. */
    row: string;
    bundle_table: TableName;
    ministry: string;
    /** The id of the goal, measure or indicator; the code of what the framework defines. */
    thing: string;
    /** The type of the event that is cited. */
    said_by: string;
    /** The place of the event that changed the row last, cited or not. */
    last_said: string;
    cells: Cells;
    /** Rows of another table that stand and fall with this one: milestones of a plan, targets of an indicator. */
    parts: readonly Cells[];
  }>;

/** What an event says about one row; `change` answers null for a row that is no more. */
export type Part = Readonly<{
  table: TableName;
  /** What names the row within the thing's stream; empty for the thing itself. */
  name?: string;
  thing: string;
  /** `before` is undefined when the event begins the row; null ends it. */
  change: (before: Said | undefined) => Said | null;
  /** The row goes on citing the event before, which is the one that a correction names. */
  keepsTrace?: true;
}>;
export type Said = Readonly<{ cells: Cells; parts?: readonly Cells[] }>;

export const begins =
  (cells: Cells, parts: readonly Cells[] = []) =>
  () => ({ cells, parts });
/** Throws RowMissing when there is no row. */
export const changes =
  (cells: Cells, parts?: readonly Cells[]) =>
  (before: Said | undefined): Said => {
    const said = present(before ?? null);
    return { cells: { ...said.cells, ...cells }, parts: parts ?? said.parts ?? [] };
  };
