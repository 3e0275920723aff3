// P1: rows are the fold of the log, however the topics interleave and however often messages are sent again.
import { decodeFact } from '@zielwerk/contracts';
import { applyEvent, checksumOf, emptyRows, type Projection, type ReceivedMessage } from '@zielwerk/kernel';
import { chanceFrom, someInterleavings } from '@zielwerk/testing';

import {
  added,
  balances,
  broken,
  history,
  jarEvents,
  type JarEvent,
  jars,
  moved,
  opened,
  streamOf,
} from './testing/jars';
import { inPlaces } from './testing/places';

const places = inPlaces();
const HOUSES = ['mi', 'mf', 'mj'];

/** A jar's life: opened, filled by chance, and in the end perhaps broken. */
const lifeOf = (jar: number, chance: () => number): readonly JarEvent[] => {
  const name = `jar-${jar}`;
  const events = Array.from({ length: 2 + Math.floor(chance() * 12) }, () => {
    const coins = 1 + Math.floor(chance() * 60);
    return chance() < 0.7 ? added(name, coins) : moved(name, `jar-${Math.floor(chance() * 20)}`, coins);
  });
  return [opened(name, chance() < 0.5), ...events, ...(chance() < 0.2 ? [broken(name)] : [])];
};

const world = (seed: number) => {
  const chance = chanceFrom(seed);
  return HOUSES.map((house, place) => {
    const streams = Array.from({ length: 8 }, (_, n) => {
      const jar = place * 8 + n;
      return history(streamOf(house, jar), ...lifeOf(jar, chance));
    });
    const [topic = []] = someInterleavings(streams, 1, seed);
    return topic.map((message, offset): ReceivedMessage => ({ ...message, offset }));
  });
};

const foldOf = <Row extends object>(projection: Projection<JarEvent, Row>, messages: readonly ReceivedMessage[]) => {
  const facts = messages.flatMap((message) => decodeFact(message, jarEvents) ?? []);
  let rows = emptyRows<Row>();
  for (const fact of facts) rows = applyEvent(projection, rows, fact);
  return checksumOf(rows.rows.values());
};

/** Any part of what a topic has sent comes again after some of its batches. */
const withRedeliveries = (order: readonly ReceivedMessage[], chance: () => number): ReceivedMessage[][] => {
  const batches: ReceivedMessage[][] = [];
  for (let at = 0; at < order.length;) {
    const size = 1 + Math.floor(chance() * 40);
    batches.push(order.slice(at, at + size));
    at += size;
    const back = Math.floor(chance() * at);
    if (chance() < 0.5) batches.push(order.slice(back, at));
  }
  return batches;
};

it.each(Array.from({ length: 20 }, (_, seed) => [seed + 1]))('rows are the fold of the log, seed %i', async (seed) => {
  const topics = world(seed);
  const chance = chanceFrom(seed);
  const [order = []] = someInterleavings(topics, 1, seed + 1000);
  const readModel = await places.open();
  for (const batch of withRedeliveries(order, chance)) {
    await readModel.ingest(batch);
    if (chance() < 0.5) await readModel.project();
  }
  await readModel.project();

  const expected = [foldOf(jars, topics.flat()), foldOf(balances, topics.flat())];
  expect([await readModel.checksum('jar'), await readModel.checksum('balance')]).toEqual(expected);
  await readModel.rebuild();
  expect([await readModel.checksum('jar'), await readModel.checksum('balance')]).toEqual(expected);
  expect(await readModel.health()).toMatchObject({ lastOrdinal: order.length, parked: 0, held: 0, refused: 0 });
});
