// A house with a few measures, and ways to spoil what its store or its bus answers.
import { toBusMessage } from '@zielwerk/contracts';
import {
  type Appended,
  CorruptEvent,
  EventStore,
  type NewEvent,
  NO_REVISION,
  stoppedClock,
  type StoredEvent,
  topicOf,
} from '@zielwerk/kernel';
import { MemoryEventStore, MemoryMessaging } from '@zielwerk/testing';

const uuid = (kind: string, one: number): string => `0190a1de-${kind}-7000-8000-${one.toString(16).padStart(12, '0')}`;
export const streamOf = (measure: number): string => `mi.measure-${uuid('0000', measure)}`;
export const topic = topicOf('mi');

let ids = 0;
const eventOf = (measure: number, commandId: string, wireType: string, data: object): NewEvent => ({
  wireType,
  data: { measureId: uuid('0000', measure), ...data },
  meta: {
    id: uuid('1111', (ids += 1)),
    ...{ occurredOn: '2026-01-12', ministry: 'mi', function: null, correlationId: 'test' },
    ...{ actor: 'somebody', commandId, commandHash: 'hash' },
  },
});
export const proposed = (measure: number, commandId: string) =>
  eventOf(measure, commandId, 'MeasureProposed.v1', {
    reference: null,
    title: `Measure ${measure}`,
    description: null,
  });
export const begun = (measure: number, commandId: string) => eventOf(measure, commandId, 'MeasureBegun.v1', {});
/** Of a type that nobody outside of the house knows. */
export const secret = (measure: number, commandId: string) => eventOf(measure, commandId, 'MeasureWhispered.v1', {});

/** Two measures, five events, one of them withheld; all of them on the bus. */
export const houseOfFive = async () => {
  const store = new MemoryEventStore(stoppedClock('2026-01-13T08:00:00.000Z'));
  await store.append(streamOf(1), NO_REVISION, [proposed(1, 'a')]);
  await store.append(streamOf(2), NO_REVISION, [proposed(2, 'b'), begun(2, 'b')]);
  await store.append(streamOf(1), 0, [secret(1, 'c'), begun(1, 'c')]);
  return { store, messaging: await busOf(await store.readAll(0, 100)), ministry: 'mi' };
};

/** A bus with these events, in this order. */
export const busOf = async (events: readonly StoredEvent[]): Promise<MemoryMessaging> => {
  const messaging = new MemoryMessaging();
  await messaging.ensureTopics([topic]);
  await messaging.publish(
    topic,
    events.map((event) => toBusMessage(event)),
  );
  return messaging;
};

/** A store whose answers are changed on the way. */
export class SpoiltStore extends EventStore {
  constructor(
    private readonly store: EventStore,
    private readonly spoil: (events: readonly StoredEvent[]) => readonly StoredEvent[],
    private readonly corrupt: readonly number[] = [],
  ) {
    super();
  }

  override async readStream(stream: string, from?: number): Promise<readonly StoredEvent[]> {
    return this.served(this.spoil(await this.store.readStream(stream, from)));
  }

  override async readAll(after: number, limit: number): Promise<readonly StoredEvent[]> {
    return this.served(this.spoil(await this.store.readAll(after, limit)));
  }

  override append(stream: string, expected: number, events: readonly NewEvent[]): Promise<Appended> {
    return this.store.append(stream, expected, events);
  }

  override subscribe(after: number, signal: AbortSignal): AsyncIterable<readonly StoredEvent[]> {
    return this.store.subscribe(after, signal);
  }

  override close(): Promise<void> {
    return this.store.close();
  }

  private served(events: readonly StoredEvent[]): readonly StoredEvent[] {
    const bad = events.find(({ position }) => this.corrupt.includes(position));
    if (bad) throw new CorruptEvent(bad.position, bad.meta.stream, 'its bytes are others');
    return events;
  }
}

/** Changes the event at one place of all. */
export const at =
  (stream: string, revision: number, change: (event: StoredEvent) => readonly StoredEvent[]) =>
  (events: readonly StoredEvent[]): readonly StoredEvent[] =>
    events.flatMap((event) =>
      event.meta.stream === stream && event.meta.revision === revision ? change(event) : [event],
    );
