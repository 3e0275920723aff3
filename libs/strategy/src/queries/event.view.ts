import { allEvents, type Audience } from '@zielwerk/contracts';
import type { EngineTables } from '@zielwerk/projection-engine';

import { isAboutPublic, readableTypes } from '../reading/audience';
import { type Tables, unindexed } from '../reading/tables';
import type { EventView } from '../views/answer';

const COLUMNS = [
  ...(['event.ordinal', 'event.event_id', 'event.type', 'event.wire_type', 'event.ministry', 'event.offset'] as const),
  ...(['event.stream', 'event.revision', 'event.occurred_on', 'event.recorded_at'] as const),
  ...(['event.acting_function', 'event.correlation_id', 'event.reported_on', 'event.value'] as const),
] as const;

/** The events of the log that such a reader may see, in no order yet. */
export const readableEvents = (db: Tables, audience: Audience) => {
  const types = readableTypes(audience);
  return db
    .selectFrom('event')
    .select(COLUMNS)
    .$if(types !== undefined, (events) => events.where(unindexed('event.type'), 'in', types ?? []))
    .$if(audience === 'public', (events) => events.where((eb) => isAboutPublic(eb, db)));
};

type Logged = Omit<EngineTables['event'], 'topic' | 'headers'>;

const NEWEST = allEvents.newestVersions();

/** What the event says in its newest version, without the fields that are kept from such a reader. */
const dataFor = (audience: Audience, { wire_type, value }: Logged): unknown => {
  // What is not kept as text is no JSON.
  if (typeof value !== 'string') return null;
  try {
    const event = allEvents.decode(wire_type, JSON.parse(value));
    return event ? allEvents.redact(`${event.type}.v${NEWEST[event.type] ?? 1}`, event.data, audience) : null;
  } catch {
    // Parked until a release that can read it: its place and time are known, its data is not.
    return null;
  }
};

export const eventView = (row: Logged, audience: Audience): EventView => ({
  id: row.event_id,
  type: row.type,
  wireType: row.wire_type,
  ministry: row.ministry,
  offset: row.offset,
  stream: row.stream,
  revision: row.revision,
  occurredOn: row.occurred_on,
  recordedAt: row.recorded_at,
  function: row.acting_function,
  correlationId: row.correlation_id,
  origin: row.reported_on === null ? null : 'import',
  reportedOn: row.reported_on,
  data: dataFor(audience, row),
});

/** What happened to a thing, as far as the reader may see it; oldest first. */
export const historyOf = async (db: Tables, stream: string, audience: Audience): Promise<readonly EventView[]> => {
  const rows = await readableEvents(db, audience)
    .where('event.stream', '=', stream)
    .orderBy('event.revision')
    .execute();
  return rows.map((row) => eventView(row, audience));
};
