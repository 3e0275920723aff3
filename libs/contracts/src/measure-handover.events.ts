// Responsibility for a measure moves to another house: the old lead's stream ends, the new lead's begins with all of it.
import type { CalendarDate } from '@zielwerk/kernel';

import { ReadableBy } from './audience';
import { catalogue, defineEvent } from './define-event';
import { BudgetLine } from './measure-budget.events';
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
  IsRevision,
  IsText,
  IsWeight,
} from './vocabulary';
import { HasPart, HasParts, OrNull, word } from './word';
import { Matches } from 'class-validator';

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

const IsMeasureStream = word(
  'the stream of a measure such as mwu.measure-0190a1de-0000-7000-8000-000000000001',
  (says) => Matches(/^[a-z]{2,8}\.measure-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u, says),
);

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

export class DependencyState {
  @IsId() readonly needs!: string;
  @IsMinistryCode() readonly giver!: string;
}

export class ReportState {
  @IsReportingPeriod() readonly period!: string;
  @IsPercent() readonly percent!: number;
}

/** All of a measure that the house which takes it over needs to go on. */
export class MeasureState {
  @OrNull() @IsReference() readonly reference!: string | null;
  @IsText({ max: 400 }) readonly title!: string;
  @OrNull() @IsText({ max: 4000 }) readonly description!: string | null;
  @IsOneOf(...OPEN_MEASURE_STATES) readonly status!: OpenMeasureState;
  @OrNull() @HasPart(() => MeasurePlan) readonly plan!: MeasurePlan | null;
  @IsFlag() readonly appraised!: boolean;
  @OrNull() @IsCalendarDate() readonly begunOn!: CalendarDate | null;
  @OrNull() @HasPart(() => ReportState) readonly lastReport!: ReportState | null;
  @HasParts(() => MilestoneState, { max: 100 }) readonly milestones!: readonly MilestoneState[];
  @HasParts(() => ContributionState, { max: 200 }) readonly contributions!: readonly ContributionState[];
  /** With what was spent, which is not for the public. */
  @ReadableBy('government') @HasParts(() => BudgetState, { max: 200 }) readonly budget!: readonly BudgetState[];
  @ReadableBy('government') @HasParts(() => DependencyState, { max: 200 }) readonly needs!: readonly DependencyState[];
}

/** The old stream holds no further fact after this one. */
export class MeasureHandedOver {
  @IsId() readonly measureId!: string;
  @IsMinistryCode() readonly to!: string;
  @IsText({ max: 2000 }) readonly reason!: string;
  @HasPart(() => MeasureState) readonly state!: MeasureState;
}

/** Where the measure's earlier history stands. */
export class Continued {
  @IsMeasureStream() readonly stream!: string;
  @IsRevision() readonly revision!: number;
}

/** The first fact of the new stream. */
export class MeasureTakenOver {
  @IsId() readonly measureId!: string;
  @HasPart(() => Continued) readonly continues!: Continued;
  @HasPart(() => MeasureState) readonly state!: MeasureState;
}

export const measureHandoverEvents = catalogue(
  defineEvent('MeasureHandedOver', MeasureHandedOver, 'public'),
  defineEvent('MeasureTakenOver', MeasureTakenOver, 'public'),
);
