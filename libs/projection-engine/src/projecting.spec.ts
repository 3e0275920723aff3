import type { Refused } from '@zielwerk/postgres-server';
import { added, balances, broken, delivered, history, jars, moved, opened, sent, streamOf } from './testing/jars';
import { inPlaces, type Tables } from './testing/places';
import type { ReadModel } from './read-model';

const places = inPlaces();
const a = streamOf('mi', 1);
const b = streamOf('mi', 2);
const c = streamOf('mf', 3);

/** A release that cannot change the row of jar b. */
const picky: typeof balances = {
  ...balances,
  on: {
    ...balances.on,
    CoinsMoved: (row, event, key) => {
      if (key === 'b') throw new Error('Not b.');
      return balances.on.CoinsMoved?.(row, event, key) ?? null;
    },
  },
};

const jarsIn = (readModel: ReadModel<Tables>) => readModel.db.selectFrom('jar').selectAll().orderBy('jar').execute();
const balancesIn = (readModel: ReadModel<Tables>) =>
  readModel.db.selectFrom('balance').select(['jar', 'balance']).orderBy('jar').execute();
const parkedIn = async (readModel: ReadModel<Tables>) =>
  (await readModel.parked()).map(({ projection, ordinal, key, waitsFor }) => [projection, ordinal, key, waitsFor]);
const read = async (readModel: ReadModel<Tables>, ...messages: Parameters<typeof delivered>[0]) => {
  await readModel.ingest(delivered(messages));
  await readModel.project();
};

