import { CorruptEvent, type StoredEvent } from '@zielwerk/kernel';
import { hash } from 'node:crypto';
import { eventOf, type EventText, type Place } from './event-text';

/** The columns in the order in which they are written, read and hashed. */
export const COLUMNS = 'position, stream, revision, id, wire_type, recorded_at, meta, data, hash';

/** The stream of an event that is lost. */
export const UNKNOWN = '?';

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
const digest = (place: Place, text: EventText): string =>
  hash(
    'sha256',
    `${place.position}\n${place.stream}\n${place.revision}\n${place.recordedAt}\n${text.id}\n${text.wireType}\n${text.meta}\n${text.data}`,
    'base64',
  );

export const rowOf = (place: Place, text: EventText): EventRow => [
  place.position,
  place.stream,
  place.revision,
  text.id,
  text.wireType,
  place.recordedAt,
  text.meta,
  text.data,
  digest(place, text),
];

/** Throws CorruptEvent when anything in the row is not as it was written. */
export const eventOfRow = (row: EventRow): StoredEvent => {
  const [position, stream, revision, id, wireType, recordedAt, meta, data, written] = row;
  const event = { position, stream, revision, id, wireType, recordedAt, meta, data };
  if (digest(event, event) !== written) throw new CorruptEvent(position, stream, 'its content hash differs');
  try {
    return eventOf(event);
  } catch {
    throw new CorruptEvent(position, stream, 'it is not JSON');
  }
};
