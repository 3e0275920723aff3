// All of a measure that the house which takes it over needs to go on.
import type { CalendarDate } from '@zielwerk/kernel';

import { ReadableBy } from './audience';
import { type Health, HEALTHS } from './goal.events';
import { BudgetLine } from './measure-budget.events';
import { Blocker } from './measure-health';
import { MeasurePlace } from './measure-place';
import { MeasurePlan } from './measure-plan';
import {
  IsCalendarDate,
  IsCode,
  IsEuroCents,
  IsFlag,
  IsId,
  IsMinistryCode,
  IsOneOf,
  IsPercent,
  IsReference,
  IsReportingPeriod,
  IsText,
  IsWeight,
} from './vocabulary';
import { HasPart, HasParts, OrNull } from './word';

/** The states in which a measure can be handed over: those that are not an end. */
export const OPEN_MEASURE_STATES = [
  'proposed',
  'planned',
  'released',
  'underway',
  'suspended',
  'inAcceptance',
  'completed',
] as const;
export type OpenMeasureState = (typeof OPEN_MEASURE_STATES)[number];

export class MilestoneState {
  @IsCode() readonly milestone!: string;
  @IsText({ max: 200 }) readonly title!: string;
  @IsCalendarDate() readonly baselineDate!: CalendarDate;
  @OrNull() @IsCalendarDate() readonly forecastDate!: CalendarDate | null;
  @OrNull() @IsCalendarDate() readonly actualDate!: CalendarDate | null;
  @IsFlag() readonly dropped!: boolean;
}

export class ContributionState {
  @IsId() readonly goalId!: string;
  @IsWeight() readonly weight!: number;
}

export class BudgetState {
  @HasPart(() => BudgetLine) readonly line!: BudgetLine;
  @IsEuroCents() readonly plannedCents!: number;
  @IsEuroCents() readonly commitmentCents!: number;
  @OrNull() @IsEuroCents() readonly consentedCents!: number | null;
  @IsEuroCents() readonly frozenCents!: number;
  @IsEuroCents() readonly spentCents!: number;
}

export class DependencyStateV2 {
  @IsId() readonly needs!: string;
  @IsMinistryCode() readonly giver!: string;
  /** The event that said so first; null in what v1 said: see `firstDeclaration`. */
  @OrNull() @HasPart(() => MeasurePlace) readonly declaration!: MeasurePlace | null;
}

export const DEPENDENCY_ANSWERS = ['accepted', 'declined'] as const;
export type DependencyAnswer = (typeof DEPENDENCY_ANSWERS)[number];

/** What was said to a measure that needs this one. */
export class DependencyAnswerState {
  @IsId() readonly neededBy!: string;
  @IsOneOf(...DEPENDENCY_ANSWERS) readonly answer!: DependencyAnswer;
  /** As that of the answer. */
  @OrNull() @HasPart(() => MeasurePlace) readonly declaration!: MeasurePlace | null;
}

/** As the house declared it; what it noted for itself stays there. */
export class HealthState {
  @IsOneOf(...HEALTHS) readonly health!: Health;
  @IsText({ max: 2000 }) readonly reason!: string;
  @ReadableBy('government') @HasParts(() => Blocker, { max: 20 }) readonly blockers!: readonly Blocker[];
  @IsCalendarDate() readonly declaredOn!: CalendarDate;
}

export class AcceptanceState {
  @IsText({ max: 100 }) readonly acceptedBy!: string;
  @IsCalendarDate() readonly completedOn!: CalendarDate;
}

export class ReportState {
  @IsReportingPeriod() readonly period!: string;
  @IsPercent() readonly percent!: number;
}

export class MeasureStateV2 {
  @OrNull() @IsReference() readonly reference!: string | null;
  @IsText({ max: 400 }) readonly title!: string;
  @OrNull() @IsText({ max: 4000 }) readonly description!: string | null;
  @IsOneOf(...OPEN_MEASURE_STATES) readonly status!: OpenMeasureState;
  @OrNull() @HasPart(() => MeasurePlan) readonly plan!: MeasurePlan | null;
  @IsFlag() readonly appraised!: boolean;
  @OrNull() @IsCalendarDate() readonly begunOn!: CalendarDate | null;
  /** Reports are due from the period of this day on: when it began, or last went on after a suspension. */
  @OrNull() @IsCalendarDate() readonly reportsSince!: CalendarDate | null;
  @OrNull() @HasPart(() => HealthState) readonly health!: HealthState | null;
  /** As it was submitted for acceptance. */
  @OrNull() @IsText({ max: 4000 }) readonly result!: string | null;
  @OrNull() @HasPart(() => AcceptanceState) readonly acceptance!: AcceptanceState | null;
  /** Those in force, oldest period first. */
  @HasParts(() => ReportState, { max: 1200 }) readonly reports!: readonly ReportState[];
  @HasParts(() => MilestoneState, { max: 100 }) readonly milestones!: readonly MilestoneState[];
  @HasParts(() => ContributionState, { max: 200 }) readonly contributions!: readonly ContributionState[];
  /** With what was spent, which is not for the public. */
  @ReadableBy('government') @HasParts(() => BudgetState, { max: 200 }) readonly budget!: readonly BudgetState[];
  @ReadableBy('government')
  @HasParts(() => DependencyStateV2, { max: 200 })
  readonly needs!: readonly DependencyStateV2[];
  @ReadableBy('government')
  @HasParts(() => DependencyAnswerState, { max: 200 })
  readonly neededBy!: readonly DependencyAnswerState[];
}
