import { type Audience, decodeFact, readMeta, typeOf } from '@zielwerk/contracts';
import type { ReceivedMessage } from '@zielwerk/kernel';
import type { EngineTables } from '@zielwerk/projection-engine';

import { isAboutPublic, readableTypes } from '../reading/audience';
import type { Tables } from '../reading/tables';
import type { EventView } from '../views';

/** The events of the log that such a reader may see, in no order yet. */
export const readableEvents = (db: Tables, audience: Audience) => {
  const types = readableTypes(audience);
  return db
    .selectFrom('event')
    .select(['event.ordinal', 'event.topic', 'event.offset', 'event.stream', 'event.headers', 'event.value'])
    .$if(types !== undefined, (events) => events.where('event.type', 'in', types ?? []))
    .$if(audience === 'public', (events) => events.where((eb) => isAboutPublic(eb, db)));
};

type LoggedRow = Pick<EngineTables['event'], 'topic' | 'offset' | 'stream' | 'headers' | 'value'>;

const dataIn = (message: ReceivedMessage): unknown => {
  try {
    return decodeFact(message)?.data ?? null;
  } catch {
    // Parked until a release that can read it: its place and time are known, its data is not.
    return null;
  }
};

export const eventView = ({ topic, offset, stream, headers, value }: LoggedRow): EventView => {
  const message = { topic, offset, key: stream, headers, value: Buffer.from(value) };
  const { wireType, ...meta } = readMeta(message);
  return {
    id: meta.id,
    type: typeOf(wireType),
    wireType,
    ministry: meta.ministry,
    offset,
    stream,
    revision: meta.revision,
    occurredOn: meta.occurredOn,
    recordedAt: meta.recordedAt,
    function: meta.function,
    correlationId: meta.correlationId,
    data: dataIn(message),
  };
};

/** What happened to a thing the reader may see, oldest first. */
export const historyOf = async (db: Tables, stream: string, audience: Audience): Promise<readonly EventView[]> => {
  const types = readableTypes(audience);
  const rows = await db
    .selectFrom('event')
    .select(['topic', 'offset', 'stream', 'headers', 'value'])
    .where('stream', '=', stream)
    .$if(types !== undefined, (events) => events.where('type', 'in', types ?? []))
    .orderBy('revision')
    .execute();
  return rows.map(eventView);
};
