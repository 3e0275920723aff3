import type { SpecPlace } from '@zielwerk/postgres-server';

import { added, balances, delivered, history, jars, opened, streamOf } from './testing/jars';
import { inPlaces } from './testing/places';

const places = inPlaces();
const a = streamOf('mi', 1);
const b = streamOf('mf', 2);
const many = (jar: string, count: number) => [
  opened(jar),
  ...Array.from({ length: count }, (_, n) => added(jar, 1 + (n % 60))),
];

const doubled: typeof jars = {
  ...jars,
  version: 2,
  on: {
    ...jars.on,
    CoinsAdded: (row, event, key) =>
      jars.on.CoinsAdded?.(row, { ...event, data: { ...event.data, coins: event.data.coins * 2 } }, key) ?? null,
  },
};
const coinsIn = async (readModel: Awaited<ReturnType<typeof places.open>>) =>
  (await readModel.db.selectFrom('jar').select('coins').orderBy('jar').execute()).map(({ coins }) => coins);
const tablesIn = (place: SpecPlace) => places.namesLike(place, '%jar%');

describe('a rebuild', () => {
  it('makes the same rows again', async () => {
    const readModel = await places.open();
    await readModel.ingest(delivered([...history(a, ...many('a', 1500)), ...history(b, ...many('b', 1500))]));
    await readModel.project();
    const sums = [await readModel.checksum('jar'), await readModel.checksum('balance')];
    await readModel.rebuild();
    expect([await readModel.checksum('jar'), await readModel.checksum('balance')]).toEqual(sums);
    await readModel.rebuild('jar');
    expect(await readModel.checksum('jar')).toBe(sums[0]);
  });

  it('tells how much of the log it has read', async () => {
    const told: (readonly [string, number])[] = [];
    const readModel = await places.open({ onRebuild: (projection, ratio) => told.push([projection, ratio]) });
    await readModel.ingest(delivered(history(a, ...many('a', 2999))));
    await readModel.project();
    expect(told).toEqual([]);
    await readModel.rebuild('jar');
    const ratios = [...new Set(told.map(([, ratio]) => ratio))];
    // A page after the other, however many events one has.
    expect(ratios.length).toBeGreaterThan(1);
    expect(ratios).toEqual([...ratios].sort((one, other) => one - other));
    expect([new Set(told.map(([projection]) => projection)), ratios.at(-1)]).toEqual([new Set(['jar']), 1]);
  });

  it('mends rows that were tampered with, and leaves no table or index behind', async () => {
    const place = places.newPlace();
    const readModel = await places.open({ place });
    await readModel.ingest(delivered(history(a, ...many('a', 3))));
    await readModel.project();
    const tables = await tablesIn(place);
    await places.tamper(place, 'update jar set coins = 1000');
    expect(await coinsIn(readModel)).toEqual([1000]);
    await readModel.rebuild('jar');
    expect(await coinsIn(readModel)).toEqual([6]);
    expect(await tablesIn(place)).toEqual(tables);
    expect(tables).toContain('jar__0');
  });

  it('is done at the start when the version is another, with other columns too', async () => {
    const place = places.newPlace();
    const before = await places.open({ place });
    await before.ingest(delivered(history(a, ...many('a', 2))));
    await before.project();
    await before.close();

    const after = await places.open({ place, projections: [doubled, balances] });
    expect(await coinsIn(after)).toEqual([6]);
    await after.close();

    const wider = {
      ...jars,
      version: 3,
      columns: { ...jars.columns, size: 'integer' as const },
      on: { JarOpened: () => ({ jar: 'a', label: 'A', sealed: true, coins: 7, mean: 1, gifts: [], size: 9 }) },
    };
    const widest = await places.open({ place, projections: [wider] });
    expect(await widest.db.selectFrom('jar').selectAll().execute()).toMatchObject([{ coins: 7, size: 9 }]);
  });

  it('fills a projection that is new at the start, with what it cannot apply parked', async () => {
    const place = places.newPlace();
    const before = await places.open({ place, projections: [balances] });
    await before.ingest(delivered([...history(a, ...many('a', 2)), ...history(b, opened('b'), added('b', 66))]));
    await before.project();
    await before.close();

    const after = await places.open({ place });
    expect(await coinsIn(after)).toEqual([3, 0]);
    expect(await after.health()).toMatchObject({ parked: 1 });
    expect(await after.parked()).toMatchObject([{ projection: 'jar', reason: expect.stringContaining('Sixty-six') }]);
  });

  it('lets the live table be read and fed meanwhile, and has it all in the end', async () => {
    const readModel = await places.open();
    await readModel.ingest(delivered(history(a, ...many('a', 4000))));
    await readModel.project();
    const before = await coinsIn(readModel);

    let done = false;
    const rebuilt = readModel.rebuild('jar').then(() => {
      done = true;
    });
    const isDone = () => done;
    const seen: number[][] = [];
    for (let turn = 0; !isDone(); turn += 1) {
      await readModel.ingest(delivered(history(b, opened('b'), ...Array.from({ length: turn }, () => added('b', 1)))));
      await readModel.project();
      seen.push(await coinsIn(readModel));
      await new Promise(setImmediate);
    }
    await rebuilt;
    expect(seen.length).toBeGreaterThan(1);
    expect(seen.map(([first]) => first)).toEqual(seen.map(() => before[0]));
    expect(seen.map(([, second]) => second)).toEqual(seen.map((_, turn) => turn));
    expect(await coinsIn(readModel)).toEqual([before[0], seen.length - 1]);
  });

  it('that cannot apply an event fails loudly and leaves the live table as it was', async () => {
    const place = places.newPlace();
    const before = await places.open({ place });
    await before.ingest(delivered(history(a, ...many('a', 5))));
    await before.project();
    await before.close();

    const failing: typeof jars = {
      ...jars,
      version: 2,
      on: {
        ...jars.on,
        CoinsAdded: () => {
          throw new Error('Not any more.');
        },
      },
    };
    const tables = await tablesIn(place);
    await expect(places.open({ place, projections: [failing, balances] })).rejects.toThrow(
      'jar cannot be rebuilt: event 2 of the log cannot be applied. Error: Not any more.',
    );
    expect(await tablesIn(place)).toEqual(tables);

    const again = await places.open({ place });
    expect(await coinsIn(again)).toEqual([15]);
    await again.ingest(delivered([...history(a, ...many('a', 5), added('a', 1))].slice(6), 6));
    await again.project();
    expect(await coinsIn(again)).toEqual([16]);
    expect(await again.health()).toMatchObject({ parked: 0 });
  });

  it('keeps parked what is parked already, with what waits for it', async () => {
    const readModel = await places.open();
    await readModel.ingest(
      delivered([...history(a, opened('a'), added('a', 66), added('a', 1)), ...history(b, opened('b'))]),
    );
    await readModel.project();
    const parked = await readModel.parked();
    await readModel.rebuild('jar');
    expect(await readModel.parked()).toEqual(parked.map((one) => ({ ...one, at: expect.any(String) })));
    expect(await coinsIn(readModel)).toEqual([0, 0]);
  });

  it('is refused for a projection that is not there', async () => {
    const readModel = await places.open();
    await expect(readModel.rebuild('bottle')).rejects.toThrow('There is no projection bottle.');
  });

  it('that was cut off leaves nothing that a later start stumbles over', async () => {
    const place = places.newPlace();
    await (await places.open({ place })).close();
    await places.tamper(
      place,
      `create table jar__next (jar text); insert into projection values ('jar__next', '', 5, 0)`,
    );
    const readModel = await places.open({ place });
    expect(await tablesIn(place)).not.toContain('jar__next');
    await readModel.rebuild('jar');
    expect(await coinsIn(readModel)).toEqual([]);
  });
});
