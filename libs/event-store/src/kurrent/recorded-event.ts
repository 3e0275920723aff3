import type { JSONType, RecordedEvent } from '@kurrent/kurrentdb-client';
import { BEFORE_ALL, CorruptEvent, type StoredEvent } from '@zielwerk/kernel';
import { hash } from 'node:crypto';
import type { EventText } from '../event-text';
import { uuidOf } from './event-id';
import { positionOf } from './position';

/** What the server is given. */
export type EventData = Readonly<{
  id: string;
  contentType: 'application/json';
  type: string;
  data: JSONType;
  metadata: Record<string, unknown>;
}>;

/** Where an event is to stand, and since when: what its content hash says beside its content. */
type Place = Readonly<{ stream: string; revision: number; recordedAt: string }>;

/** What we add to the metadata: its id need not be a UUID, and the server's own time is not the house's clock. */
type Added = Readonly<{ id: string; recordedAt: string; contentHash: string }>;

// Names and JSON hold no line feed, so no two events give the same text.
const digest = ({ stream, revision, recordedAt }: Place, { id, wireType, meta, data }: EventText): string =>
  hash('sha256', `${stream}\n${revision}\n${recordedAt}\n${id}\n${wireType}\n${meta}\n${data}`, 'base64');

export const eventDataOf = (place: Place, text: EventText): EventData => {
  const { id, wireType, meta, data } = text;
  const added: Added = { id, recordedAt: place.recordedAt, contentHash: digest(place, text) };
  return {
    id: uuidOf(id),
    contentType: 'application/json',
    type: wireType,
    // The client writes JSON itself, and never settles where it cannot: what was JSON once is so again, byte for byte.
    data: JSON.parse(data) as JSONType,
    metadata: { ...added, ...(JSON.parse(meta) as object) },
  };
};

const isOurs = (metadata: unknown): metadata is Added => {
  if (typeof metadata !== 'object' || metadata === null) return false;
  const { id, recordedAt, contentHash } = metadata as Partial<Record<keyof Added, unknown>>;
  return [id, recordedAt, contentHash].every((part) => typeof part === 'string');
};

/** Throws CorruptEvent when anything in it is not as it was appended to the stream of that name. */
export const storedEventOf = (recorded: RecordedEvent, stream: string): StoredEvent => {
  const position = recorded.position ? positionOf(recorded.position) : BEFORE_ALL;
  const corrupt = (reason: string) => new CorruptEvent(position, stream, reason);
  // The client gives bytes for metadata that it cannot read, and text for such data.
  const metadata: unknown = recorded.metadata;
  if (!recorded.isJson) throw corrupt('it is not JSON');
  if (!isOurs(metadata)) throw corrupt('its metadata is no JSON object with a content hash');
  const { id, recordedAt, contentHash, ...meta } = metadata;
  const place = { stream, revision: Number(recorded.revision), recordedAt };
  const text = { id, wireType: recorded.type, meta: JSON.stringify(meta), data: JSON.stringify(recorded.data) };
  if (digest(place, text) !== contentHash || recorded.id !== uuidOf(id)) throw corrupt('its content hash differs');
  return {
    position,
    wireType: recorded.type,
    data: recorded.data,
    meta: { ...(meta as StoredEvent['meta']), id, ...place },
  };
};
