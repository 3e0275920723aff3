// Rows in which things are called by house and reference, however a bundle or a recorded row calls them.
import { asText, type Cells, type Column, type Value, type Weight } from '../tables/column';
import { stepOf } from '../tables/steps';
import { type TableName, TABLES } from '../tables/tables';
import type { ThingKind } from '../written/names';
import type { Planning, Thing } from './planning';

type Find = Planning['find'];
type Named = Readonly<{ table: TableName; cells: Cells }>;

const THINGS = ['goal', 'measure'] as const;

/** What a column names: nothing but the cell itself, or a thing of that kind. */
export const kindOf = ({ kind, name }: Column, cells: Cells): ThingKind | undefined => {
  if (kind === 'goal' || kind === 'measure' || kind === 'indicator') return kind;
  if (kind !== 'thing') return undefined;
  const said = name === 'reference' ? asText(cells.kind) : stepOf(asText(cells.kind), asText(cells.step))?.other;
  return THINGS.find((thing) => thing === said);
};

export const qualifiedName = ({ ministry, reference }: Pick<Thing, 'ministry' | 'reference'>): string =>
  `${ministry}/${reference}`;
/** The name of the thing that a row of `goals`, `measures` or `indicators` is. */
export const ownName = ({ ministry, reference }: Cells): string =>
  qualifiedName({ ministry: asText(ministry), reference: asText(reference) });

const qualifiedValue = (column: Column, value: Value, cells: Cells, find: Find): Value => {
  const named = (kind: ThingKind, name: string): string => {
    const [thing, ...others] = find(kind, name);
    return thing && others.length === 0 ? qualifiedName(thing) : name;
  };
  if (value === null) return null;
  if (column.kind === 'goals') return (value as readonly string[]).map((name) => named('goal', name));
  if (column.kind === 'weights')
    return (value as readonly Weight[]).map(({ goal, weight }) => ({ goal: named('goal', goal), weight }));
  const kind = kindOf(column, cells);
  return kind ? named(kind, asText(value)) : value;
};

/** Names that mean nothing, or several things, stay. */
export const qualified = <Row extends Named>(row: Row, find: Find): Row => ({
  ...row,
  cells: {
    ...row.cells,
    ...Object.fromEntries(
      TABLES[row.table].columns.map((column) => [
        column.name,
        qualifiedValue(column, row.cells[column.name] ?? null, row.cells, find),
      ]),
    ),
  },
});
