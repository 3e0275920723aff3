// Every computed figure as it is answered. A share of the way is 0 at the start and 1 (100 %) at the end; it is never clamped
// here: bars clamp, data does not.
import type { GoalState } from '@zielwerk/goals-read-model';
import type { MeasureState } from '@zielwerk/measures-read-model';

export type { GoalState, MeasureState };

export type Health = 'green' | 'amber' | 'red';
/** `grey`: nothing can be computed. */
export type ComputedLight = Health | 'grey';

export type IndicatorKind = 'increase' | 'decrease' | 'keepAtLeast' | 'keepAtMost' | 'milestone' | 'observed';

/** Why something has no part in a figure. */
export type MissingReason =
  | 'observed'
  | 'no-observation'
  | 'no-baseline'
  | 'no-target'
  /** Baseline and target are the same, or too far apart to compute with. */
  | 'no-way'
  | 'not-released'
  /** Rejected, cancelled or merged. */
  | 'given-up';

/** What was left out of a figure, and why. */
export type Missing = Readonly<{ id: string; title: string; reason: MissingReason }>;

/** A computed figure that can be computed again by hand. `value` is a share of the way, null when nothing can be computed. */
export type Progress<Inputs> = Readonly<{
  formula: string;
  inputs: Inputs;
  value: number | null;
  missing: readonly Missing[];
}>;

export type IndicatorProgressInputs = Readonly<{
  kind: IndicatorKind;
  baseline: number | null;
  target: number | null;
  latest: number | null;
  period: string | null;
}>;

/** `met` for the kinds that are met or not (then the value is 1 or 0); null for increase, decrease and observed. */
export type IndicatorProgress = Progress<IndicatorProgressInputs> & Readonly<{ met: boolean | null }>;

export type IndicatorShare = Readonly<{ indicatorId: string; title: string; value: number }>;

/** `percent` 0 to 100 as it counts: completed is 100, not yet reported is 0, else what was reported last. */
export type MeasureShare = Readonly<{
  measureId: string;
  title: string;
  weight: number;
  percent: number;
  reported: boolean;
}>;

/** Two answers to one question, shown side by side and never mixed. */
export type GoalProgress = Readonly<{
  byIndicators: Progress<readonly IndicatorShare[]>;
  byMeasures: Progress<readonly MeasureShare[]>;
}>;

/** The middle goal of a group; half of the two middle ones when their number is even. `without` have no such progress. */
export type Median = Readonly<{
  formula: string;
  inputs: Readonly<{ goals: number; without: number }>;
  value: number | null;
}>;

/** A theme, pillar or ministry in figures: counts and medians, no mean of means. */
export type Tally = Readonly<{
  goals: Readonly<{
    total: number;
    byState: Readonly<Record<GoalState, number>>;
    /** As declared. */
    byHealth: Readonly<Record<Health | 'undeclared', number>>;
    /** As computed of the day; of a goal that has ended there is none. */
    byComputedHealth: Readonly<Record<ComputedLight | 'ended', number>>;
    /** Declared and computed health do not agree. */
    conflicts: number;
    /** The target date has passed, and the goal has not ended. */
    overdue: number;
  }>;
  progress: Readonly<{ byIndicators: Median; byMeasures: Median }>;
}>;

export type MeasureTally = Readonly<{
  total: number;
  /** What was handed over counts in its new house. */
  byState: Readonly<Record<Exclude<MeasureState, 'handedOver'>, number>>;
  byHealth: Readonly<Record<Health | 'undeclared', number>>;
  /** `notRunning`: before the release and after the end. */
  byComputedHealth: Readonly<Record<Health | 'notRunning', number>>;
  conflicts: number;
}>;
