// All that a bundle says, kept row by row as events arrive.
import type { AnyEvent } from '@zielwerk/contracts';
import { defineProjection, type FactMeta, type Recorded, traceColumns, traceOf } from '@zielwerk/kernel';

import type { Cells } from '../tables/column';
import { STEPS } from '../tables/steps';
import type { BundleRow, Part, Said } from './bundle-row';
import { frameworkParts } from './framework-parts';
import { goalParts } from './goal-parts';
import { indicatorParts } from './indicator-parts';
import { lifecyclePart } from './lifecycle-parts';
import { measureParts } from './measure-parts';

type Told = (event: Recorded<AnyEvent>) => readonly Part[];
const TABLE_PARTS = { ...frameworkParts, ...goalParts, ...measureParts, ...indicatorParts } as unknown as Readonly<
  Record<string, Told>
>;

const partsOf = (event: Recorded<AnyEvent>): readonly Part[] => [
  ...(Object.hasOwn(TABLE_PARTS, event.type) ? (TABLE_PARTS[event.type]?.(event) ?? []) : []),
  ...lifecyclePart(event),
];

const keyOf = ({ table, name }: Part, stream: string): string =>
  name === undefined ? `${table}/${stream}` : `${table}/${stream}/${name}`;

const saidIn = (row: BundleRow | null): Said | undefined => row ?? undefined;

const cellsIn = (row: BundleRow | null): Cells => row?.cells ?? {};

/** The day of reporting goes with that of `on`, and stays as long as that does. */
const withReportedOn = (cells: Cells, before: Cells, meta: FactMeta): Cells => {
  if (!('on' in cells)) return cells;
  const reportedOn = before.on === cells.on ? before.reportedOn : meta.reportedOn;
  return reportedOn || cells.reportedOn ? { ...cells, reportedOn: reportedOn ?? null } : cells;
};

const applied = (row: BundleRow | null, event: Recorded<AnyEvent>, key: string): BundleRow | null => {
  const { meta } = event;
  const part = partsOf(event).find((each) => keyOf(each, meta.stream) === key);
  const said = part?.change(saidIn(row));
  if (!part || !said) return null;
  const citing = part.keepsTrace && row ? row : { ...traceOf(meta), said_by: event.type };
  return {
    ...citing,
    last_said: `${meta.stream}@${meta.revision}`,
    ...{ row: key, bundle_table: part.table, ministry: meta.ministry, thing: part.thing },
    ...{ cells: withReportedOn(said.cells, cellsIn(row), meta), parts: said.parts ?? [] },
  };
};

const TYPES = [...new Set([...Object.keys(TABLE_PARTS), ...STEPS.map(({ event }) => event)])];

/** A row per line of a bundle's tables; milestones and targets come with the row that they belong to. */
export const bundleProjection = defineProjection<AnyEvent, BundleRow>({
  name: 'bundle',
  version: 2,
  key: 'row',
  columns: {
    ...traceColumns,
    row: 'text',
    bundle_table: 'text',
    ministry: 'text',
    thing: 'text',
    said_by: 'text',
    last_said: 'text',
    cells: 'json',
    parts: 'json',
  },
  indexes: [['bundle_table', 'row']],
  keyOf: (event) => partsOf(event).map((part) => keyOf(part, event.meta.stream)),
  on: Object.fromEntries(TYPES.map((type) => [type, applied])),
});
