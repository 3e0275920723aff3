import { defineProjection, type Message, present } from '@zielwerk/kernel';

import { projectionSpec, recorded } from './projection-spec';

type Added = Message<'Added', { to: string; amount: number }>;
type Row = Readonly<{ name: string; sum: number; last: number }>;

const projectionWith = (last: (row: Row | null, amount: number) => number, sum = true) =>
  defineProjection<Added, Row>({
    name: 'sums',
    version: 1,
    columns: { name: 'text', sum: 'integer', last: 'integer' },
    key: 'name',
    keyOf: ({ data }) => data.to,
    on: {
      Added: (row, { data }) => ({
        name: data.to,
        sum: (row?.sum ?? 0) + (sum ? data.amount : 0),
        last: last(row, data.amount),
      }),
    },
  });
const added = (to: string, amount: number): [string, Added] => ['2026-01-01', { type: 'Added', data: { to, amount } }];
const streams = [recorded('mi.a', added('x', 1), added('x', 2)), recorded('mf.b', added('x', 3))];
const result = { x: { name: 'x', sum: 6, last: 3 } };

describe('a projection spec', () => {
  it('passes when rows are the same in any order', () =>
    projectionSpec(projectionWith((row, amount) => Math.max(row?.last ?? 0, amount)))(...streams).then(result));

  it('fails when the last one to arrive wins across streams', () =>
    expect(() => projectionSpec(projectionWith((_, amount) => amount))(...streams).then(result)).toThrow(
      'the order of the streams changed the rows: mi.a@0, mf.b@0, mi.a@1',
    ));

  it('fails when a row needs another stream to have come first', () =>
    expect(() =>
      projectionSpec(
        projectionWith((row, amount) => Math.max(amount, amount === 3 ? present(row).last : (row?.last ?? 0))),
      )(...streams).then(result),
    ).toThrow('There is no row yet'));

  it('fails when rows are others than expected', () =>
    expect(() =>
      projectionSpec(projectionWith((row, amount) => Math.max(row?.last ?? 0, amount), false))(...streams).then(result),
    ).toThrow('sum: 6'));

  it('fails when a row is not under its own key', () => {
    const upper = { ...projectionWith(() => 0), keyOf: () => 'X' };
    expect(() => projectionSpec(upper)(...streams).then({ X: { name: 'x', sum: 6, last: 0 } })).toThrow(
      'the column name holds the key',
    );
  });
});
