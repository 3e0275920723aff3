// What is computed of a day: it says the day, the formula, what went in and the rule that was hit.
import type { CalendarDate } from '@zielwerk/kernel';

import type { ComputedLight, Health, IndicatorKind, MeasureState } from './figures';

type Dated = Readonly<{ date: CalendarDate; value: number }>;

/** How a pace came about; from `observed` on: why there is none. */
export type PaceRule =
  | 'compared'
  | 'kept'
  | 'not-kept'
  | 'done'
  | 'not-done'
  | 'observed'
  | 'no-target'
  | 'no-observation'
  | 'no-baseline'
  /** The day lies before the first point of the path, and the baseline has no day. */
  | 'before-path'
  /** A milestone before its target date. */
  | 'not-due'
  /** The path stands where the baseline is: nothing is expected yet. */
  | 'no-way';

export type PaceInputs = Readonly<{
  kind: IndicatorKind;
  baseline: Readonly<{ value: number; date: CalendarDate | null }> | null;
  latest: Readonly<{ period: string; value: number }> | null;
  /** The points of the path that the day lies between: on the last one and after it there is no `to`. */
  from: Dated | null;
  to: Dated | null;
  /** The path's value on the day. */
  expected: number | null;
}>;

/** What has come about, as a share of what the target path expects by the day: 1 is on pace. Null when there is none. */
export type Pace = Readonly<{
  day: CalendarDate;
  formula: string;
  rule: PaceRule;
  inputs: PaceInputs;
  value: number | null;
}>;

export type MeasureHealthRule =
  'last-milestone-late' | 'periods-unreported' | 'milestone-slipped' | 'period-unreported' | 'on-time';

/** `days` after the baseline; below zero before it. */
export type Slip = Readonly<{ milestone: string; title: string; days: number }>;

export type MeasureHealth = Readonly<{
  day: CalendarDate;
  health: Health;
  formula: string;
  rule: MeasureHealthRule;
  inputs: Readonly<{
    state: MeasureState;
    /** The milestone whose baseline comes last. */
    lastMilestone: Slip | null;
    /** Milestones that come after their baseline, the worst first. */
    slipped: readonly Slip[];
    /** Periods that are over, not yet reported and not closed by a later report; oldest first. */
    unreported: readonly string[];
    forecastDelayDays: number;
  }>;
}>;

export type GoalHealthRule =
  'indicator-far-behind' | 'heavy-measure-red' | 'indicator-behind' | 'measure-red' | 'on-pace' | 'nothing-computable';

export type PacedIndicator = Readonly<{ indicatorId: string; title: string; pace: number | null }>;
/** `share` of the weights of all measures that count, 0 to 1; `health` null where none can be computed. */
export type WeighedMeasure = Readonly<{
  measureId: string;
  title: string;
  weight: number;
  share: number;
  health: Health | null;
}>;

export type GoalHealth = Readonly<{
  day: CalendarDate;
  health: ComputedLight;
  formula: string;
  rule: GoalHealthRule;
  /** The ids of the indicators or measures that hit the rule. */
  hitBy: readonly string[];
  inputs: Readonly<{
    indicators: readonly PacedIndicator[];
    /** Released and not cancelled. */
    measures: readonly WeighedMeasure[];
    redBelowPathPercent: number;
    amberBelowPathPercent: number;
    heavyWeightPercent: number;
  }>;
}>;
