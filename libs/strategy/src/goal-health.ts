// A goal's health as it can be computed on a day, pure: its indicators against their paths, its measures by their own health.
import type { CalendarDate } from '@zielwerk/kernel';

import type { ComputedLight, GoalState, Health } from './views/figures';
import type { GoalHealth, GoalHealthRule, PacedIndicator, WeighedMeasure } from './views/health';

export type GoalLimits = Readonly<{
  redBelowPathPercent: number;
  amberBelowPathPercent: number;
  heavyWeightPercent: number;
}>;

export const ENDED_GOAL_STATES: readonly GoalState[] = [
  'reached',
  'partlyReached',
  'missed',
  'abandoned',
  'superseded',
  'withdrawn',
];

/** Nothing more is to come: there is no health to compute, and no date to miss. */
export const hasEnded = (state: GoalState): boolean => ENDED_GOAL_STATES.includes(state);

/** Its target date has passed, and it has not ended. */
export const isOverdue = (
  { state, targetDate }: Readonly<{ state: GoalState; targetDate: CalendarDate | null }>,
  day: CalendarDate,
): boolean => targetDate !== null && targetDate < day && !hasEnded(state);

/** What was declared and what is computed do not agree. */
export const isConflict = (declared: Health | null, computed: ComputedLight | null): boolean =>
  declared !== null && computed !== null && computed !== 'grey' && declared !== computed;

// Exactly at a limit is not below it, whatever floating-point arithmetic makes of the last digit.
const isBelow = (pace: number, percent: number): boolean => pace * 100 < percent - 1e-7;

/** What the rule looks at: paces that there are, and the measures that count. */
export type GoalSigns = Readonly<{
  paces: readonly number[];
  measures: readonly Readonly<{ weight: number; health: Health | null }>[];
}>;

const goalRule = ({ paces, measures }: GoalSigns, limits: GoalLimits): GoalHealthRule => {
  const weight = measures.reduce((sum, one) => sum + one.weight, 0);
  const red = measures.filter(({ health }) => health === 'red');
  if (paces.some((pace) => isBelow(pace, limits.redBelowPathPercent))) return 'indicator-far-behind';
  if (red.some((one) => isHeavy(one.weight, weight, limits))) return 'heavy-measure-red';
  if (paces.some((pace) => isBelow(pace, limits.amberBelowPathPercent))) return 'indicator-behind';
  if (red.length > 0) return 'measure-red';
  return paces.length > 0 || measures.some(({ health }) => health !== null) ? 'on-pace' : 'nothing-computable';
};

const isHeavy = (weight: number, ofAll: number, { heavyWeightPercent }: GoalLimits): boolean =>
  weight * 100 >= heavyWeightPercent * ofAll;

const GOAL_LIGHTS: Readonly<Record<GoalHealthRule, ComputedLight>> = {
  'indicator-far-behind': 'red',
  'heavy-measure-red': 'red',
  'indicator-behind': 'amber',
  'measure-red': 'amber',
  'on-pace': 'green',
  'nothing-computable': 'grey',
};

const formulaWith = ({ redBelowPathPercent, amberBelowPathPercent, heavyWeightPercent }: GoalLimits): string =>
  `red: an indicator is below ${redBelowPathPercent} % of its path, or a red measure has at least ${heavyWeightPercent} % of ` +
  `the weights; amber: an indicator is below ${amberBelowPathPercent} % of its path, or any measure is red; ` +
  'grey: nothing can be computed; else green';

/** The measures as the rule weighs them: their weights as shares of all that count. */
const weighed = (measures: readonly Omit<WeighedMeasure, 'share'>[]): readonly WeighedMeasure[] => {
  const all = measures.reduce((sum, { weight }) => sum + weight, 0);
  return measures.map((measure) => ({ ...measure, share: measure.weight / all }));
};

type GoalFacts = Readonly<{
  state: GoalState;
  indicators: readonly PacedIndicator[];
  /** Those that are released and not cancelled. */
  measures: readonly Omit<WeighedMeasure, 'share'>[];
}>;

/** The health alone, from what the rule looks at. */
export const goalLight = (state: GoalState, signs: GoalSigns, limits: GoalLimits): ComputedLight | null =>
  hasEnded(state) ? null : GOAL_LIGHTS[goalRule(signs, limits)];

/** Null once the goal has ended. */
export const goalHealth = (goal: GoalFacts, day: CalendarDate, limits: GoalLimits): GoalHealth | null => {
  if (hasEnded(goal.state)) return null;
  const { indicators, measures } = goal;
  const paces = indicators.flatMap(({ pace }) => (pace === null ? [] : [pace]));
  const rule = goalRule({ paces, measures }, limits);
  const { redBelowPathPercent, amberBelowPathPercent, heavyWeightPercent } = limits;
  return {
    day,
    health: GOAL_LIGHTS[rule],
    formula: formulaWith(limits),
    rule,
    hitBy: hitBy(rule, goal, limits),
    inputs: {
      indicators,
      measures: weighed(measures),
      ...{ redBelowPathPercent, amberBelowPathPercent, heavyWeightPercent },
    },
  };
};

const hitBy = (rule: GoalHealthRule, { indicators, measures }: GoalFacts, limits: GoalLimits): readonly string[] => {
  const below = (percent: number) =>
    indicators.flatMap(({ indicatorId, pace }) => (pace !== null && isBelow(pace, percent) ? [indicatorId] : []));
  const all = measures.reduce((sum, { weight }) => sum + weight, 0);
  const red = measures.filter(({ health }) => health === 'red');
  const ids = (some: typeof measures) => some.map(({ measureId }) => measureId);
  const hits: Readonly<Record<GoalHealthRule, () => readonly string[]>> = {
    'indicator-far-behind': () => below(limits.redBelowPathPercent),
    'heavy-measure-red': () => ids(red.filter(({ weight }) => isHeavy(weight, all, limits))),
    'indicator-behind': () => below(limits.amberBelowPathPercent),
    'measure-red': () => ids(red),
    'on-pace': () => [],
    'nothing-computable': () => [],
  };
  return hits[rule]();
};
