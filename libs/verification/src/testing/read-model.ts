// A read model of two ministries in memory, with everything open to be spoilt.
import { decodeFact, readMeta, toBusMessage, typeOf, WITHHELD } from '@zielwerk/contracts';
import { defineProjection, type Message, present, type ReceivedMessage } from '@zielwerk/kernel';

import type { LoggedEvent, Parked, VerifiableReadModel } from '../readable-read-model';
import { houseOfFive, streamOf, topic } from './house';

type MeasureRow = Readonly<{ measure: string; title: string; begun: boolean }>;
type About = Message<string, { measureId: string; title: string }>;

export const measures = defineProjection<About, MeasureRow>({
  name: 'measure',
  version: 1,
  columns: { measure: 'text', title: 'text', begun: 'boolean' },
  key: 'measure',
  keyOf: ({ data }) => data.measureId,
  on: {
    MeasureProposed: (_, { data }) => ({ measure: data.measureId, title: data.title, begun: false }),
    MeasureBegun: (row) => ({ ...present(row), begun: true }),
  },
});

const loggedFrom = (message: ReceivedMessage, ordinal: number): LoggedEvent => {
  const { wireType, ...meta } = readMeta(message);
  return {
    ...{ ordinal, meta, message },
    type: typeOf(wireType),
    state: wireType === WITHHELD ? 'withheld' : 'decoded',
    data: decodeFact(message)?.data ?? null,
  };
};

/** What the read model has: change any of it to see it found. */
export class Shelf implements VerifiableReadModel {
  readonly log: LoggedEvent[] = [];
  readonly table = new Map<string, Readonly<Record<string, unknown>>>();
  readonly parkedEvents: Parked[] = [];
  readonly heldMessages: ReceivedMessage[] = [];
  readonly refusedMessages: ReceivedMessage[] = [];
  checkpoint = 0;
  position = -1;

  events({ after = 0, limit }: Readonly<{ after?: number; limit: number }>) {
    return Promise.resolve(this.log.filter(({ ordinal }) => ordinal > after).slice(0, limit));
  }

  async *rows() {
    yield* await Promise.resolve(this.table.values());
  }

  positions() {
    return Promise.resolve({ mi: this.position });
  }

  parked() {
    return Promise.resolve(this.parkedEvents);
  }

  held() {
    return Promise.resolve(this.heldMessages.map((message) => ({ message })));
  }

  refused() {
    return Promise.resolve(this.refusedMessages.map((message) => ({ message })));
  }

  health() {
    return Promise.resolve({
      lastOrdinal: this.log.length,
      projections: { measure: { checkpoint: this.checkpoint } },
    });
  }
}

/** The house of five events, read to the end: two measures, both underway. */
export const shelfOfFive = async () => {
  const { store, messaging } = await houseOfFive();
  const events = await store.readAll(0, 100);
  const messages = events.map((event, offset): ReceivedMessage => {
    const { key, value, headers } = toBusMessage(event);
    return { topic, offset, key, headers, value: Buffer.from(value) };
  });
  const shelf = new Shelf();
  shelf.log.push(...messages.map((message, index) => loggedFrom(message, index + 1)));
  shelf.checkpoint = 5;
  shelf.position = 4;
  for (const one of [1, 2]) {
    const measure = streamOf(one).slice('mi.measure-'.length);
    shelf.table.set(measure, { measure, title: `Measure ${one}`, begun: true });
  }
  return { shelf, messaging, messages };
};
