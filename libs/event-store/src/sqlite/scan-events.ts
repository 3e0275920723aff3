import { BEFORE_ALL, CorruptEvent, type Position, type StoredEvent } from '@zielwerk/kernel';
import { type EventRow, eventOfRow, UNKNOWN } from '../event-row';
import type { EventTable } from './event-table';

/** What stands at a position: the event, or why it is not to be had. */
export type Scanned = Readonly<{ position: Position } & ({ event: StoredEvent } | { corrupt: CorruptEvent })>;

const lost = (position: Position, reason: string): Scanned => ({
  position,
  corrupt: new CorruptEvent(position, UNKNOWN, reason),
});

/** Every event that is there or should be. A gap is named once, by the first position that is missing. */
export function* scanEvents(table: EventTable): Generator<Scanned, void, undefined> {
  table.refresh();
  const { last } = table;
  let position = BEFORE_ALL;
  while (position < last) {
    const { scanned, through } = scanNext(table, position, last);
    yield* scanned;
    position = through;
  }
}

type Step = Readonly<{ scanned: readonly Scanned[]; through: Position }>;

const scanNext = (table: EventTable, after: Position, last: Position): Step => {
  const next = after + 1;
  let row: EventRow | undefined;
  try {
    row = table.page(after, 1)[0];
  } catch (error) {
    return { scanned: [lost(next, String(error))], through: next };
  }
  const found = row?.[0] ?? last + 1;
  // A damaged page can answer with a row that was not asked for.
  if (row === undefined || found <= after || found > last)
    return { scanned: [lost(next, `the events up to ${last} are missing`)], through: last };
  const gap = found > next ? [lost(next, `the events up to ${found - 1} are missing`)] : [];
  return { scanned: [...gap, inspect(table, row)], through: found };
};

const inspect = (table: EventTable, row: EventRow): Scanned => {
  const [position, stream, revision] = row;
  try {
    const event = eventOfRow(row);
    // A reader of the stream gets there by the index, which can be damaged while the event is not.
    if (table.placeOf(stream, revision) === position) return { position, event };
    return { position, corrupt: new CorruptEvent(position, stream, 'its stream does not lead to it') };
  } catch (error) {
    const corrupt = error instanceof CorruptEvent ? error : new CorruptEvent(position, stream, String(error));
    return { position, corrupt };
  }
};
