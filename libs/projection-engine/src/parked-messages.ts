// Parked events as an operator looks at them: with their place, their type and the message as it arrived.
import type { ReceivedMessage } from '@zielwerk/kernel';

import { bytesOf } from './bytes';
import type { Database } from './tables';

/** `id` rises with each parking: an event that is tried in vain gets another one. */
export type ParkedPlace = Readonly<{
  id: number;
  projection: string;
  ordinal: number;
  stream: string;
  revision: number;
  wireType: string;
  reason: string;
  /** The ordinal of the event that could not be applied, when this one only waits for it. */
  waitsFor: number | null;
  at: string;
}>;

export type ParkedMessage = ParkedPlace & Readonly<{ message: ReceivedMessage }>;

const places = (db: Database) =>
  db
    .selectFrom('parked')
    .innerJoin('event', 'event.ordinal', 'parked.ordinal')
    .select(['parked.id', 'parked.projection', 'parked.ordinal', 'parked.reason', 'parked.waits_for as waitsFor'])
    .select(['parked.parked_at as at', 'event.stream', 'event.revision', 'event.wire_type as wireType']);

/** Oldest first. */
export const parkedPlaces = (db: Database, limit: number): Promise<readonly ParkedPlace[]> =>
  places(db).orderBy('parked.ordinal').orderBy('parked.id').limit(limit).execute();

/** With its bytes as they arrived; null for an id that nothing is parked under. */
export const parkedMessage = async (db: Database, id: number): Promise<ParkedMessage | null> => {
  const row = await places(db)
    .select(['event.topic', 'event.offset', 'event.headers', 'event.value'])
    .where('parked.id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  const { topic, offset, headers, value, ...place } = row;
  return { ...place, message: { topic, offset, key: place.stream, headers, value: bytesOf(value) } };
};
