// What the read API answers, as plain data. Days are `2026-03-31`, instants UTC. A share of the way is 0 at the start and 1
// (100 %) at the end; it is never clamped here: bars clamp, data does not.
import type { Audience } from '@zielwerk/contracts';
import type { CalendarDate, Periodicity } from '@zielwerk/kernel';

/** The last offset read of each ministry's topic: cited together, they name one state that anybody can assemble again. */
export type Positions = Readonly<Record<string, number>>;

export type AsOf = Readonly<{ day: CalendarDate; positions: Positions }>;

/** Every answer says of when it is. `stale` is there when `after=` was asked for and has not arrived within two seconds. */
export type Answer<View> = View & Readonly<{ asOf: AsOf; stale?: true; staleReason?: string }>;

/** `cursor` asks for the page after this one: `?cursor=…` with the same filters and sorting; null on the last page. */
export type Page<Item> = Readonly<{ items: readonly Item[]; cursor: string | null }>;

export type GoalState = 'draft' | 'adopted' | 'underway';
export type MeasureState = 'proposed' | 'planned' | 'released' | 'underway' | 'inAcceptance' | 'completed';
export type Health = 'green' | 'amber' | 'red';
export type IndicatorKind = 'increase' | 'decrease' | 'keepAtLeast' | 'keepAtMost' | 'milestone' | 'observed';

/** Why something has no part in a figure. */
export type MissingReason =
  | 'observed'
  | 'no-observation'
  | 'no-baseline'
  | 'no-target'
  /** Baseline and target are the same, or too far apart to compute with. */
  | 'no-way'
  | 'not-released';
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
    byHealth: Readonly<Record<Health | 'undeclared', number>>;
  }>;
  progress: Readonly<{ byIndicators: Median; byMeasures: Median }>;
}>;
export type MeasureTally = Readonly<{ total: number; byState: Readonly<Record<MeasureState, number>> }>;

export type ThemeView = Readonly<{
  theme: string;
  pillar: string;
  title: string;
  description: string | null;
  order: number;
  tally: Tally;
}>;
export type PillarView = Readonly<{
  pillar: string;
  title: string;
  description: string | null;
  order: number;
  tally: Tally;
  themes: readonly ThemeView[];
}>;

/** How fresh what a ministry published is: null, -1 and 0 when nothing has arrived yet. `events` counts messages of its topic. */
export type Freshness = Readonly<{ lastRecordedAt: string | null; offset: number; events: number }>;

export type MinistryView = Readonly<{
  ministry: string;
  name: string;
  shortName: string;
  /** Goals it leads; a goal of several ministries counts once, at its lead. */
  tally: Tally;
  measures: MeasureTally;
  indicators: number;
  freshness: Freshness;
}>;

export type OverviewView = Readonly<{
  jurisdiction: Readonly<{ id: string; name: string; sample: boolean }>;
  tally: Tally;
  measures: MeasureTally;
  indicators: number;
  pillars: readonly PillarView[];
  /** Goals whose theme, or its pillar, nobody has defined yet. */
  unassigned: Tally;
  ministries: readonly MinistryView[];
}>;

/** The last event that changed the thing. */
export type Trace = Readonly<{ stream: string; revision: number; occurredOn: CalendarDate; recordedAt: string }>;

export type DeclaredHealth = Readonly<{ health: Health; reason: string; on: CalendarDate }>;

export type GoalSummary = Trace &
  Readonly<{
    goalId: string;
    reference: string | null;
    title: string;
    description: string | null;
    state: GoalState;
    /** The code of the ministry that leads. */
    lead: string;
    participants: readonly string[];
    theme: string;
    /** Null while nobody has defined the theme. */
    pillar: string | null;
    parentGoalId: string | null;
    targetDate: CalendarDate | null;
    fileReference: string | null;
    adopted: Readonly<{ decisionNumber: string; decidedOn: CalendarDate }> | null;
    declaredHealth: DeclaredHealth | null;
    indicatorCount: number;
    /** Contributing measures the reader may see. */
    measureCount: number;
    progress: GoalProgress;
  }>;

