// For specs: a bundle against what was recorded of another one, and what is sent for it.
import type { Table } from '../../codec/table';
import { faultText, readTables } from '../../reading/read-tables';
import { asText, type Cells } from '../../tables/column';
import { TABLE_NAMES, type TableName, TABLES } from '../../tables/tables';
import type { WrittenRow, WrittenTables } from '../../written/written-tables';
import type { Order } from '../order';
import { planOf } from '../plan';
import { qualifiedName } from '../qualified';

export type Texts = Readonly<Record<string, string>>;
export type Bundle = Readonly<Partial<Record<TableName, readonly Texts[]>>>;

const OFFICES = { cabinet: 'stk', finance: 'mf', strategy: 'mid' };
/** `goal mf/Z-1` is the id of Z-1 of mf. */
const idOf = (ministry: string, category: string, reference: string): string =>
  `${category} ${qualifiedName({ ministry, reference })}`;

const tablesOf = (bundle: Bundle): readonly Table[] =>
  TABLE_NAMES.flatMap((name) => {
    const header = TABLES[name].columns.map((column) => column.name);
    const rows = (bundle[name] ?? []).map((row, index) => ({
      ...{ place: index + 2, cells: header.map((column) => row[column] ?? '') },
    }));
    return rows.length === 0 ? [] : [{ name, file: `${name}.csv`, header, rows }];
  });

const KIND_OF: Readonly<Partial<Record<TableName, string>>> = {
  goals: 'goal',
  measures: 'measure',
  indicators: 'indicator',
};
const thingIn = (table: TableName, cells: Cells): string => {
  const kind = KIND_OF[table];
  return kind ? idOf(asText(cells.ministry), kind, asText(cells.reference)) : 'of another thing';
};

/** Rows of a bundle as they are recorded once it was taken in: at revision 3 of a stream of the house mf. */
export const recordedOf = (bundle: Bundle): WrittenTables => {
  const { rows } = readTables(tablesOf(bundle));
  const written = ({ table, cells }: (typeof rows)[number]): WrittenRow => ({
    ...{ cells, thing: thingIn(table, cells), stream: 'mf.thing-1', revision: 3, recordedAt: '2026-12-01' },
    lastSaid: 'mf.thing-1@3',
  });
  return Object.fromEntries(
    TABLE_NAMES.map((table) => [table, rows.filter((row) => row.table === table).map(written)]),
  ) as unknown as WrittenTables;
};

const told = ({ command, house, by, on, data }: Order): readonly unknown[] => [
  command,
  `${by} of ${house}`,
  on ?? 'today',
  typeof data === 'function' ? data(() => 7) : data,
];
export type Told = ReturnType<typeof told>;

/** What a bundle asks for when another one was taken in before. */
export const asked = (bundle: Bundle, before: Bundle = {}) => {
  const { rows, faults } = readTables(tablesOf(bundle));
  const plan = planOf(rows, { recorded: recordedOf(before), offices: OFFICES, idOf });
  return {
    orders: plan.waves.flat().map(told),
    waves: plan.waves.map((wave) => wave.map(({ command }) => command)),
    faults: [...faults, ...plan.faults].map(faultText),
    vanished: plan.vanished.map(({ table, name }) => [table, name]),
  };
};
