import { Clock, type EventStore, type NewEvent, type StoredEvent } from '@zielwerk/kernel';

export type OpenStore = (clock: Clock) => Promise<EventStore>;

export const STREAM = 'mwu.measure-1';

/** An event whose data and command tell it from every other. */
export const event = (id: string, data: unknown = { id }): NewEvent => ({
  wireType: 'MeasurePlanned.v1',
  data,
  meta: {
    id,
    occurredOn: '2026-01-12',
    ministry: 'mwu',
    function: 'referat-14',
    correlationId: `correlation-of-${id}`,
    actor: 'a1f0c9',
    commandId: `command-of-${id}`,
    commandHash: `hash-of-${id}`,
  },
});

export const events = (...ids: readonly string[]): readonly NewEvent[] => ids.map((id) => event(id));
export const idsOf = (stored: readonly StoredEvent[]): readonly string[] => stored.map(({ meta }) => meta.id);

/** A clock that somebody sets: each reading of it is the next of these instants, and at last the same for ever. */
export class SetClock extends Clock {
  private readings = 0;

  constructor(private readonly instants: readonly [string, ...string[]]) {
    super();
  }

  override now(): Date {
    const instant = this.instants[Math.min(this.readings, this.instants.length - 1)] ?? this.instants[0];
    this.readings += 1;
    return new Date(instant);
  }
}

/** What a subscriber is given from a position up to the event with this id. */
export const received = async (store: EventStore, after: number, lastId: string): Promise<readonly StoredEvent[]> => {
  const stop = new AbortController();
  const seen: StoredEvent[] = [];
  for await (const batch of store.subscribe(after, stop.signal)) {
    seen.push(...batch);
    if (batch.some(({ meta }) => meta.id === lastId)) stop.abort();
  }
  return seen;
};

/** Everything in the store, page by page. */
export const everything = async (store: EventStore, limit = 500): Promise<readonly StoredEvent[]> => {
  const all: StoredEvent[] = [];
  for (;;) {
    const page = await store.readAll(all.at(-1)?.position ?? 0, limit);
    if (page.length === 0) return all;
    all.push(...page);
  }
};
