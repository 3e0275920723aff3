// A goal as the read API answers it.
import type { Outcome } from '@zielwerk/contracts';
import type { CoordinationNeed } from '@zielwerk/goals-read-model';
import type { CalendarDate } from '@zielwerk/kernel';

import type { EventView, Trace } from './answer';
import type { GoalProgress, GoalState, Health } from './figures';
import type { GoalHealth } from './health';
import type { IndicatorSummary } from './indicator';
import type { MeasureSummary } from './measure';

export type DeclaredHealth = Readonly<{ health: Health; reason: string; on: CalendarDate }>;

/** `resumesAs`: the state it goes back to. */
export type Deferral = Readonly<{ reason: string; until: CalendarDate | null; resumesAs: GoalState }>;

/** An indicator's last value up to the cut-off date. */
export type EvidenceView = Readonly<{
  indicatorId: string;
  title: string;
  period: string;
  value: number;
  provisional: boolean;
}>;
export type OutcomeView = Readonly<{
  outcome: Outcome;
  cutOffDate: CalendarDate;
  statement: string;
  evidence: readonly EvidenceView[];
}>;
/** What the lead proposes and the strategy office has not decided on yet. */
export type ProposalView = OutcomeView & Readonly<{ proposal: number }>;

/** What the other houses need to know before they co-sign. */
export type JustificationView = Readonly<{ rationale: string; qualitative: boolean; touchesMoney: boolean }>;

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
    /** Of the day of the answer; null once the goal has ended. */
    computedHealth: GoalHealth | null;
    /** Declared and computed health do not agree. */
    conflict: boolean;
    /** The target date has passed, and the goal has not ended. */
    overdue: boolean;
    deferred: Deferral | null;
    indicatorCount: number;
    /** Contributing measures that the reader may see. */
    measureCount: number;
    progress: GoalProgress;
  }>;

export type ContributingMeasure = MeasureSummary & Readonly<{ weight: number }>;

export type GoalDetail = GoalSummary &
  Readonly<{
    indicators: readonly IndicatorSummary[];
    measures: readonly ContributingMeasure[];
    /** As it was adopted; null unless its wording was corrected. */
    firstTitle: string | null;
    parent: GoalReference | null;
    subgoals: readonly GoalSummary[];
    /** For the government, as are the two below; null for the public. */
    justification: JustificationView | null;
    /** Of a draft; else empty. */
    missingForCoSignature: readonly CoordinationNeed[];
    proposal: ProposalView | null;
    outcome: (OutcomeView & Readonly<{ on: CalendarDate }>) | null;
    /** Why it was abandoned, superseded or withdrawn. */
    ended: Readonly<{ reason: string; on: CalendarDate }> | null;
    successor: GoalReference | null;
    history: readonly EventView[];
  }>;

export type GoalReference = Readonly<{ goalId: string; title: string; lead: string; state: GoalState }>;
