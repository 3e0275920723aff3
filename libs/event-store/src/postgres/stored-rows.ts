import { BEFORE_ALL, CorruptEvent, type Position, type StoredEvent } from '@zielwerk/kernel';
import { type EventRow, eventOfRow, UNKNOWN } from '../event-row';

/** An event's row as PostgreSQL gives it: a bigint comes as text. */
export type SentRow = readonly [
  position: string,
  ...rest: EventRow extends readonly [number, ...infer Rest] ? Rest : never,
];

/** The log's end, and a row beside it; the row is nothing but nulls where there is none. */
export type PageRow = readonly [last: string, ...row: SentRow] | readonly [last: string, position: null];

const rowOfSent = ([position, ...rest]: SentRow): EventRow => [Number(position), ...rest];

/** A page and where the log ended when it was read. */
export const placed = (sent: readonly PageRow[]): Readonly<{ last: Position; rows: readonly EventRow[] }> => ({
  last: Number(sent[0]?.[0] ?? BEFORE_ALL),
  rows: sent.flatMap(([, ...row]) => (row[0] === null ? [] : [rowOfSent(row as unknown as SentRow)])),
});

/** The events of a page that is whole, positions being dense. Throws CorruptEvent. */
export const eventsOfPage = (sent: readonly PageRow[], after: Position, limit: number): readonly StoredEvent[] => {
  const { last, rows } = placed(sent);
  const missing = (i: number) => new CorruptEvent(after + 1 + i, UNKNOWN, 'it is missing');
  const events = rows.map((row, i) => {
    if (row[0] !== after + 1 + i) throw missing(i);
    return eventOfRow(row);
  });
  if (rows.length < Math.min(limit, last - after)) throw missing(rows.length);
  return events;
};

/** The events of a stream from a revision on, revisions being dense. Throws CorruptEvent. */
export const eventsOfStream = (sent: readonly SentRow[], stream: string, from: number): readonly StoredEvent[] =>
  sent.map((row, i) => {
    if (row[2] !== from + i) throw new CorruptEvent(BEFORE_ALL, stream, `revision ${from + i} is missing`);
    return eventOfRow(rowOfSent(row));
  });
