import { goalHealth, hasEnded, isConflict, isOverdue } from './goal-health';
import type { GoalState, Health } from './views/figures';

const limits = { redBelowPathPercent: 70, amberBelowPathPercent: 90, heavyWeightPercent: 50 };
const day = '2026-06-30';

const paced = (...paces: readonly (number | null)[]) =>
  paces.map((pace, index) => ({ indicatorId: `i${index + 1}`, title: `Indicator ${index + 1}`, pace }));
const serving = (...measures: readonly (readonly [weight: number, health: Health | null])[]) =>
  measures.map(([weight, health], index) => ({
    ...{ measureId: `m${index + 1}`, title: `Measure ${index + 1}` },
    ...{ weight, health },
  }));
const computed = (indicators: ReturnType<typeof paced>, measures = serving(), state: GoalState = 'underway') =>
  goalHealth({ state, indicators, measures }, day, limits);

it('says its day, its formula, what went in and the rule', () =>
  expect(computed(paced(0.95, 0.8, null), serving([30, 'green'], [10, null]))).toEqual({
    day,
    health: 'amber',
    formula:
      'red: an indicator is below 70 % of its path, or a red measure has at least 50 % of the weights; ' +
      'amber: an indicator is below 90 % of its path, or any measure is red; grey: nothing can be computed; else green',
    rule: 'indicator-behind',
    hitBy: ['i2'],
    inputs: {
      indicators: paced(0.95, 0.8, null),
      measures: [
        { measureId: 'm1', title: 'Measure 1', weight: 30, share: 0.75, health: 'green' },
        { measureId: 'm2', title: 'Measure 2', weight: 10, share: 0.25, health: null },
      ],
      ...limits,
    },
  }));

it.each([
  ['exactly 70 %', paced(0.7), serving(), ['amber', 'indicator-behind', ['i1']]],
  ['below 70 %', paced(1, 0.6999), serving(), ['red', 'indicator-far-behind', ['i2']]],
  [
    '70 % but for the last digit of a double',
    paced((0.1 * 3 - 0.2) * 7),
    serving(),
    ['amber', 'indicator-behind', ['i1']],
  ],
  ['exactly 90 %', paced(0.9), serving(), ['green', 'on-pace', []]],
  ['below 90 %', paced(0.8999), serving(), ['amber', 'indicator-behind', ['i1']]],
  ['the wrong direction', paced(-2), serving(), ['red', 'indicator-far-behind', ['i1']]],
  ['far ahead', paced(7), serving(), ['green', 'on-pace', []]],
  ['not kept', paced(0), serving(), ['red', 'indicator-far-behind', ['i1']]],
  [
    'a red measure of exactly half',
    paced(1),
    serving([20, 'red'], [20, 'green']),
    ['red', 'heavy-measure-red', ['m1']],
  ],
  ['a red measure below half', paced(1), serving([49, 'red'], [51, 'green']), ['amber', 'measure-red', ['m1']]],
  [
    'red measures that are heavy together only',
    paced(),
    serving([33, 'red'], [33, 'red'], [34, 'green']),
    ['amber', 'measure-red', ['m1', 'm2']],
  ],
  ['the only measure, red', paced(), serving([1, 'red']), ['red', 'heavy-measure-red', ['m1']]],
  ['an amber measure', paced(), serving([1, 'amber']), ['green', 'on-pace', []]],
  ['a measure that has ended weighs, too', paced(), serving([40, 'red'], [60, null]), ['amber', 'measure-red', ['m1']]],
  ['the worst rule first', paced(0.8), serving([1, 'red']), ['red', 'heavy-measure-red', ['m1']]],
  ['nothing at all', paced(), serving(), ['grey', 'nothing-computable', []]],
  ['nothing that can be computed', paced(null), serving([5, null]), ['grey', 'nothing-computable', []]],
] as const)('%s', (_, indicators, measures, expected) => {
  const health = computed(indicators, measures);
  expect([health?.health, health?.rule, health?.hitBy]).toEqual(expected);
});

const STATES = {
  ...{ draft: false, adopted: false, underway: false, deferred: false },
  ...{ reached: true, partlyReached: true, missed: true, abandoned: true, superseded: true, withdrawn: true },
} satisfies Record<GoalState, boolean>;

it.each(Object.entries(STATES) as [GoalState, boolean][])('a goal that is %s has ended: %s', (state, ended) =>
  expect([hasEnded(state), computed(paced(0), serving(), state) === null]).toEqual([ended, ended]),
);

it.each([
  ['2026-06-29', 'underway', true],
  ['2026-06-30', 'underway', false],
  [null, 'underway', false],
  ['2026-06-29', 'deferred', true],
  ['2026-06-29', 'missed', false],
] as const)('a goal with the target date %s that is %s is overdue on 30 June: %s', (targetDate, state, overdue) =>
  expect(isOverdue({ targetDate, state }, day)).toBe(overdue),
);

it.each([
  ['green', 'red', true],
  ['red', 'red', false],
  ['amber', 'grey', false],
  ['amber', null, false],
  [null, 'red', false],
] as const)('declared %s and computed %s is a conflict: %s', (declared, health, conflict) =>
  expect(isConflict(declared, health)).toBe(conflict),
);
