import * as fc from 'fast-check';

import type { Order } from './order';
import { wavesOf } from './waves';

const row = { table: 'progress', file: 'progress.csv', place: 2, cells: {}, absent: [] } as const;
const order = (name: string, more: Partial<Order> = {}): Order => ({
  ...{ row, name, command: name, house: 'mf', by: 'editor', data: {}, thing: name, rank: 0, on: '2026-01-01' },
  ...more,
});
const step = { row: { ...row, table: 'lifecycle' } } as const;
const named = (...orders: readonly Order[]) => wavesOf(orders).map((wave) => wave.map(({ name }) => name));

it.each<[string, readonly Order[], readonly (readonly string[])[]]>([
  ['nothing is sent in no wave', [], []],
  ['what nobody waits for goes in one', [order('a'), order('b', { house: 'mi' })], [['a', 'b']]],
  [
    'a wave is sent by day, and on a day by rank, and then as the bundle says; what has no day comes last',
    [
      ...[order('today', { on: undefined as never }), order('late', { on: '2026-01-02' }), order('step', { rank: 4 })],
      ...[order('b'), order('a')],
    ],
    [['b', 'a', 'step', 'late', 'today']],
  ],
  [
    'of one thing, what one sender sends stays together',
    [order('a', { thing: 't' }), order('b', { thing: 't' })],
    [['a', 'b']],
  ],
  [
    'of one thing, what another house, role or unit sends comes in a later wave',
    [
      ...[order('a', { thing: 't' }), order('b', { thing: 't', house: 'mi' }), order('c', { thing: 't', house: 'mi' })],
      ...[order('d', { thing: 't', by: 'acceptor', house: 'mi' })],
      ...[order('e', { thing: 't', by: 'acceptor', house: 'mi', unit: 'U' }), order('f')],
    ],
    [['a', 'f'], ['b', 'c'], ['d'], ['e']],
  ],
  [
    'of one thing, nothing overtakes what waits for another house',
    [
      order('gives', { gives: ['fact'] }),
      ...[order('waits', { thing: 't', after: ['fact'] }), order('next', { thing: 't' })],
    ],
    [['gives'], ['waits'], ['next']],
  ],
  [
    'a fact is waited for, however long it takes to come about',
    [
      ...[order('c', { after: ['b'], gives: ['c'] }), order('b', { after: ['a'], gives: ['b'] })],
      ...[order('a', { gives: ['a'] }), order('d', { after: ['c', 'unknown'] })],
    ],
    [['a'], ['b'], ['c'], ['d']],
  ],
  [
    'a fact of a later day is not waited for',
    [order('waits', { after: ['fact'] }), order('gives', { gives: ['fact'], on: '2026-01-02' })],
    [['waits', 'gives']],
  ],
  ['nothing waits for itself', [order('a', { after: ['a'], gives: ['a'] })], [['a']]],
  [
    'an ending stands before what follows it in the file on that day, and after the reports of the day',
    [
      ...[order('suspend', { ...step, thing: 't', rank: 6 }), order('resume', { ...step, thing: 't', rank: 4 })],
      order('report', { thing: 't', rank: 5 }),
    ],
    [['report', 'suspend', 'resume']],
  ],
])('%s', (_, orders, waves) => expect(named(...orders)).toEqual(waves));

it('a chain may be as long as a bundle', () => {
  const chain = Array.from({ length: 20_000 }, (_, index) =>
    order(`${index}`, { thing: `${index}`, after: [`${index + 1}`], gives: [`${index}`] }),
  );
  const waves = wavesOf(chain);
  expect([waves.length, waves[0]?.[0]?.name, waves.at(-1)?.[0]?.name]).toEqual([20_000, '19999', '0']);
});

it('whoever waits for each other in a ring is sent all the same', () =>
  expect(
    named(order('a', { after: ['b'], gives: ['a'] }), order('b', { after: ['a'], gives: ['b'] }))
      .flat()
      .sort(),
  ).toEqual(['a', 'b']));

const DAYS = ['2026-01-01', '2026-01-02', '2026-01-03'];
const orders = fc
  .array(
    fc.record({
      thing: fc.constantFrom('s', 't', 'u'),
      house: fc.constantFrom('mf', 'mi'),
      on: fc.constantFrom(...DAYS),
      rank: fc.nat(6),
      after: fc.subarray(DAYS),
    }),
    { maxLength: 12 },
  )
  .map((all) =>
    // Facts of the days before.
    all.map(({ after, ...more }, index) =>
      order(String(index), { ...more, after: after.filter((day) => day < more.on), gives: [more.on] }),
    ),
  );

it('every order is sent once, and those of a thing by day, each sender after the one before', () =>
  fc.assert(
    fc.property(orders, (all) => {
      const waves = wavesOf(all);
      expect(
        waves
          .flat()
          .map(({ name }) => Number(name))
          .sort((a, b) => a - b),
      ).toEqual([...all.keys()]);
      for (const thing of ['s', 't', 'u']) {
        const sent = waves.flatMap((wave, place) =>
          wave.filter((one) => one.thing === thing).map((one) => ({ one, place })),
        );
        for (const [index, { one, place }] of sent.slice(1).entries()) {
          const before = sent[index];
          if (!before) continue;
          expect((before.one.on ?? '') <= (one.on ?? '')).toBe(true);
          if (before.one.house !== one.house) expect(place).toBeGreaterThan(before.place);
        }
      }
    }),
  ));
