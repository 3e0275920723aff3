import { checksumOf } from './row-checksum';

const rows = Array.from({ length: 1000 }, (_, n) => ({ id: `goal-${n}`, percent: n % 100, parts: { a: n, b: [n] } }));
const sum = checksumOf(rows);

describe('a row checksum', () => {
  it('says how many rows there are', () => expect(sum).toMatch(/^[0-9a-f]{16}\/1000$/u));

  it('does not depend on the order of rows', () => expect(checksumOf(rows.toReversed())).toBe(sum));

  it('does not depend on the order of fields, within JSON too', () =>
    expect(checksumOf(rows.map(({ id, percent, parts }) => ({ parts: { b: parts.b, a: parts.a }, percent, id })))).toBe(
      sum,
    ));

  it.each([
    ['one value is another', rows.with(500, { id: 'goal-500', percent: 1, parts: { a: 500, b: [500] } })],
    ['a list is longer', rows.with(500, { id: 'goal-500', percent: 0, parts: { a: 500, b: [500, 500] } })],
    ['a row is missing', rows.slice(1)],
    ['a row is there twice', [...rows, ...rows.slice(0, 1)]],
    ['two rows have changed places', [...rows.slice(2), { ...rows[0], id: 'goal-1' }, { ...rows[1], id: 'goal-0' }]],
  ])('is another when %s', (_, others) => expect(checksumOf(others)).not.toBe(sum));

  it('tells ten thousand rows that differ in one figure apart', () => {
    const sums = new Set(Array.from({ length: 10_000 }, (_, n) => checksumOf([{ n }])));
    expect(sums.size).toBe(10_000);
  });
});
