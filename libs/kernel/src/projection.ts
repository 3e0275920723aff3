import type { Message, Recorded } from './message';

type Handler<Row, Event> = (row: Row | null, event: Recorded<Event>, key: string) => Row | null;
type On<Event extends Message, Row> = {
  readonly [Type in Event['type']]?: Handler<Row, Extract<Event, { type: Type }>>;
};

/** How a field is kept: text, whole numbers, numbers, true/false, or a list or object as JSON. Any of them may be null. */
export type ColumnType = 'text' | 'integer' | 'real' | 'boolean' | 'json';

export interface Projection<Event extends Message = Message, Row extends object = object> {
  /** Also the table's name. */
  readonly name: string;
  /** Raise it when rows change shape or meaning: the engine rebuilds beside and then swaps. */
  readonly version: number;
  readonly columns: Readonly<Record<keyof Row & string, ColumnType>>;
  /** The column that holds the row's key. */
  readonly key: keyof Row & string;
  /** Lists of columns that queries filter or sort by. */
  readonly indexes?: readonly (readonly (keyof Row & string)[])[];
  /** The row, or the rows, an event is about. */
  readonly keyOf: (event: Recorded<Event>) => string | readonly string[];
  /**
   * The keys are the subscription: an event type without an entry is never applied. Answering null deletes the row.
   * A handler that expects a row and meets none says so with `present`.
   */
  readonly on: On<Event, Row>;
}

/** An event about a row that is not there: only a creating event may meet no row. The engine parks it with this reason. */
export class RowMissing extends Error {
  override readonly name = 'RowMissing';
}

export const present = <Row>(row: Row | null): Row => {
  if (row === null) throw new RowMissing('There is no row yet that this event could change.');
  return row;
};

export const defineProjection = <Event extends Message, Row extends object>(projection: Projection<Event, Row>) =>
  projection;

export const keysOf = <Event extends Message, Row extends object>(
  projection: Projection<Event, Row>,
  event: Recorded<Event>,
): readonly string[] => {
  const keys = projection.keyOf(event);
  return typeof keys === 'string' ? [keys] : keys;
};

export const handlerOf = <Event extends Message, Row extends object>(
  projection: Projection<Event, Row>,
  type: string,
): Handler<Row, Event> | undefined =>
  Object.hasOwn(projection.on, type) ? (projection.on[type as Event['type']] as Handler<Row, Event>) : undefined;

export type Rows<Row> = Readonly<{ rows: ReadonlyMap<string, Row>; seen: ReadonlyMap<string, number> }>;
export const emptyRows = <Row>(): Rows<Row> => ({ rows: new Map(), seen: new Map() });

/** One event's effect, by definition; the engine does the same in SQL. A revision already seen in its stream is skipped. */
export const applyEvent = <Event extends Message, Row extends object>(
  projection: Projection<Event, Row>,
  { rows, seen }: Rows<Row>,
  event: Recorded<Event>,
): Rows<Row> => {
  const { stream, revision } = event.meta;
  const handler = handlerOf(projection, event.type);
  if (!handler || revision <= (seen.get(stream) ?? -1)) return { rows, seen };

  const next = new Map(rows);
  for (const key of keysOf(projection, event)) {
    const row = handler(rows.get(key) ?? null, event, key);
    if (row) next.set(key, row);
    else next.delete(key);
  }
  return { rows: next, seen: new Map(seen).set(stream, revision) };
};
