import { indicatorProgress, medianOf, progressByIndicators, progressByMeasures, ratioOf } from './progress';
import type { IndicatorKind } from './views/figures';

const named = { id: 'i1', title: 'Fibre' };
const period = '2026-Q2';
const way = (baseline: number | null, target: number | null, latest: number | null) => ({ baseline, target, latest });
const kind = (of: IndicatorKind, figures: ReturnType<typeof way>) => ({ kind: of, ...figures, period });

describe('the ratio of an indicator', () => {
  it.each([
    ['half of the way', way(20, 60, 40), 0.5],
    ['a fall is a way, too', way(60, 20, 50), 0.25],
    ['more than the whole way is not cut', way(20, 60, 80), 1.5],
    ['the wrong direction is below zero', way(20, 60, 10), -0.25],
    ['no step is zero, and no -0', way(60, 20, 60), 0],
    ['a way without length has none', way(20, 20, 20), null],
    ['a way too long to compute has none', way(-1e308, 1e308, 0), null],
    ['without a baseline there is none', way(null, 60, 40), null],
    ['without a target there is none', way(20, null, 40), null],
    ['without an observation there is none', way(20, 60, null), null],
  ])('%s', (_, figures, expected) => expect(ratioOf(figures)).toBe(expected));
});

describe('the progress of an indicator', () => {
  it('says its formula and what went in', () =>
    expect(indicatorProgress(named, { kind: 'increase', baseline: 20, target: 60, latest: 30, period })).toEqual({
      formula: '(latest − baseline) / (target − baseline)',
      inputs: { kind: 'increase', baseline: 20, target: 60, latest: 30, period },
      value: 0.25,
      met: null,
      missing: [],
    }));

  it.each([
    [kind('keepAtLeast', way(null, 90, 90)), true],
    [kind('keepAtLeast', way(null, 90, 89.9)), false],
    [kind('keepAtMost', way(null, 10, 10)), true],
    [kind('keepAtMost', way(8, 10, 10.1)), false],
    [kind('milestone', way(0, 1, 1)), true],
    [kind('milestone', way(0, 1, 0.9)), false],
    [kind('milestone', way(5, 0, 0)), true],
    [kind('milestone', way(5, 0, 1)), false],
  ])('of %j is met: %s', (measured, met) => {
    const progress = indicatorProgress(named, measured);
    expect([progress.met, progress.value, progress.missing]).toEqual([met, met ? 1 : 0, []]);
  });

  it.each([
    [kind('observed', way(20, null, 40)), 'observed'],
    [kind('increase', way(20, 60, null)), 'no-observation'],
    [kind('increase', way(20, null, 40)), 'no-target'],
    [kind('decrease', way(null, 60, 40)), 'no-baseline'],
    [kind('increase', way(60, 60, 40)), 'no-way'],
    [kind('keepAtLeast', way(null, 60, null)), 'no-observation'],
    [kind('milestone', way(null, null, 40)), 'no-target'],
  ])('of %j is none: %s', (measured, reason) =>
    expect(indicatorProgress(named, measured)).toMatchObject({
      value: null,
      met: null,
      missing: [{ id: 'i1', title: 'Fibre', reason }],
    }),
  );
});

describe('the progress of a goal', () => {
  it('by indicators is the mean over those with progress and names the others', () => {
    const without = { id: 'i3', title: 'Seen', reason: 'observed' } as const;
    expect(
      progressByIndicators([
        { indicatorId: 'i1', title: 'Fibre', progress: { value: 0.25, missing: [] } },
        { indicatorId: 'i2', title: 'Masts', progress: { value: 1.5, missing: [] } },
        { indicatorId: 'i3', title: 'Seen', progress: { value: null, missing: [without] } },
      ]),
    ).toEqual({
      formula: 'Σ progress / number of indicators with progress',
      inputs: [
        { indicatorId: 'i1', title: 'Fibre', value: 0.25 },
        { indicatorId: 'i2', title: 'Masts', value: 1.5 },
      ],
      value: 0.875,
      missing: [without],
    });
  });

  it('by measures weighs each by its percent', () => {
    const dig = { measureId: 'm1', title: 'Dig', weight: 100, reported: true } as const;
    const lay = { measureId: 'm2', title: 'Lay', weight: 50, reported: true } as const;
    const test = { measureId: 'm3', title: 'Test', weight: 50, reported: false } as const;
    // (100 × 80 + 50 × 100 + 50 × 0) / 200 = 65 %
    expect(
      progressByMeasures([
        { ...dig, counted: 80, reason: 'not-released' },
        { ...lay, counted: 100, reason: 'not-released' },
        { ...test, counted: 0, reason: 'not-released' },
        { measureId: 'm4', title: 'Plan', weight: 100, reported: false, counted: null, reason: 'not-released' },
        { measureId: 'm5', title: 'Drop', weight: 100, reported: true, counted: null, reason: 'given-up' },
      ]),
    ).toEqual({
      formula: 'Σ (weight × percent) / Σ weight / 100',
      inputs: [
        { ...dig, percent: 80 },
        { ...lay, percent: 100 },
        { ...test, percent: 0 },
      ],
      value: 0.65,
      missing: [
        { id: 'm4', title: 'Plan', reason: 'not-released' },
        { id: 'm5', title: 'Drop', reason: 'given-up' },
      ],
    });
  });

  it('is nothing when nothing can be computed', () =>
    expect([progressByIndicators([]).value, progressByMeasures([]).value]).toEqual([null, null]));
});

describe('the median', () => {
  it.each([
    ['the one', [0.4], { goals: 1, without: 0 }, 0.4],
    ['the middle one of three, by size', [0.9, 0.1, 0.2], { goals: 3, without: 0 }, 0.2],
    ['half of the middle two of four', [1, 0.1, 0.2, 0.6], { goals: 4, without: 0 }, 0.4],
    ['without those that have none', [null, 0.5, null], { goals: 1, without: 2 }, 0.5],
    ['nothing of nothing', [null], { goals: 0, without: 1 }, null],
  ])('is %s', (_, values, inputs, value) =>
    expect(medianOf(values)).toEqual({ formula: 'median of the goals’ progress', inputs, value }),
  );
});
