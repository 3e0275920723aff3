// The tables of a bundle, from the rows that follow from events: the same rows always give the same tables.
import type { BundleRow } from '../recorded/bundle-row';
import { asText, type Cells } from '../tables/column';
import { TABLE_NAMES, type TableName, TABLES } from '../tables/tables';
import { namedCells } from './named-cells';
import { type Named, type Names, namesOf } from './names';
import { keyOfRow } from './row-key';

/** A row as it is written, and the event that it says: corrections name it, and evidence leads to it. */
export type WrittenRow = Readonly<{
  cells: Cells;
  thing: string;
  stream: string;
  revision: number;
  recordedAt: string;
  /** The place of the event that changed it last: a change after that is another one. */
  lastSaid: string;
}>;
export type WrittenTables = Readonly<Record<TableName, readonly WrittenRow[]>>;

const byTime = (one: Pick<BundleRow, 'recorded_at'>, other: Pick<BundleRow, 'recorded_at'>): number =>
  one.recorded_at < other.recorded_at ? -1 : one.recorded_at > other.recorded_at ? 1 : 0;

/** A measure that was taken over is one row, of the house that leads it: as it was proposed, with what is said today. */
const oneRowEach = (measures: readonly BundleRow[]): readonly BundleRow[] => {
  const lives = new Map<string, BundleRow[]>();
  for (const row of [...measures].sort(byTime)) lives.set(row.thing, [...(lives.get(row.thing) ?? []), row]);
  return [...lives.values()].flatMap((rows) => {
    const first = rows.find(({ cells }) => 'ministry' in cells);
    const last = rows.at(-1);
    if (!first || !last) return [];
    return [{ ...last, cells: { ...first.cells, ...last.cells } }];
  });
};

const partsOf = (rows: readonly BundleRow[], table: TableName, by: string): readonly BundleRow[] =>
  rows.flatMap((row) =>
    row.parts.map((part) => ({ ...row, bundle_table: table, cells: { [by]: row.thing, ...part }, parts: [] })),
  );

const namedThings = (rows: readonly BundleRow[]): readonly Named[] =>
  rows.map(({ thing, ministry, cells }) => ({
    id: thing,
    ministry: typeof cells.ministry === 'string' ? cells.ministry : ministry,
    reference: typeof cells.reference === 'string' ? cells.reference : null,
  }));

const written = (row: BundleRow, names: Names): WrittenRow => {
  const cells = namedCells(row.bundle_table, row.cells, names);
  // A thing without a reference of its own is called by its id.
  const own = 'reference' in cells && cells.reference === null ? { ...cells, reference: row.thing } : cells;
  return {
    ...{ cells: own, thing: row.thing, stream: row.stream, revision: row.revision },
    ...{ recordedAt: row.recorded_at, lastSaid: row.last_said },
  };
};

const THINGS: readonly TableName[] = ['goals', 'measures', 'indicators'];

/** What two houses say of one line of a measure that moved is one row, and the later word counts. A thing is its own row. */
const oneOfEach = (table: TableName, rows: readonly BundleRow[]): readonly BundleRow[] => {
  if (THINGS.includes(table)) return rows;
  const merged = new Map<string, BundleRow>();
  for (const row of [...rows].sort(byTime)) {
    const key = keyOfRow(table, row.cells);
    const before = merged.get(key);
    merged.set(key, before ? { ...row, cells: { ...before.cells, ...row.cells } } : row);
  }
  return [...merged.values()];
};

/** By what names the row; steps of one day and thing stay in the order in which they were recorded. */
const sortKey = (table: TableName, { cells, recordedAt, revision }: WrittenRow): readonly string[] => {
  const text = (column: string) =>
    typeof cells[column] === 'number' ? asText(cells[column]).padStart(9, '0') : asText(cells[column] ?? '');
  if (table !== 'lifecycle') return TABLES[table].key.map(text);
  return [text('on'), text('kind'), text('reference'), recordedAt, asText(revision).padStart(9, '0')];
};

const inOrder = (table: TableName, rows: readonly WrittenRow[]): readonly WrittenRow[] =>
  rows
    .map((row) => ({ row, key: sortKey(table, row).join('\u0000') }))
    .sort((one, other) => (one.key < other.key ? -1 : 1))
    .map(({ row }) => row);

export const writtenTables = (rows: readonly BundleRow[]): WrittenTables => {
  const of = (table: TableName) => rows.filter((row) => row.bundle_table === table);
  const measures = oneRowEach(of('measures'));
  const [goals, indicators] = [of('goals'), of('indicators')];
  const names = namesOf({
    ...{ goal: namedThings(goals), measure: namedThings(measures), indicator: namedThings(indicators) },
  });
  const all: Readonly<Record<TableName, readonly BundleRow[]>> = {
    ...{ framework: of('framework'), goals, measures, indicators },
    milestones: partsOf(measures, 'milestones', 'measure'),
    targets: partsOf(indicators, 'targets', 'indicator'),
    ...{ progress: of('progress'), budget: of('budget'), observations: of('observations'), lifecycle: of('lifecycle') },
  };
  return Object.fromEntries(
    TABLE_NAMES.map((table) => [
      table,
      inOrder(
        table,
        oneOfEach(table, all[table]).map((row) => written(row, names)),
      ),
    ]),
  ) as unknown as WrittenTables;
};
