// A world of jars by chance: three houses, each with a topic, and the ways in which a bus may deliver them.
import { decodeFact } from '@zielwerk/contracts';
import { applyEvent, checksumOf, emptyRows, type Projection, type ReceivedMessage } from '@zielwerk/kernel';
import { chanceFrom, someInterleavings } from '@zielwerk/testing';

import { added, broken, history, jarEvents, type JarEvent, moved, opened, streamOf } from './jars';

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

/** Each house's topic, as it was decided; `jarsEach` jars a house. */
export const world = (seed: number, jarsEach = 8): readonly (readonly ReceivedMessage[])[] => {
  const chance = chanceFrom(seed);
  return HOUSES.map((house, place) => {
    const streams = Array.from({ length: jarsEach }, (_, n) => {
      const jar = place * jarsEach + n;
      return history(streamOf(house, jar), ...lifeOf(jar, chance));
    });
    const [topic = []] = someInterleavings(streams, 1, seed);
    return topic.map((message, offset): ReceivedMessage => ({ ...message, offset }));
  });
};

/** The checksum of the rows that messages make, one after the other. */
export const foldOf = <Row extends object>(
  projection: Projection<JarEvent, Row>,
  messages: readonly ReceivedMessage[],
) => {
  const facts = messages.flatMap((message) => decodeFact(message, jarEvents) ?? []);
  let rows = emptyRows<Row>();
  for (const fact of facts) rows = applyEvent(projection, rows, fact);
  return checksumOf(rows.rows.values());
};

/** Any part of what topics have sent comes again after some of their batches, at most so far back. */
export const withRedeliveries = (
  order: readonly ReceivedMessage[],
  chance: () => number,
  farthest = Infinity,
): ReceivedMessage[][] => {
  const batches: ReceivedMessage[][] = [];
  for (let at = 0; at < order.length;) {
    const size = 1 + Math.floor(chance() * 40);
    batches.push(order.slice(at, at + size));
    at += size;
    const back = Math.max(at - farthest, Math.floor(chance() * at));
    if (chance() < 0.5) batches.push(order.slice(back, at));
  }
  return batches;
};
