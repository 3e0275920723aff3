// What orders are made from: the rows of the bundle, what is recorded already, and who leads what.
import type { Fault } from '../codec/table';
import { faultIn, type ReadRow } from '../reading/read-tables';
import { asText, type Cells } from '../tables/column';
import type { TableName } from '../tables/tables';
import type { ThingKind } from '../written/names';
import { keyOfRow } from '../written/row-key';
import type { WrittenRow, WrittenTables } from '../written/written-tables';

export type Offices = Readonly<{ cabinet: string; finance: string; strategy: string }>;
/** The id that follows from what a house calls a thing. */
export type IdOf = (ministry: string, category: string, reference: string) => string;

/** `on`: the day on which it began. */
export type Thing = Readonly<{ id: string; ministry: string; reference: string; on: string }>;

export type Planning = Readonly<{
  rows: (table: TableName) => readonly ReadRow[];
  recorded: WrittenTables;
  /** The recorded row that bears the same name. */
  standing: (row: ReadRow) => WrittenRow | undefined;
  offices: Offices;
  idOf: IdOf;
  /** The things that a name can mean. */
  find: (kind: ThingKind, name: string) => readonly Thing[];
}>;

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;
const TABLE_OF = { goal: 'goals', measure: 'measures', indicator: 'indicators' } as const;

/** A thing without a reference of its own is called by its id. */
export const isId = (reference: string): boolean => ID.test(reference);

type Source = Readonly<{ rows: readonly ReadRow[]; recorded: WrittenTables; offices: Offices; idOf: IdOf }>;

const thingsOf = (kind: ThingKind, { rows, recorded, idOf }: Source): readonly Thing[] => {
  const table = TABLE_OF[kind];
  const known = recorded[table].map(({ cells, thing }): Thing => ({
    id: thing,
    ministry: asText(cells.ministry),
    reference: asText(cells.reference),
    on: asText(cells.on),
  }));
  const names = new Set(known.map(({ ministry, reference }) => `${ministry}/${reference}`));
  const isKnown = ({ ministry, reference }: Cells) => names.has(`${asText(ministry)}/${asText(reference)}`);
  const fresh = rows
    .filter((row) => row.table === table && !isKnown(row.cells))
    .map(({ cells }): Thing => {
      const [ministry, reference] = [asText(cells.ministry), asText(cells.reference)];
      return {
        id: isId(reference) ? reference : idOf(ministry, kind, reference),
        ministry,
        reference,
        on: asText(cells.on),
      };
    });
  return [...known, ...fresh];
};

const into = <Key, Item>(groups: Map<Key, Item[]>, key: Key, item: Item): void => {
  const group = groups.get(key);
  if (group) group.push(item);
  else groups.set(key, [item]);
};

/** With the house before it a name means one thing, whatever other houses call theirs. */
const finder = (things: readonly Thing[]): ((name: string) => readonly Thing[]) => {
  const [qualified, plain] = [new Map<string, Thing[]>(), new Map<string, Thing[]>()];
  for (const thing of things) {
    into(qualified, `${thing.ministry}/${thing.reference}`, thing);
    into(plain, thing.reference, thing);
  }
  return (name) => qualified.get(name) ?? plain.get(name) ?? [];
};

export const planningOf = (source: Source): Planning => {
  const { rows, recorded, offices, idOf } = source;
  const finders = {
    goal: finder(thingsOf('goal', source)),
    measure: finder(thingsOf('measure', source)),
    indicator: finder(thingsOf('indicator', source)),
  };
  const tables = Object.entries(recorded) as readonly [TableName, readonly WrittenRow[]][];
  const standing = new Map(
    tables.flatMap(([table, all]) => all.map((row) => [`${table} ${keyOfRow(table, row.cells)}`, row] as const)),
  );
  const byTable = new Map<TableName, ReadRow[]>();
  for (const row of rows) into(byTable, row.table, row);
  return {
    ...{ recorded, offices, idOf },
    rows: (table) => byTable.get(table) ?? [],
    standing: (row) => standing.get(`${row.table} ${keyOfRow(row.table, row.cells)}`),
    find: (kind, name) => finders[kind](name),
  };
};

/** Null when the name means one thing. */
export const objectionToName = (row: ReadRow, column: string, things: readonly Thing[]): Fault | null => {
  if (things.length === 1) return null;
  const name = asText(row.cells[column] ?? '');
  const [one] = things;
  return faultIn(
    row,
    column,
    one
      ? `names ${things.length} things; write the house before it, such as ${one.ministry}/${one.reference}`
      : `names nothing that is in the bundle or recorded${name === '' ? '' : `: ${name}`}`,
  );
};
