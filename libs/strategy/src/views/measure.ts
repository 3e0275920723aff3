// A measure as the read API answers it.
import type { FundingSource, Impact } from '@zielwerk/contracts';
import type { CalendarDate } from '@zielwerk/kernel';
import type { DependencyStanding } from '@zielwerk/measures-read-model';

import type { EventView, Trace } from './answer';
import type { MeasureState } from './figures';
import type { DeclaredHealth } from './goal';
import type { MeasureHealth } from './health';

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
    declaredHealth: DeclaredHealth | null;
    /** Of the day of the answer; null before the release and after the end. */
    computedHealth: MeasureHealth | null;
    /** Declared and computed health do not agree. */
    conflict: boolean;
    /** Of those still planned the one that is expected first; null before the release and after the end. */
    nextMilestone: NextMilestoneView | null;
  }>;

/** `day`: of the forecast, else of the baseline. */
export type NextMilestoneView = Readonly<{
  milestone: string;
  title: string;
  day: CalendarDate;
  /** The day has passed. */
  missed: boolean;
}>;

export type MilestoneView = Readonly<{
  milestone: string;
  title: string;
  status: 'planned' | 'reached' | 'dropped';
  /** As planned at the release; it never changes. */
  baselineDate: CalendarDate;
  forecastDate: CalendarDate | null;
  actualDate: CalendarDate | null;
  /** Of the forecast, or why it was dropped. */
  reason: string | null;
  /** Days after the baseline, below zero before it. */
  slipDays: number;
  /** Still planned, and the day on which it was expected has passed; only while the measure runs. */
  missed: boolean;
}>;

/** What holds a measure up, and the ministry that is asked to help. */
export type BlockerView = Readonly<{ what: string; helpFrom: string | null; help: string | null }>;

/** Whole euro cents. What was spent, and the variance (spent less planned), is for the government: null for the public. */
export type Money = Readonly<{
  plannedCents: number;
  commitmentCents: number;
  /** Null until the finance ministry has consented. */
  consentedCents: number | null;
  frozenCents: number;
  spentCents: number | null;
  varianceCents: number | null;
}>;
export type BudgetLineView = Money &
  Readonly<{ year: number; section: string; chapter: string; lineItem: string; source: FundingSource }>;
/** `years` and `total` are sums; consented is the sum of what has been consented to. */
export type BudgetView = Readonly<{
  lines: readonly BudgetLineView[];
  years: readonly (Money & Readonly<{ year: number }>)[];
  total: Money | null;
}>;

/** «This measure needs that one before», or the other way round, with the measure at the other end. */
export type DependencyView = Readonly<{
  measureId: string;
  /** Null where the other measure has not been published. */
  title: string | null;
  ministry: string;
  reason: string | null;
  /** `counts`: within one house, or accepted by the house whose measure is needed. */
  standing: DependencyStanding;
}>;

/** Where a measure's history goes on or comes from in another house. */
export type MovedView = Readonly<{ ministry: string; stream: string }>;

export type ContributionView = Readonly<{ goalId: string; title: string; lead: string; weight: number }>;

export type ProgressReportView = Readonly<{
  period: string;
  percent: number;
  /** As it was reported first, and why it was corrected; null unless it was. */
  corrected: Readonly<{ firstPercent: number; reason: string }> | null;
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
    begunOn: CalendarDate | null;
    budgetLine: string | null;
    needsNoMoney: boolean;
    result: string | null;
    acceptedBy: string | null;
    completedOn: CalendarDate | null;
    /** How often the result was sent back, also in the house it comes from. */
    refusedAcceptances: number;
    impact: Readonly<{ impact: Impact; findings: string }> | null;
    /** Rejected, cancelled, merged or handed over: then it keeps its state until it is taken over. `lessons` for the government. */
    ended: Readonly<{ on: CalendarDate; reason: string; costSoFarCents: number | null; lessons: string | null }> | null;
    /** For the government, as are the dependencies; empty for the public. */
    blockers: readonly BlockerView[];
    budget: BudgetView;
    needs: readonly DependencyView[];
    neededBy: readonly DependencyView[];
    mergedInto: Readonly<{ measureId: string; title: string | null }> | null;
    continues: MovedView | null;
    handedOverTo: string | null;
    milestones: readonly MilestoneView[];
    contributions: readonly ContributionView[];
    /** Oldest period first, also of the house it comes from. */
    reports: readonly ProgressReportView[];
    /** Oldest first, also of the house it comes from. */
    history: readonly EventView[];
  }>;
