import { expectedOn, type Paced, paceOn } from './pace';

const fibre: Paced = {
  kind: 'increase',
  baseline: { value: 20, date: '2025-12-31' },
  path: [
    { date: '2026-12-31', value: 56.5 },
    { date: '2027-12-31', value: 100 },
  ],
  latest: { period: '2026-Q1', value: 24.5 },
};
const undated = { ...fibre, baseline: { value: 20, date: null } };

describe('the value of a target path', () => {
  it.each([
    ['before the baseline', fibre, '2025-12-30', null],
    ['on the day of the baseline', fibre, '2025-12-31', 20],
    ['one day on the way', fibre, '2026-01-01', 20.1],
    ['a hundred days on the way', fibre, '2026-04-10', 30],
    ['on a point', fibre, '2026-12-31', 56.5],
    ['a day after a point', fibre, '2027-01-01', 56.5 + 43.5 / 365],
    ['on the last point', fibre, '2027-12-31', 100],
    ['long after the last point', fibre, '2040-01-01', 100],
    ['before the first point, without a dated baseline', undated, '2026-12-30', null],
    ['on the first point, without a dated baseline', undated, '2026-12-31', 56.5],
    ['without a path', { ...fibre, path: [] }, '2026-12-31', null],
    [
      'before a path that a later baseline does not belong to',
      { ...fibre, baseline: { value: 9, date: '2027-01-01' } },
      '2026-12-30',
      null,
    ],
  ])('%s', (_, indicator, day, value) => {
    const { expected } = expectedOn(indicator, day);
    expect(expected === null ? null : Number(expected.toFixed(9))).toBe(
      value === null ? null : Number(value.toFixed(9)),
    );
  });

  it.each([
    ['2028-02-28', 58],
    ['2028-02-29', 59],
    ['2028-03-01', 60],
  ])('moves by one day on %s of a leap year', (day, value) => {
    const path = [{ date: '2028-12-31', value: 365 }];
    expect(expectedOn({ ...fibre, baseline: { value: 0, date: '2028-01-01' }, path }, day).expected).toBe(value);
  });

  it.each([
    ['2026-03-28', 27],
    ['2026-03-29', 28],
    ['2026-03-30', 29],
    ['2026-10-24', 237],
    ['2026-10-25', 238],
    ['2026-10-26', 239],
  ])('moves by one day on %s, when the clocks change', (day, value) => {
    const path = [{ date: '2026-12-31', value: 305 }];
    expect(expectedOn({ ...fibre, baseline: { value: 0, date: '2026-03-01' }, path }, day).expected).toBe(value);
  });
});

describe('the pace of an indicator', () => {
  it('says its day, its formula, what went in and the rule', () =>
    expect(paceOn(fibre, '2026-04-10')).toEqual({
      day: '2026-04-10',
      formula: '(latest − baseline) / (path on the day − baseline)',
      rule: 'compared',
      inputs: {
        kind: 'increase',
        baseline: { value: 20, date: '2025-12-31' },
        latest: { period: '2026-Q1', value: 24.5 },
        from: { date: '2025-12-31', value: 20 },
        to: { date: '2026-12-31', value: 56.5 },
        expected: 30,
      },
      value: 0.45,
    }));

  const at = (of: Partial<Paced>, day = '2026-04-10') => {
    const { rule, value } = paceOn({ ...fibre, ...of }, day);
    return [rule, value];
  };
  const quarter = (value: number, period = '2026-Q1') => ({ latest: { period, value } });

  it.each([
    ['on pace', quarter(30), ['compared', 1]],
    ['ahead', quarter(40), ['compared', 2]],
    ['in the wrong direction', quarter(15), ['compared', -0.5]],
    ['where it began', quarter(20), ['compared', 0]],
    ['of a period that is not over', quarter(30, '2026-Q2'), ['no-observation', null]],
    ['without an observation', { latest: null }, ['no-observation', null]],
    ['without a baseline', { baseline: null }, ['before-path', null]],
    ['without a target', { path: [] }, ['no-target', null]],
    ['that is only observed', { kind: 'observed' as const, path: [] }, ['observed', null]],
  ])('%s', (_, of, expected) => expect(at(of)).toEqual(expected));

  it('falls as it should', () => {
    const falling = { kind: 'decrease' as const, path: [{ date: '2026-12-31', value: -16.5 }], ...quarter(15) };
    expect(at(falling)).toEqual(['compared', 0.5]);
  });

  it('has none while the path stands where the baseline is', () => {
    expect(at({}, '2025-12-31')).toEqual(['no-observation', null]);
    expect(at(quarter(20, '2025'), '2025-12-31')).toEqual(['no-way', null]);
  });

  it('has none without a baseline even where the path has begun', () =>
    expect(at({ baseline: null }, '2026-12-31')).toEqual(['no-baseline', null]));

  it('has none where numbers are too large to compute with', () =>
    expect(at({ path: [{ date: '2026-12-31', value: 1e308 }] })).toEqual(['no-way', null]));

  it.each([
    ['keepAtLeast', 30, ['kept', 1]],
    ['keepAtLeast', 29.9, ['not-kept', 0]],
    ['keepAtMost', 30, ['kept', 1]],
    ['keepAtMost', 30.1, ['not-kept', 0]],
  ] as const)('%s with %d is judged by the path on the day', (kind, value, expected) =>
    expect(at({ kind, ...quarter(value) })).toEqual(expected),
  );

  it.each([
    ['2027-12-30', quarter(0), ['not-due', null]],
    ['2027-12-31', quarter(100), ['done', 1]],
    ['2027-12-31', quarter(99), ['not-done', 0]],
    ['2028-01-01', { latest: null }, ['no-observation', null]],
  ])('a milestone is judged from its target date on: %s', (day, of, expected) =>
    expect(at({ kind: 'milestone', ...of }, day)).toEqual(expected),
  );
});
