import { type Clock, CorruptEvent, type EventStore, type Messaging, topicOf } from '@zielwerk/kernel';
import type { Relay } from '@zielwerk/messaging';
import { type Check, probe, type Vitals } from '@zielwerk/platform';

import { freeBytesOf } from './free-bytes';

const LAG_COUNTED = 1_000;

export type HouseParts = Readonly<{
  code: string;
  folder: string;
  eventStore: EventStore;
  messaging: Messaging;
  relay: Relay;
  clock: Clock;
  knownFacts: () => Promise<Check>;
}>;

/** How a house is. No engine that hangs keeps the answer for longer than two seconds. */
export const houseVitals = ({ code, folder, knownFacts, ...ports }: HouseParts): (() => Promise<Vitals>) => {
  const store = probe(async () => {
    // Nobody's stream: a server that many houses share may search far for the first event of ours.
    await ports.eventStore.readStream(`${code}.is-there`);
    return true;
  });
  const bus = probe(async () => (await ports.messaging.endOf(topicOf(code))) >= 0);
  const lag = probe(() => lagOf(ports));
  return async () => {
    const [event_store = false, busAnswers = false, behind, diskFreeBytes] = await Promise.all([
      store(),
      bus(),
      lag(),
      freeBytesOf(folder),
    ]);
    const { up: complete, topicsBehind, refusedByPolicies } = await knownFacts();
    return {
      engines: { event_store, bus: busAnswers },
      ...(behind && { relay: { ...behind, stuck: ports.relay.trouble() instanceof CorruptEvent } }),
      known: { complete, topicsBehind: Number(topicsBehind), refusedByPolicies: Number(refusedByPolicies) },
      ...(diskFreeBytes !== undefined && { diskFreeBytes }),
    };
  };
};

/** The oldest event that is not on the bus tells since when it waits. */
const lagOf = async ({ eventStore, relay, clock }: Pick<HouseParts, 'eventStore' | 'relay' | 'clock'>) => {
  const [oldest] = await eventStore.readAll(relay.position(), 1);
  if (!oldest) return { events: 0, seconds: 0 };
  const seconds = Math.max(0, clock.now().getTime() - Date.parse(oldest.meta.recordedAt)) / 1000;
  return { events: Math.min(LAG_COUNTED, await relay.lag()), seconds };
};
