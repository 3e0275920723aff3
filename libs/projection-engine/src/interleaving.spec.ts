// P1: rows are the fold of the log, however the topics interleave and however often messages are sent again.
import { chanceFrom, someInterleavings } from '@zielwerk/testing';

import { balances, jars } from './testing/jars';
import { inPlaces } from './testing/places';
import { foldOf, withRedeliveries, world } from './testing/worlds';

const places = inPlaces();

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
