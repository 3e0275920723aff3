import fc from 'fast-check';

import { axisFor } from './axis';

it.each([
  [
    [12.5, 47, 80],
    [0, 20, 40, 60, 80],
  ],
  [
    [0, 1],
    [0, 0.5, 1],
  ],
  [
    [0.1, 0.3],
    [0.1, 0.15, 0.2, 0.25, 0.3],
  ],
  [
    [-5, 5],
    [-5, 0, 5],
  ],
  [[42], [0, 50]],
  [[0], [0, 1]],
  [
    [-3, -3],
    [-5, 0],
  ],
  [
    [1000000, 1000001],
    [1000000, 1000000.5, 1000001],
  ],
])('for %p it shows %p', (values, ticks) => expect(axisFor(values)).toEqual(ticks));

it('encloses every value by two to seven rising numbers', () =>
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { minLength: 1 }), (values) => {
      const ticks = axisFor(values);
      expect(ticks.length).toBeGreaterThanOrEqual(2);
      expect(ticks.length).toBeLessThanOrEqual(7);
      expect(ticks).toEqual(ticks.toSorted((one, other) => one - other));
      expect(ticks[0]).toBeLessThanOrEqual(Math.min(...values));
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(Math.max(...values));
    }),
    { seed: 7 },
  ));