export type ContributingMeasure = MeasureSummary & Readonly<{ weight: number }>;
export type GoalDetail = GoalSummary &
  Readonly<{
    indicators: readonly IndicatorSummary[];
    measures: readonly ContributingMeasure[];
    history: readonly EventView[];
  }>;

export type MeasureSummary = Trace &
  Readonly<{
    measureId: string;
    ministry: string;
    reference: string | null;
    title: string;
    description: string | null;
    state: MeasureState;
    startsOn: CalendarDate | null;
    endsOn: CalendarDate | null;
    /** As last reported, 0 to 100; null before the first report. */
    percent: number | null;
    lastPeriod: string | null;
    /** Reports that were below the one before. */
    setbacks: number;
  }>;

export type MilestoneView = Readonly<{ milestone: string; title: string; baselineDate: CalendarDate }>;
export type ContributionView = Readonly<{ goalId: string; title: string; lead: string; weight: number }>;
export type ProgressReportView = Readonly<{
  period: string;
  percent: number;
  text: string | null;
  /** Why it fell behind the period before. */
  explanation: string | null;
  occurredOn: CalendarDate;
  recordedAt: string;
}>;
export type MeasureDetail = MeasureSummary &
  Readonly<{
    charter: Readonly<{ purpose: string; result: string }> | null;
    projectLead: Readonly<{ function: string; unit: string }> | null;
    budgetLine: string | null;
    needsNoMoney: boolean;
    result: string | null;
    acceptedBy: string | null;
    milestones: readonly MilestoneView[];
    contributions: readonly ContributionView[];
    /** Oldest period first. */
    reports: readonly ProgressReportView[];
    history: readonly EventView[];
  }>;

export type TargetPointView = Readonly<{ date: CalendarDate; value: number }>;
export type LatestObservation = Readonly<{ period: string; value: number; provisional: boolean }>;
export type IndicatorSummary = Trace &
  Readonly<{
    indicatorId: string;
    /** The house that owns and observes it. */
    ministry: string;
    reference: string | null;
    title: string;
    description: string | null;
    unit: string;
    decimals: number;
    kind: IndicatorKind;
    baseline: Readonly<{ value: number; date: CalendarDate | null }> | null;
    /** By rising date; the last point is the target. */
    targetPath: readonly TargetPointView[];
    source: string | null;
    /** An official municipality key; null for the whole state. */
    region: string | null;
    periodicity: Periodicity;
    observationCount: number;
    /** Of the period that ends last. */
    latest: LatestObservation | null;
    /** (latest − baseline) / (target − baseline) for every kind; null where one of them is missing or the way has no length. */
    ratio: number | null;
    progress: IndicatorProgress;
  }>;

export type ObservationView = LatestObservation &
  Readonly<{ periodEnd: CalendarDate; ratio: number | null; occurredOn: CalendarDate; recordedAt: string }>;
export type IndicatorDetail = IndicatorSummary &
  Readonly<{
    goals: readonly GoalReference[];
    /** Oldest period first. */
    observations: readonly ObservationView[];
    history: readonly EventView[];
  }>;
export type GoalReference = Readonly<{ goalId: string; title: string; lead: string; state: GoalState }>;

/** A fact as it was published. `ministry` and `offset` are its place in the ministry's topic. */
export type EventView = Readonly<{
  id: string;
  type: string;
  /** With the version it was written in: `MeasureProgressReported.v1`. */
  wireType: string;
  ministry: string;
  offset: number;
  stream: string;
  revision: number;
  occurredOn: CalendarDate;
  recordedAt: string;
  /** The function that acted, never a person. */
  function: string | null;
  correlationId: string;
  data: unknown;
}>;

/** Whose facts the reader may see, and what day it is. */
export type Reader = Readonly<{ audience: Audience; day: CalendarDate }>;