describe('projectors', () => {
  it('make rows of the log: texts, numbers, true and false, JSON, and nothing', async () => {
    const readModel = await places.open();
    await read(readModel, ...history(a, opened('a', true), added('a', 2), added('a', 1)), ...history(c, opened('c')));
    expect(await jarsIn(readModel)).toEqual([
      { jar: 'a', label: 'Jar a', sealed: true, coins: 3, mean: 1.5, gifts: [2, 1] },
      { jar: 'c', label: 'Jar c', sealed: false, coins: 0, mean: null, gifts: [] },
    ]);
  });

  it('delete a row when the answer is null, and make it again', async () => {
    const readModel = await places.open();
    await read(readModel, ...history(a, opened('a'), broken('a')));
    expect(await jarsIn(readModel)).toEqual([]);
    await read(readModel, ...history(a, opened('a'), broken('a'), opened('a'), added('a', 4)));
    expect(await jarsIn(readModel)).toMatchObject([{ jar: 'a', coins: 4 }]);
  });

  it('change every row that an event is about', async () => {
    const readModel = await places.open();
    await read(readModel, ...history(a, added('a', 9), moved('a', 'b', 4)), ...history(b, moved('b', 'c', 1)));
    expect(await balancesIn(readModel)).toEqual([
      { jar: 'a', balance: 5 },
      { jar: 'b', balance: 3 },
      { jar: 'c', balance: 1 },
    ]);
  });

  it('skip what is withheld and what nobody listens to', async () => {
    const readModel = await places.open();
    const { headers, ...message } = sent(a, 1, added('a', 5));
    const withheld = { ...message, value: Buffer.from('null'), headers: { ...headers, ce_type: 'Withheld.v1' } };
    await read(readModel, sent(a, 0, opened('a')), withheld, sent(a, 2, added('a', 1)));
    expect(await jarsIn(readModel)).toMatchObject([{ coins: 1 }]);
    expect(await readModel.health()).toEqual({
      ...{ lastOrdinal: 3, parked: 0, held: 0, refused: 0 },
      projections: {
        jar: { version: 1, checkpoint: 3, parked: 0 },
        balance: { version: 1, checkpoint: 3, parked: 0 },
      },
    });
  });

  it('go on where they were when it is opened again', async () => {
    const place = places.newPlace();
    const before = await places.open({ place });
    const messages = delivered(history(a, opened('a'), added('a', 1), added('a', 2)));
    await before.ingest(messages.slice(0, 2));
    await before.project();
    await before.ingest(messages.slice(2));
    await before.close();

    const after = await places.open({ place });
    expect(await jarsIn(after)).toMatchObject([{ coins: 1 }]);
    await after.project();
    expect(await jarsIn(after)).toMatchObject([{ coins: 3, gifts: [1, 2] }]);
  });

  it('remember to have passed what does not concern them', async () => {
    const place = places.newPlace();
    const before = await places.open({ place });
    // Nobody's balance changes when a jar is opened.
    await read(before, ...history(a, opened('a')), ...history(b, opened('b')));
    const { projections } = await before.health();
    expect(projections).toMatchObject({ jar: { checkpoint: 2 }, balance: { checkpoint: 2 } });
    await before.close();
    expect((await (await places.open({ place })).health()).projections).toEqual(projections);
  });

  it('know no row any more that was deleted a moment before', async () => {
    const readModel = await places.open();
    await read(readModel, ...history(a, opened('a'), broken('a'), added('a', 4)));
    expect(await jarsIn(readModel)).toEqual([]);
    expect(await readModel.parked()).toMatchObject([{ ordinal: 3, reason: expect.stringMatching('^RowMissing') }]);
  });

  it.each([
    ['the checkpoint', { change: 'update', table: 'projection', when: "new.name = 'balance'" }],
    ['the rows', { change: 'insert', table: 'balance' }],
    ['what is parked', { change: 'insert', table: 'parked' }],
  ] as const)(
    'write rows, parked events and checkpoint together or not at all: %s cannot be written',
    async (_, what: Refused) => {
      const place = places.newPlace();
      const before = await places.open({ place, projections: [jars, picky] });
      await places.refuse(place, what);
      await before.ingest(delivered(history(a, opened('a'), added('a', 1), moved('a', 'b', 1))));
      await expect(before.project()).rejects.toThrow('disk full');
      // Each projection for itself: jar was first, and is done.
      expect([await jarsIn(before), await balancesIn(before)]).toMatchObject([[{ coins: 1 }], []]);
      expect((await before.health()).projections).toMatchObject({
        jar: { checkpoint: 3 },
        balance: { checkpoint: 0, parked: 0 },
      });
      await before.close();

      await places.accept(place);
      const after = await places.open({ place, projections: [jars, picky] });
      await after.ingest(delivered([sent(a, 3, added('a', 2))], 3));
      await after.project();
      expect([await jarsIn(after), await balancesIn(after)]).toMatchObject([[{ gifts: [1, 2] }], [{ balance: 2 }]]);
      expect(await parkedIn(after)).toEqual([['balance', 3, 'b', null]]);
    },
  );

  it('do not apply again what they have when another is behind', async () => {
    const place = places.newPlace();
    const readModel = await places.open({ place, projections: [balances, jars] });
    await places.refuse(place, { change: 'insert', table: 'jar' });
    await readModel.ingest(delivered(history(a, opened('a'), added('a', 1))));
    await expect(readModel.project()).rejects.toThrow('disk full');
    await places.accept(place);
    await readModel.ingest(delivered([sent(a, 2, added('a', 2))], 2));
    await readModel.project();
    expect([await jarsIn(readModel), await balancesIn(readModel)]).toMatchObject([[{ coins: 3 }], [{ balance: 3 }]]);
  });

  it('apply every event once when they are asked at the same time', async () => {
    const readModel = await places.open();
    const coins = Array.from({ length: 2500 }, () => added('a', 1));
    await readModel.ingest(delivered([...history(b, added('b', 1)), ...history(a, opened('a'), ...coins)]));
    await Promise.all([readModel.project(), readModel.project(), readModel.project()]);
    expect(await jarsIn(readModel)).toMatchObject([{ coins: 2500 }]);
    expect(await parkedIn(readModel)).toEqual([['jar', 1, 'b', null]]);
  });
});

