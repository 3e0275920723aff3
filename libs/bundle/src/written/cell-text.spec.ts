import * as fc from 'fast-check';

import { cellValue } from '../reading/cell-value';
import type { Column, ColumnKind, Value } from '../tables/column';
import { cellText } from './cell-text';

const column = (kind: ColumnKind, empty?: number): Column => ({
  ...{ name: 'cell', about: '', kind },
  ...(empty !== undefined && { empty }),
});

it.each<[ColumnKind, Value, string]>([
  ['text', null, ''],
  ['text', ' as it is ', ' as it is '],
  ['flag', true, 'yes'],
  ['flag', false, ''],
  ['integer', 0, '0'],
  ['number', -12.5, '-12,5'],
  ['number', 1_234_567.25, '1234567,25'],
  ['number', 0.000_000_15, '0,00000015'],
  ['number', 1e21, '1000000000000000000000'],
  ['money', 0, '0,00'],
  ['money', 5, '0,05'],
  ['money', 123_456_789, '1234567,89'],
  ['money', -5, '-0,05'],
  ['ministries', ['mf', 'mi'], 'mf, mi'],
  ['goals', [], ''],
  ['weights', [{ goal: 'Z-1', weight: 60 }], 'Z-1 60'],
])('of the kind %s, %j is written %j', (kind, value, text) => expect(cellText(column(kind), value)).toBe(text));

it('what an empty cell means is written as an empty cell', () => {
  expect(cellText(column('money', 0), 0)).toBe('');
  expect(cellText(column('integer', 0), 1)).toBe('1');
});

it.each<[ColumnKind, fc.Arbitrary<Value>]>([
  ['money', fc.integer({ min: -1e12, max: 1e12 })],
  ['integer', fc.integer()],
  ['number', fc.integer().map((value) => value / 1000)],
  ['number', fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => Number(value.toPrecision(12)) + 0)],
  [
    'weights',
    fc.array(fc.record({ goal: fc.constantFrom('a', 'b/c'), weight: fc.integer({ min: 1, max: 100 }) }), {
      maxLength: 1,
    }),
  ],
])('of the kind %s, whatever is written is read as it was', (kind, values) =>
  fc.assert(
    fc.property(values, (value) =>
      expect(cellValue(column(kind), cellText(column(kind), value))).toEqual({ value: value === -0 ? 0 : value }),
    ),
  ),
);
