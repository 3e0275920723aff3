import { placeKey } from '@zielwerk/contracts';
import { CorruptEvent, type EventStore, NO_REVISION, sameData, type StoredEvent } from '@zielwerk/kernel';

import { type Check, Inquiry } from './check';
import { eventsOf } from './sources';

/** An event that a store has said is durable, and where. `meta` may say less than is stored. */
export type Acknowledged = Readonly<{
  stream: string;
  revision: number;
  wireType: string;
  data: unknown;
  meta: Readonly<Partial<StoredEvent['meta']>>;
}>;

/** D1. Every event of the list is in the store as it was acknowledged, and the store serves each event it has. */
export const acknowledgedEventsAreThere = async (
  store: EventStore,
  acknowledged: readonly Acknowledged[] = [],
): Promise<Check> => {
  const inquiry = new Inquiry('D1');
  for await (const event of eventsOf(store)) {
    inquiry.count('events');
    if (event instanceof CorruptEvent) inquiry.find(`position ${event.position} (${event.stream})`, event.message);
  }
  inquiry.count('acknowledged', acknowledged.length);
  for (const event of acknowledged) {
    const difference = await differenceTo(store, event);
    if (difference !== null) inquiry.find(placeKey(event), difference);
  }
  return inquiry.result();
};

const differenceTo = async (store: EventStore, event: Acknowledged): Promise<string | null> => {
  try {
    const [stored] = await store.readStream(event.stream, event.revision);
    if (stored?.meta.revision !== event.revision) return 'It was acknowledged and is not there.';
    if (stored.wireType !== event.wireType)
      return `It was acknowledged as ${event.wireType} and is ${stored.wireType}.`;
    if (JSON.stringify(stored.data) !== JSON.stringify(event.data)) return 'Its data is not what was acknowledged.';
    return sameData(stored.meta, { ...stored.meta, ...event.meta })
      ? null
      : 'Its metadata is not what was acknowledged.';
  } catch (error) {
    if (error instanceof CorruptEvent) return error.message;
    throw error;
  }
};

/** What was to be appended at once, whether or not it was acknowledged. */
export type Attempt = Readonly<{ stream: string; ids: readonly string[] }>;

/** D2. Of the events of an append all are there, side by side, or none is. */
export const appendsAreWhole = async (store: EventStore, attempts: readonly Attempt[]): Promise<Check> => {
  const inquiry = new Inquiry('D2');
  for (const { stream, ids } of attempts) {
    const stored = (await store.readStream(stream)).map(({ meta }) => meta.id);
    const first = stored.indexOf(ids[0] ?? '');
    const there = ids.filter((id) => stored.includes(id)).length;
    inquiry.count(there === 0 ? 'absent' : 'present');
    if (there > 0 && !sameData(stored.slice(first, first + ids.length), ids))
      inquiry.find(stream, `Of the ${ids.length} events of an append ${there} are there, or not side by side.`);
  }
  return inquiry.result();
};

/** D3. Positions rise, and the revisions of each stream are 0, 1, 2 … */
export const revisionsAreDense = async (store: EventStore): Promise<Check> => {
  const inquiry = new Inquiry('D3');
  const heads = new Map<string, number>();
  let position = 0;
  for await (const event of eventsOf(store)) {
    inquiry.count('events');
    const stream = event instanceof CorruptEvent ? event.stream : event.meta.stream;
    const expected = (heads.get(stream) ?? NO_REVISION) + 1;
    // What cannot be read is there: D1 names it.
    const revision = event instanceof CorruptEvent ? expected : event.meta.revision;
    if (revision !== expected) inquiry.find(stream, `Revision ${revision} follows ${expected - 1}.`);
    if (event.position <= position) inquiry.find(stream, `Position ${event.position} follows ${position}.`);
    heads.set(stream, revision);
    position = event.position;
  }
  inquiry.count('streams', heads.size);
  return inquiry.result();
};

/** D4. What a command of a caller did to a stream stands there once and together, and no event id is given twice. */
export const commandsTakeEffectOnce = async (store: EventStore): Promise<Check> => {
  const inquiry = new Inquiry('D4');
  const ends = new Map<string, number>();
  const ids = new Map<string, string>();
  for await (const event of eventsOf(store)) {
    if (event instanceof CorruptEvent) continue;
    inquiry.count('events');
    const { id, stream, revision, actor, commandId } = event.meta;
    const command = JSON.stringify([stream, actor, commandId]);
    const end = ends.get(command);
    if (end === undefined) inquiry.count('commands');
    else if (end !== revision - 1)
      inquiry.find(placeKey(event.meta), `The command ${commandId} took effect up to revision ${end}, and again here.`);
    ends.set(command, revision);

    const before = ids.get(id);
    if (before !== undefined) inquiry.find(placeKey(event.meta), `Its id ${id} is that of ${before}.`);
    ids.set(id, placeKey(event.meta));
  }
  return inquiry.result();
};
