import { sameData } from './same-data';

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
