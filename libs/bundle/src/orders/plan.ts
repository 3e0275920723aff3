// From a bundle and what is recorded to what is sent: nothing for what is recorded already.
import type { Fault } from '../codec/table';
import { faultIn, type ReadRow } from '../reading/read-tables';
import { asText, type Cells, type Column } from '../tables/column';
import { TABLE_NAMES, type TableName, TABLES } from '../tables/tables';
import { keyOfRow } from '../written/row-key';
import type { ThingKind } from '../written/names';
import type { WrittenRow, WrittenTables } from '../written/written-tables';
import { type Asked, differing, fixed } from './asked';
import { budgetOrders } from './budget-orders';
import { frameworkOrders } from './framework-orders';
import { goalOrders } from './goal-orders';
import { indicatorOrders, observationOrders } from './indicator-orders';
import { leads } from './lead';
import { lifecycleOrders } from './lifecycle-orders';
import { type HouseOn, measureOrders, progressOrders } from './measure-orders';
import type { Order } from './order';
import { type IdOf, objectionToName, type Offices, type Planning, planningOf } from './planning';
import { kindOf, ownName, qualified } from './qualified';
import { resumed } from './resumed';
import { wavesOf } from './waves';

/** `name`: what names the row in its table. */
export type Vanished = Readonly<{ table: TableName; name: string }>;
export type Plan = Readonly<{
  waves: readonly (readonly Order[])[];
  faults: readonly Fault[];
  /** Recorded of houses that the bundle is about, and no longer in it: nothing is deleted. */
  vanished: readonly Vanished[];
}>;

type Asks = (row: ReadRow, planning: Planning, houseOn: HouseOn) => Asked;
/** Milestones come with the plans of their measures, targets with the definitions of their indicators. */
const ASKS: Readonly<Partial<Record<TableName, Asks>>> = {
  framework: frameworkOrders,
  goals: goalOrders,
  measures: measureOrders,
  progress: progressOrders,
  budget: budgetOrders,
  indicators: indicatorOrders,
  observations: observationOrders,
  lifecycle: lifecycleOrders,
};

const namesIn = (column: Column, row: ReadRow): readonly (readonly [ThingKind, string])[] => {
  const value = row.cells[column.name] ?? null;
  if (value === null) return [];
  if (column.kind === 'goals') return (value as readonly string[]).map((name) => ['goal', name] as const);
  if (column.kind === 'weights')
    return (value as readonly Readonly<{ goal: string }>[]).map(({ goal }) => ['goal', goal] as const);
  const kind = kindOf(column, row.cells);
  return kind ? [[kind, asText(value)]] : [];
};

/** Every name must mean one thing. */
const nameFaults = (rows: readonly ReadRow[], { find }: Planning): readonly Fault[] =>
  rows.flatMap((row) =>
    TABLES[row.table].columns.flatMap((column) =>
      namesIn(column, row).flatMap(([kind, name]) => {
        const objection = objectionToName(
          { ...row, cells: { ...row.cells, [column.name]: name } },
          column.name,
          find(kind, name),
        );
        return objection ? [objection] : [];
      }),
    ),
  );

/** A part of a thing of which the bundle does not tell asks for nothing by itself: it must say what is recorded. */
const loneParts = (rows: readonly ReadRow[], { rows: of, standing }: Planning): readonly Fault[] => {
  const named = new Set([...of('measures'), ...of('indicators')].map(({ cells }) => ownName(cells)));
  return rows.flatMap((row) => {
    if (row.table !== 'milestones' && row.table !== 'targets') return [];
    const column = row.table === 'milestones' ? 'measure' : 'indicator';
    if (named.has(asText(row.cells[column] ?? null))) return [];
    const recorded = standing(row);
    if (!recorded) return [faultIn(row, column, `has no row in ${column}s of this bundle`)];
    const changed = differing(Object.keys(row.cells), row.cells, recorded.cells);
    return changed.map((each) => faultIn(row, each, `is only changed together with the row in ${column}s`));
  });
};

const nameOfRow = (table: TableName, cells: Cells): string =>
  TABLES[table].key.flatMap((column) => asText(cells[column]) || []).join(' ');

