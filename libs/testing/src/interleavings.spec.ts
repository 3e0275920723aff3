import { allInterleavings, interleavingsOf, someInterleavings } from './interleavings';

const two = [
  ['a1', 'a2'],
  ['b1', 'b2'],
];

describe('the orders in which streams can arrive', () => {
  it('are all those that keep each stream in order', () =>
    expect([...allInterleavings(two)].map((order) => order.join(' '))).toEqual([
      'a1 a2 b1 b2',
      'a1 b1 a2 b2',
      'a1 b1 b2 a2',
      'b1 a1 a2 b2',
      'b1 a1 b2 a2',
      'b1 b2 a1 a2',
    ]));

  it('are found one by one when drawn often enough', () => {
    const drawn = new Set([...someInterleavings(two, 200)].map((order) => order.join(' ')));
    expect([...drawn].sort()).toEqual([...allInterleavings(two)].map((order) => order.join(' ')));
  });

  it('are drawn alike for the same seed, and otherwise for another', () => {
    const nine = [Array.from({ length: 9 }, (_, n) => `a${n}`), ['b']];
    expect([...someInterleavings(nine, 5, 7)]).toEqual([...someInterleavings(nine, 5, 7)]);
    expect([...someInterleavings(nine, 5, 7)]).not.toEqual([...someInterleavings(nine, 5, 8)]);
  });

  it('are all taken for eight events and two hundred for nine', () => {
    const singles = (count: number) => Array.from({ length: count }, (_, n) => [n]);
    expect([...interleavingsOf([[1, 2, 3, 4], ...singles(4)])]).toHaveLength(1680);
    expect([...interleavingsOf(singles(9))]).toHaveLength(200);
  });

  it('is one, of nothing, when nothing happened', () => expect([...allInterleavings([])]).toEqual([[]]));
});
