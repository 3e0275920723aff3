// Cells with references where rows that follow from events have ids.
import { asText, type Cells, type Column, type Value, type Weight } from '../tables/column';
import { stepOf } from '../tables/steps';
import { TABLES, type TableName } from '../tables/tables';
import type { Names, ThingKind } from './names';

const isKind = (kind: string | null | undefined): kind is ThingKind =>
  kind === 'goal' || kind === 'measure' || kind === 'indicator';

/** What a `thing` is: the row's kind says it of its reference, the step of the other one. */
const kindOfThing = (column: Column, cells: Cells): string | undefined =>
  column.name === 'reference' ? asText(cells.kind) : stepOf(asText(cells.kind), asText(cells.step))?.other;

const named = (column: Column, value: Value, cells: Cells, { nameOf }: Names): Value => {
  if (value === null) return null;
  if (column.kind === 'goals') return (value as readonly string[]).map((id) => nameOf('goal', id));
  if (column.kind === 'weights')
    return (value as readonly Weight[]).map(({ goal, weight }) => ({ goal: nameOf('goal', goal), weight }));
  const kind = column.kind === 'thing' ? kindOfThing(column, cells) : column.kind;
  return isKind(kind) ? nameOf(kind, asText(value)) : value;
};

/** In the order of the table's columns, all of them. */
export const namedCells = (table: TableName, cells: Cells, names: Names): Cells =>
  Object.fromEntries(
    TABLES[table].columns.map((column) => [
      column.name,
      named(column, cells[column.name] ?? column.empty ?? null, cells, names),
    ]),
  );
