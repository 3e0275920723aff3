// What the public may read of the rows of bundles.
import { allEvents, type Audience, readableBy } from '@zielwerk/contracts';

import type { BundleRow } from '../recorded/bundle-row';
import { asText, type Cells, type Column, type Value, type Weight } from '../tables/column';
import type { Field } from '../tables/step';
import { stepOf } from '../tables/steps';
import { TABLES } from '../tables/tables';

/** The things that the public may read, by their ids: goals once adopted, measures once released, what measures such goals. */
export type Published = Readonly<{
  goals: ReadonlySet<string>;
  measures: ReadonlySet<string>;
  indicators: ReadonlySet<string>;
}>;

type Kind = keyof Published;
const KIND_OF_TABLE: Readonly<Record<BundleRow['bundle_table'], Kind | null>> = {
  ...{ framework: null, goals: 'goals', measures: 'measures', milestones: 'measures', progress: 'measures' },
  ...{ budget: 'measures', indicators: 'indicators', targets: 'indicators', observations: 'indicators' },
  lifecycle: null,
};
const KIND_OF: Readonly<Record<string, Kind>> = { goal: 'goals', measure: 'measures' };

/** From these on, and not before, the public may read what happened to a thing. */
const OPENERS = ['recordAdoption', 'release'];

const RESTRICTED = allEvents.restrictedFields();
const isRestricted = (type: string, field: string): boolean =>
  Object.entries(RESTRICTED).some(
    ([wireType, fields]) => wireType.startsWith(`${type}.`) && Object.keys(fields).some((path) => path === field),
  );

const withoutRestricted = (row: BundleRow): Cells => {
  const step = stepOf(asText(row.cells.kind), asText(row.cells.step));
  return Object.fromEntries(
    Object.entries(row.cells).map(([column, value]) => {
      const field: Field | undefined = step?.cells[column];
      const path = typeof field === 'string' ? field : field?.event;
      return [column, path !== undefined && isRestricted(row.said_by, path) ? null : value];
    }),
  );
};

const published = (column: Column, value: Value, { goals }: Published): Value => {
  if (column.audience === 'government') return null;
  if (column.kind === 'goal') return goals.has(asText(value)) ? value : null;
  if (column.kind === 'goals') return (value as readonly string[]).filter((id) => goals.has(id));
  if (column.kind === 'weights') return (value as readonly Weight[]).filter(({ goal }) => goals.has(goal));
  return value;
};

const cellsFor = (row: BundleRow, things: Published): Cells => {
  const cells = row.bundle_table === 'lifecycle' ? withoutRestricted(row) : row.cells;
  const columns = new Map(TABLES[row.bundle_table].columns.map((column) => [column.name, column]));
  return Object.fromEntries(
    Object.entries(cells).map(([name, value]) => {
      const column = columns.get(name);
      return [name, column ? published(column, value, things) : value];
    }),
  );
};

const openersIn = (rows: readonly BundleRow[]): ReadonlyMap<string, number> =>
  new Map(
    rows.flatMap(({ bundle_table, cells, stream, revision }) =>
      bundle_table === 'lifecycle' && OPENERS.includes(asText(cells.step)) ? [[stream, revision] as const] : [],
    ),
  );

/** All rows for the government; for the public those that are about published things, since they are. */
export const visibleRows = (
  rows: readonly BundleRow[],
  audience: Audience,
  things: Published,
): readonly BundleRow[] => {
  if (audience !== 'public') return rows;
  const openers = openersIn(rows);
  const readable = readableBy('public');
  const isVisible = (row: BundleRow): boolean => {
    const { bundle_table, cells, thing, stream, revision, said_by } = row;
    if (bundle_table !== 'lifecycle') {
      const kind = KIND_OF_TABLE[bundle_table];
      return kind === null || things[kind].has(thing);
    }
    const kind = KIND_OF[asText(cells.kind)];
    if (kind !== undefined && !things[kind].has(thing)) return false;
    return readable.includes(allEvents.audienceOf(said_by) ?? 'house') && revision >= (openers.get(stream) ?? 0);
  };
  return rows.filter(isVisible).map((row) => ({ ...row, cells: cellsFor(row, things) }));
};
