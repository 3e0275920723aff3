import { CorruptEvent, type StoredEvent } from '@zielwerk/kernel';
import { hash } from 'node:crypto';
import { eventOf, type PlacedText } from '../event-text';

/** The columns in the order in which they are written, read and hashed. */
export const COLUMNS = 'position, stream, revision, id, wire_type, recorded_at, meta, data, hash';

export type EventRow = readonly [
  position: number,
  stream: string,
  revision: number,
  id: string,
  wireType: string,
  recordedAt: string,
  meta: string,
  data: string,
  hash: string,
];

// Names and JSON hold no line feed, so no two events give the same text.
const digest = (e: PlacedText): string =>
  hash(
    'sha256',
    `${e.position}\n${e.stream}\n${e.revision}\n${e.id}\n${e.wireType}\n${e.recordedAt}\n${e.meta}\n${e.data}`,
    'base64',
  );

export const rowOf = (event: PlacedText): EventRow => [
  event.position,
  event.stream,
  event.revision,
  event.id,
  event.wireType,
  event.recordedAt,
  event.meta,
  event.data,
  digest(event),
];

/** Throws CorruptEvent when anything in the row is not as it was written. */
export const eventOfRow = (row: EventRow): StoredEvent => {
  const [position, stream, revision, id, wireType, recordedAt, meta, data, written] = row;
  const event = { position, stream, revision, id, wireType, recordedAt, meta, data };
  if (digest(event) !== written) throw new CorruptEvent(position, stream, 'its content hash differs');
  try {
    return eventOf(event);
  } catch {
    throw new CorruptEvent(position, stream, 'it is not JSON');
  }
};
