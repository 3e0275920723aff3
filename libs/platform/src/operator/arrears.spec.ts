import { Arrears } from './arrears';

describe('for how long a reader is behind', () => {
  let now: number;
  let arrears: Arrears;
  beforeEach(() => {
    now = 0;
    arrears = new Arrears(() => now);
  });
  const at = (second: number, reached: number, end: number): number => {
    now = second * 1000;
    return arrears.seconds('log', reached, end);
  };

  it('is counted from when the oldest event that is missing was first seen', () =>
    expect([at(0, 5, 5), at(10, 5, 6), at(15, 5, 9), at(20, 5, 9), at(30, 6, 9), at(40, 9, 9)]).toEqual([
      0, 0, 5, 10, 15, 0,
    ]));

  it('begins anew after the reader had caught up', () =>
    expect([at(0, 0, 3), at(60, 3, 3), at(90, 3, 4), at(95, 3, 4)]).toEqual([0, 0, 0, 5]));

  it('is told for each log', () => {
    at(0, 0, 1);
    now = 4_000;
    expect([arrears.seconds('other', 0, 1), arrears.seconds('log', 0, 1)]).toEqual([0, 4]);
  });

  it('keeps the oldest, however long it takes', () => {
    for (let second = 0; second < 1_000; second++) at(second, 0, second + 1);
    expect(at(1_000, 0, 1_001)).toBe(1_000);
    expect(at(1_001, 1_001, 1_001)).toBe(0);
  });
});
