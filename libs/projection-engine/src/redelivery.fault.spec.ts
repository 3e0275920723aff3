// P1 at full size: every event twice, topics mixed by chance, and in the end each of them from its beginning.
import { chanceFrom, someInterleavings } from '@zielwerk/testing';

import { balances, jars } from './testing/jars';
import { inPlaces } from './testing/places';
import { foldOf, withRedeliveries, world } from './testing/worlds';

const SEEDS = Number(process.env.ZIELWERK_FAULT_SEEDS ?? 1);
/** Eight events a jar, so that there are 10,000 in all. */
const JARS_EACH = 420;
const FARTHEST = 300;

const places = inPlaces();

it.each(Array.from({ length: SEEDS }, (_, seed) => [seed + 1]))(
  'ten thousand events, sent twice, mixed and then all of them again, make the rows of their fold, seed %i',
  async (seed) => {
    const topics = world(seed, JARS_EACH);
    const chance = chanceFrom(seed);
    const [order = []] = someInterleavings(topics, 1, seed + 1000);
    expect(order.length).toBeGreaterThan(9_000);
    const readModel = await places.open();
    for (const batch of withRedeliveries(order, chance, FARTHEST)) {
      await readModel.ingest([...batch, ...batch]);
      if (chance() < 0.5) await readModel.project();
    }
    for (const topic of topics) await readModel.ingest(topic);
    await readModel.project();

    const expected = [foldOf(jars, order), foldOf(balances, order)];
    expect([await readModel.checksum('jar'), await readModel.checksum('balance')]).toEqual(expected);
    expect(await readModel.health()).toMatchObject({ lastOrdinal: order.length, parked: 0, held: 0, refused: 0 });
  },
);
