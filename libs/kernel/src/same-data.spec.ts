import { dataKey, sameData } from './same-data';

const goal = { title: 'Paperless', participants: ['mi', 'mf'], target: { value: 1, date: null } };

it.each([
  [1, 1],
  [null, null],
  [[], []],
  [goal, structuredClone(goal)],
  [
    { a: 1, b: 2 },
    { b: 2, a: 1 },
  ],
])('%j says the same as %j', (one, other) => expect(sameData(one, other)).toBe(true));

it.each([
  [1, '1'],
  [null, {}],
  [{}, []],
  [{ a: 1 }, {}],
  [{ a: null }, { b: null }],
  [{ a: 1 }, { a: 1, b: null }],
  [{ toString: undefined }, { a: 1 }],
  [goal, { ...goal, participants: ['mf', 'mi'] }],
  [goal, { ...goal, target: { value: 1, date: '2026-12-31' } }],
])('%j does not say the same as %j', (one, other) => expect(sameData(one, other)).toBe(false));

it('two values have one key if they say the same, and two if they do not', () => {
  expect(dataKey({ a: 1, b: ['x', { c: null, d: true }] })).toBe(dataKey({ b: ['x', { d: true, c: null }], a: 1 }));
  const others = [
    { a: ['b', 'c'] },
    { a: ['c', 'b'] },
    { a: ['b","c'] },
    { a: 'b,c' },
    ['a', 'b', 'c'],
    '{"a":1}',
    { a: 1 },
  ];
  expect(new Set(others.map(dataKey)).size).toBe(others.length);
});
