import { added, balances, delivered, history, jars, opened, sent, streamOf } from './testing/jars';
import { editionOf, inPlaces } from './testing/places';

const places = inPlaces();
const a = streamOf('mi', 1);
const b = streamOf('mi', 2);

/** The release before: it cannot add three coins. */
const older: typeof jars = {
  ...jars,
  on: {
    ...jars.on,
    CoinsAdded: (row, event, key) => {
      if (event.data.coins === 3) throw new Error('Three are too many.');
      return jars.on.CoinsAdded?.(row, event, key) ?? null;
    },
  },
};

describe('parked events', () => {
  it('are applied in order as soon as a release starts that can', async () => {
    const place = places.newPlace();
    const before = await places.open({ place, projections: [older] });
    const events = history(a, opened('a'), added('a', 1), added('a', 3), added('a', 2), added('a', 4));
    await before.ingest(delivered([...events, ...history(b, opened('b'), added('b', 3))], 0));
    await before.project();
    expect(await before.health()).toMatchObject({ parked: 4 });
    const edition = await editionOf(before);
    await before.close();

    const after = await places.open({ place, projections: [jars] });
    expect(await after.db.selectFrom('jar').selectAll().orderBy('jar').execute()).toMatchObject([
      { jar: 'a', gifts: [1, 3, 2, 4] },
      { jar: 'b', gifts: [3] },
    ]);
    expect(await after.parked()).toEqual([]);
    // Rows are others at the same checkpoint: whoever cached them must notice.
    expect(await editionOf(after)).not.toBe(edition);
  });

  it('stay parked, in order, when they fail again; others are applied', async () => {
    const place = places.newPlace();
    const before = await places.open({ place, projections: [older] });
    await before.ingest(
      delivered([
        ...history(a, opened('a'), added('a', 3), added('a', 66), added('a', 2)),
        ...history(b, opened('b'), added('b', 3)),
      ]),
    );
    await before.project();
    await before.close();

    const after = await places.open({ place, projections: [jars] });
    expect(await after.requeue()).toEqual({ applied: 0, parked: 2 });
    expect((await after.parked()).map(({ ordinal, waitsFor }) => [ordinal, waitsFor])).toEqual([
      [3, null],
      [4, 3],
    ]);
    await after.ingest(delivered([sent(a, 4, added('a', 1)), sent(b, 2, added('b', 1))], 6));
    await after.project();
    expect(await after.db.selectFrom('jar').select('gifts').orderBy('jar').execute()).toEqual([
      { gifts: [3] },
      { gifts: [3, 1] },
    ]);
    expect(await after.health()).toMatchObject({ parked: 3 });
  });

  it('are counted when somebody has them tried again', async () => {
    let most = 2;
    const mending: typeof jars = {
      ...jars,
      on: {
        ...jars.on,
        CoinsAdded: (row, event, key) => {
          if (event.data.coins > most) throw new Error('Too many.');
          return jars.on.CoinsAdded?.(row, event, key) ?? null;
        },
      },
    };
    const readModel = await places.open({ projections: [mending] });
    await readModel.ingest(delivered(history(a, opened('a'), added('a', 3), added('a', 1), added('a', 4))));
    await readModel.project();
    most = 3;
    expect(await readModel.requeue()).toEqual({ applied: 2, parked: 1 });
    most = 4;
    expect(await readModel.requeue()).toEqual({ applied: 1, parked: 0 });
    expect(await readModel.db.selectFrom('jar').select('gifts').execute()).toEqual([{ gifts: [3, 1, 4] }]);
  });

  it('are tried page by page when there are many', async () => {
    const place = places.newPlace();
    const before = await places.open({ place, projections: [older, balances] });
    await before.ingest(delivered(history(a, opened('a'), ...Array.from({ length: 1700 }, () => added('a', 3)))));
    await before.project();
    await before.close();

    const after = await places.open({ place });
    expect(await after.parked()).toEqual([]);
    expect(await after.db.selectFrom('jar').select('coins').execute()).toEqual([{ coins: 5100 }]);
  });
});
