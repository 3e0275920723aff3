// The published facts about a measure. A class once written never changes. Its lead is the house whose stream it is.
import { ReadableBy } from './audience';
import { catalogue, defineEvent, type EventIn } from './define-event';
import { HEALTHS, type Health } from './goal.events';
import { measureBudgetEvents } from './measure-budget.events';
import { measureDependencyEvents } from './measure-dependency.events';
import { measureHandoverEvents } from './measure-handover.events';
import { Blocker } from './measure-health';
import { MeasurePlan } from './measure-plan';
import { milestoneEvents } from './milestone.events';
import {
  IsEuroCents,
  IsId,
  IsOneOf,
  IsPercent,
  IsReference,
  IsReportingPeriod,
  IsRevision,
  IsText,
  IsWeight,
} from './vocabulary';
import { HasPart, HasParts, OrNull } from './word';

export class MeasureProposed {
  @IsId() readonly measureId!: string;
  @OrNull() @IsReference() readonly reference!: string | null;
  @IsText({ max: 400 }) readonly title!: string;
  @OrNull() @IsText({ max: 4000 }) readonly description!: string | null;
}

export class MeasurePlanned {
  @IsId() readonly measureId!: string;
  @HasPart(() => MeasurePlan) readonly plan!: MeasurePlan;
}

/** Carries what was released: from here on the public may read the measure, and nothing before. */
export class MeasureReleased {
  @IsId() readonly measureId!: string;
  @OrNull() @IsReference() readonly reference!: string | null;
  @IsText({ max: 400 }) readonly title!: string;
  @OrNull() @IsText({ max: 4000 }) readonly description!: string | null;
  @HasPart(() => MeasurePlan) readonly plan!: MeasurePlan;
}

export class MeasureBegun {
  @IsId() readonly measureId!: string;
}

export class MeasureProgressReported {
  @IsId() readonly measureId!: string;
  @IsReportingPeriod() readonly period!: string;
  @IsPercent() readonly percent!: number;
  @OrNull() @IsText({ max: 4000 }) readonly text!: string | null;
  /** Why it fell behind the period before. */
  @OrNull() @IsText({ max: 2000 }) readonly explanation!: string | null;
}

/** What a report should have said; what it said stays readable. */
export class MeasureProgressCorrected {
  @IsId() readonly measureId!: string;
  /** The revision of the report. */
  @IsRevision() readonly corrects!: number;
  @IsReportingPeriod() readonly period!: string;
  @IsPercent() readonly percent!: number;
  @OrNull() @IsText({ max: 4000 }) readonly text!: string | null;
  @IsText({ max: 2000 }) readonly reason!: string;
}

export class MeasureHealthDeclared {
  @IsId() readonly measureId!: string;
  @IsOneOf(...HEALTHS) readonly health!: Health;
  @IsText({ max: 2000 }) readonly reason!: string;
  @ReadableBy('government') @HasParts(() => Blocker, { max: 20 }) readonly blockers!: readonly Blocker[];
  /** For the own house only. */
  @ReadableBy('house') @OrNull() @IsText({ max: 4000 }) readonly note!: string | null;
}

export class MeasureSuspended {
  @IsId() readonly measureId!: string;
  @IsText({ max: 2000 }) readonly reason!: string;
}

export class MeasureResumed {
  @IsId() readonly measureId!: string;
}

/** Turned down before it was released. */
export class MeasureRejected {
  @IsId() readonly measureId!: string;
  @IsText({ max: 2000 }) readonly reason!: string;
}

export class MeasureSubmittedForAcceptance {
  @IsId() readonly measureId!: string;
  @IsText({ max: 4000 }) readonly result!: string;
}

export class MeasureCompleted {
  @IsId() readonly measureId!: string;
  /** The unit that accepted the result. */
  @IsText({ max: 100 }) readonly acceptedBy!: string;
}

/** The unit that was to accept the result sends it back; work goes on. */
export class MeasureAcceptanceRefused {
  @IsId() readonly measureId!: string;
  @IsText({ max: 100 }) readonly refusedBy!: string;
  @ReadableBy('government') @OrNull() @IsText({ max: 2000 }) readonly reason!: string | null;
}

export const IMPACTS = ['achieved', 'partlyAchieved', 'notAchieved'] as const;
export type Impact = (typeof IMPACTS)[number];

/** Whether the completed measure brought about what its charter promised. */
export class MeasureImpactReviewed {
  @IsId() readonly measureId!: string;
  @IsOneOf(...IMPACTS) readonly impact!: Impact;
  @IsText({ max: 4000 }) readonly findings!: string;
}

export class MeasureCancelled {
  @IsId() readonly measureId!: string;
  @IsText({ max: 2000 }) readonly reason!: string;
  @IsEuroCents() readonly costSoFarCents!: number;
  @ReadableBy('government') @OrNull() @IsText({ max: 4000 }) readonly lessons!: string | null;
}

/** It goes on as part of another measure. */
export class MeasureMerged {
  @IsId() readonly measureId!: string;
  @IsId() readonly into!: string;
  @IsText({ max: 2000 }) readonly reason!: string;
}

/** The measure serves a goal of this or another house. */
export class MeasureContributionAdded {
  @IsId() readonly measureId!: string;
  @IsId() readonly goalId!: string;
  @IsWeight() readonly weight!: number;
}

export class MeasureContributionWithdrawn {
  @IsId() readonly measureId!: string;
  @IsId() readonly goalId!: string;
  @IsText({ max: 2000 }) readonly reason!: string;
}

export const measureLifeEvents = catalogue(
  defineEvent('MeasureProposed', MeasureProposed, 'government'),
  defineEvent('MeasurePlanned', MeasurePlanned, 'government'),
  defineEvent('MeasureRejected', MeasureRejected, 'government'),
  defineEvent('MeasureReleased', MeasureReleased, 'public'),
  defineEvent('MeasureBegun', MeasureBegun, 'public'),
  defineEvent('MeasureProgressReported', MeasureProgressReported, 'public'),
  defineEvent('MeasureProgressCorrected', MeasureProgressCorrected, 'public'),
  defineEvent('MeasureHealthDeclared', MeasureHealthDeclared, 'public'),
  defineEvent('MeasureSuspended', MeasureSuspended, 'public'),
  defineEvent('MeasureResumed', MeasureResumed, 'public'),
  defineEvent('MeasureSubmittedForAcceptance', MeasureSubmittedForAcceptance, 'public'),
  defineEvent('MeasureAcceptanceRefused', MeasureAcceptanceRefused, 'public'),
  defineEvent('MeasureCompleted', MeasureCompleted, 'public'),
  defineEvent('MeasureImpactReviewed', MeasureImpactReviewed, 'public'),
  defineEvent('MeasureCancelled', MeasureCancelled, 'public'),
  defineEvent('MeasureMerged', MeasureMerged, 'public'),
  defineEvent('MeasureContributionAdded', MeasureContributionAdded, 'public'),
  defineEvent('MeasureContributionWithdrawn', MeasureContributionWithdrawn, 'public'),
);

export const measureEvents = measureLifeEvents
  .and(milestoneEvents)
  .and(measureBudgetEvents)
  .and(measureDependencyEvents)
  .and(measureHandoverEvents);
export type MeasureEvent = EventIn<typeof measureEvents>;