const vanishedFrom = (
  rows: readonly ReadRow[],
  called: WrittenTables,
  { recorded, house }: Known,
): readonly Vanished[] => {
  const present = new Set(rows.map((row) => `${row.table} ${keyOfRow(row.table, row.cells)}`));
  const tables = new Set(rows.map(({ table }) => table));
  const said = rows.flatMap(({ cells }) => (typeof cells.ministry === 'string' ? [cells.ministry] : []));
  const houses = new Set(house === undefined ? said : [house]);
  const isMissing = (table: TableName, { stream, cells }: WrittenRow): boolean =>
    houses.has(stream.split('.')[0] ?? '') && !present.has(`${table} ${keyOfRow(table, cells)}`);
  return TABLE_NAMES.filter((table) => tables.has(table)).flatMap((table) =>
    called[table].flatMap((row, index) => {
      const one = recorded[table][index];
      return one && isMissing(table, row) ? [{ table, name: nameOfRow(table, one.cells) }] : [];
    }),
  );
};

/** As it calls its things when nothing else is recorded. */
const qualifiedTables = (known: Known): WrittenTables => {
  const { find } = planningOf({ ...known, rows: [] });
  const tables = TABLE_NAMES.map(
    (table) => [table, known.recorded[table].map((row) => qualified({ ...row, table }, find))] as const,
  );
  return Object.fromEntries(tables) as unknown as WrittenTables;
};

/** What a row dates was reported when the row says so, or on its own day where that is later. */
const withReportedOn = (order: Order): Order => {
  const { on } = order;
  const day = asText(order.row.cells.reportedOn);
  return day === '' || on === undefined ? order : { ...order, reportedOn: day < on ? on : day };
};

/** A column that is left out changes nothing. */
const withAbsent = (row: ReadRow, standingOf: Planning['standing']): ReadRow => {
  const standing = row.absent.length === 0 ? undefined : standingOf(row);
  if (!standing) return row;
  const kept = row.absent.flatMap((column) =>
    column in standing.cells ? [[column, standing.cells[column] ?? null] as const] : [],
  );
  return { ...row, cells: { ...row.cells, ...Object.fromEntries(kept) } };
};

/** Of another day, what is recorded is the word after the one that the row tells of. */
const otherReport = (row: ReadRow, standing: WrittenRow | undefined): readonly Fault[] => {
  const { on, reportedOn } = row.cells;
  return standing && standing.cells.on === on && asText(reportedOn) !== '' ? fixed(['reportedOn'], row, standing) : [];
};

const askedBy = (row: ReadRow, planning: Planning, houseOn: HouseOn): Asked => {
  const { orders = [], faults = [] } = ASKS[row.table]?.(row, planning, houseOn) ?? {};
  const standing = planning.standing(row);
  return {
    orders: orders.map((order) => ({ ...order, ...(standing && { instead: standing.lastSaid }) })),
    faults: [...faults, ...otherReport(row, standing)],
  };
};

export type Known = Readonly<{
  recorded: WrittenTables;
  offices: Offices;
  idOf: IdOf;
  /** The one house that the bundle is about; else those that it names. */
  house?: string;
}>;

/** All faults at once; orders only count when there is none. */
export const planOf = (all: readonly ReadRow[], known: Known): Plan => {
  const named = planningOf({ ...known, rows: all });
  const recorded = qualifiedTables(known);
  const { standing } = planningOf({ ...known, rows: [], recorded });
  const rows = all.map((row) => withAbsent(qualified(row, named.find), standing));
  const planning = planningOf({ ...known, rows, recorded });
  const faults = [...nameFaults(all, named), ...loneParts(rows, planning)];
  const houseOn = leads(planning);
  const asked = rows.map((row) => askedBy(row, planning, houseOn));
  return {
    waves: wavesOf(
      resumed(
        asked.flatMap(({ orders = [] }) => orders),
        recorded,
      ).map(withReportedOn),
    ),
    faults: [...faults, ...asked.flatMap((one) => one.faults ?? [])],
    vanished: vanishedFrom(rows, recorded, known),
  };
};
