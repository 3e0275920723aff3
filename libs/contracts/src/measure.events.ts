// The published facts about a measure. A class once written never changes. Its lead is the house whose stream it is.
import type { CalendarDate } from '@zielwerk/kernel';

import { catalogue, defineEvent, type EventIn } from './define-event';
import {
  IsCalendarDate,
  IsCode,
  IsFlag,
  IsId,
  IsPercent,
  IsReference,
  IsReportingPeriod,
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

export class MilestonePlan {
  /** Unique within the measure. */
  @IsCode() readonly milestone!: string;
  @IsText({ max: 200 }) readonly title!: string;
  @IsCalendarDate() readonly baselineDate!: CalendarDate;
}

/** Projektauftrag */
export class Charter {
  @IsText({ max: 2000 }) readonly purpose!: string;
  @IsText({ max: 2000 }) readonly result!: string;
}

export class ProjectLead {
  /** A function such as «Referatsleitung 12», never a person. */
  @IsText({ max: 200 }) readonly function!: string;
  /** The unit it belongs to: another one accepts the result (four eyes). */
  @IsText({ max: 100 }) readonly unit!: string;
}

/** Whatever is still open is null; a release asks for all of it. */
export class MeasurePlan {
  @OrNull() @IsCalendarDate() readonly startsOn!: CalendarDate | null;
  @OrNull() @IsCalendarDate() readonly endsOn!: CalendarDate | null;
  @OrNull() @HasPart(() => Charter) readonly charter!: Charter | null;
  @OrNull() @HasPart(() => ProjectLead) readonly projectLead!: ProjectLead | null;
  /** Einzelplan, Kapitel, Titel; null while open, and when the measure needs no money. */
  @OrNull() @IsText({ max: 100 }) readonly budgetLine!: string | null;
  @IsFlag() readonly needsNoMoney!: boolean;
  @HasParts(() => MilestonePlan, { max: 100 }) readonly milestones!: readonly MilestonePlan[];
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

export class MeasureSubmittedForAcceptance {
  @IsId() readonly measureId!: string;
  @IsText({ max: 4000 }) readonly result!: string;
}

export class MeasureCompleted {
  @IsId() readonly measureId!: string;
  /** The unit that accepted the result. */
  @IsText({ max: 100 }) readonly acceptedBy!: string;
}

/** The measure serves a goal of this or another house. */
export class MeasureContributionAdded {
  @IsId() readonly measureId!: string;
  @IsId() readonly goalId!: string;
  @IsWeight() readonly weight!: number;
}

export const measureEvents = catalogue(
  defineEvent('MeasureProposed', MeasureProposed, 'government'),
  defineEvent('MeasurePlanned', MeasurePlanned, 'government'),
  defineEvent('MeasureReleased', MeasureReleased, 'public'),
  defineEvent('MeasureBegun', MeasureBegun, 'public'),
  defineEvent('MeasureProgressReported', MeasureProgressReported, 'public'),
  defineEvent('MeasureSubmittedForAcceptance', MeasureSubmittedForAcceptance, 'public'),
  defineEvent('MeasureCompleted', MeasureCompleted, 'public'),
  defineEvent('MeasureContributionAdded', MeasureContributionAdded, 'public'),
);
export type MeasureEvent = EventIn<typeof measureEvents>;