describe('an event that cannot be applied', () => {
  it('is parked with its reason, and with it every later event of its row; other rows go on', async () => {
    const warnings: string[] = [];
    const readModel = await places.open({ onWarning: (sentence) => warnings.push(sentence) });
    await read(
      readModel,
      ...history(a, opened('a'), added('a', 1), added('a', 66), added('a', 2), broken('a')),
      ...history(b, opened('b'), added('b', 3)),
    );
    expect(await jarsIn(readModel)).toMatchObject([
      { jar: 'a', coins: 1 },
      { jar: 'b', coins: 3 },
    ]);
    expect(await balancesIn(readModel)).toMatchObject([
      { jar: 'a', balance: 69 },
      { jar: 'b', balance: 3 },
    ]);
    expect(await parkedIn(readModel)).toEqual([
      ['jar', 3, 'a', null],
      ['jar', 4, 'a', 3],
      ['jar', 5, 'a', 3],
    ]);
    expect((await readModel.parked())[0]).toMatchObject({ stream: a, reason: 'Error: Sixty-six coins do not fit.' });
    expect(await readModel.health()).toMatchObject({ parked: 3, projections: { jar: { checkpoint: 7, parked: 3 } } });
    expect(warnings).toEqual(['jar: 3 events could not be applied and are parked.']);
  });

  it('keeps its row waiting in later batches, and after it is opened again', async () => {
    const place = places.newPlace();
    const before = await places.open({ place });
    const messages = delivered(history(a, opened('a'), added('a', 66), added('a', 1), added('a', 2)));
    await before.ingest(messages.slice(0, 2));
    await before.project();
    await before.ingest(messages.slice(2, 3));
    await before.project();
    await before.close();

    const after = await places.open({ place });
    await after.ingest(messages.slice(3));
    await after.project();
    expect(await jarsIn(after)).toMatchObject([{ coins: 0 }]);
    expect(await parkedIn(after)).toEqual([
      ['jar', 2, 'a', null],
      ['jar', 3, 'a', 2],
      ['jar', 4, 'a', 2],
    ]);
  });

  it('is parked when there is no row that it could change', async () => {
    const readModel = await places.open();
    await read(readModel, ...history(a, added('a', 1)));
    expect(await readModel.parked()).toMatchObject([
      { projection: 'jar', reason: 'RowMissing: There is no row yet that this event could change.' },
    ]);
  });

  it.each([
    ['a field of another kind', { coins: 0.5 }, "RowUnfit: The row's coins is no integer."],
    ['a number that is none', { mean: NaN }, "RowUnfit: The row's mean is no real."],
    ['a field missing', { label: undefined }, "RowUnfit: The row's label is no text."],
    ['a field too many', { size: 1 }, 'RowUnfit: The row has a field without a column.'],
    ['another key', { jar: 'b' }, "RowUnfit: The row's jar is not its key, a."],
  ])('is parked when the row it makes has %s', async (_, field, reason) => {
    const wrong = { ...jars, on: { JarOpened: () => ({ ...row, ...field }) } };
    const row = { jar: 'a', label: 'A', sealed: false, coins: 0, mean: 0, gifts: [] };
    const readModel = await places.open({ projections: [wrong] });
    await read(readModel, ...history(a, opened('a')));
    expect(await readModel.parked()).toMatchObject([{ projection: 'jar', key: 'a', reason }]);
    expect(await jarsIn(readModel)).toEqual([]);
  });

  it.each(['start', 'middle', 'end'])('parks its stream when nobody can read it, at the %s', async (place) => {
    const readModel = await places.open();
    const stream = [opened('a'), added('a', 1), added('a', 2)].map((event, revision) => sent(a, revision, event));
    const at = ['start', 'middle', 'end'].indexOf(place);
    const poisoned = stream.map((one, revision) => (revision === at ? { ...one, value: Buffer.from('{') } : one));
    await read(readModel, ...poisoned, ...history(b, opened('b'), added('b', 3)));

    const parked = await readModel.parked();
    expect(parked.filter(({ projection }) => projection === 'jar')).toMatchObject([
      { ordinal: at + 1, stream: a, key: null, reason: 'Malformed: Data: The data is not JSON in UTF-8.' },
      ...[2, 3].filter((ordinal) => ordinal > at + 1).map((ordinal) => ({ ordinal, key: 'a', waitsFor: at + 1 })),
    ]);
    expect((await jarsIn(readModel)).filter(({ jar }) => jar === 'b')).toMatchObject([{ coins: 3 }]);
  });

  it('does not disturb a projection that does not listen to it', async () => {
    const readModel = await places.open();
    await read(readModel, { ...sent(a, 0, opened('a')), value: Buffer.from('{') }, sent(a, 1, added('a', 2)));
    expect(await balancesIn(readModel)).toEqual([{ jar: 'a', balance: 2 }]);
    expect((await readModel.health()).projections).toMatchObject({ jar: { parked: 2 }, balance: { parked: 0 } });
  });

  it('parks only the row it could not change, of all rows it is about', async () => {
    const readModel = await places.open({ projections: [picky] });
    await read(readModel, ...history(a, moved('a', 'b', 4), moved('b', 'c', 1)));
    expect(await balancesIn(readModel)).toEqual([
      { jar: 'a', balance: -4 },
      { jar: 'c', balance: 1 },
    ]);
    expect(await parkedIn(readModel)).toEqual([
      ['balance', 1, 'b', null],
      ['balance', 2, 'b', 1],
    ]);
  });
});
