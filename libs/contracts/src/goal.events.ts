// The published facts about a goal. A class once written never changes. The goal's lead is the house whose stream it is.
import type { CalendarDate } from '@zielwerk/kernel';

import { ReadableBy } from './audience';
import { catalogue, defineEvent, type EventIn } from './define-event';
import {
  IsCalendarDate,
  IsCode,
  IsFlag,
  IsId,
  IsIndicatorValue,
  IsMinistryCode,
  IsObservationPeriod,
  IsOneOf,
  IsOrder,
  IsReference,
  IsRevision,
  IsText,
} from './vocabulary';
import { HasEach, HasPart, HasParts, OrNull } from './word';

export const HEALTHS = ['green', 'amber', 'red'] as const;
export type Health = (typeof HEALTHS)[number];

export const OUTCOMES = ['reached', 'partlyReached', 'missed'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What a goal says; a revision says all of it anew. */
export class GoalContent {
  @IsText({ max: 400 }) readonly title!: string;
  @OrNull() @IsText({ max: 4000 }) readonly description!: string | null;
  @IsCode() readonly theme!: string;
  @HasEach(IsMinistryCode, { max: 40 }) readonly participants!: readonly string[];
  @OrNull() @IsId() readonly parentGoalId!: string | null;
  @OrNull() @IsCalendarDate() readonly targetDate!: CalendarDate | null;
  /** Aktenzeichen */
  @ReadableBy('government') @OrNull() @IsText({ max: 100 }) readonly fileReference!: string | null;
}

export class GoalDrafted {
  @IsId() readonly goalId!: string;
  @OrNull() @IsReference() readonly reference!: string | null;
  @HasPart(() => GoalContent) readonly content!: GoalContent;
}

export class GoalRevised {
  @IsId() readonly goalId!: string;
  @HasPart(() => GoalContent) readonly content!: GoalContent;
}

/** What the other houses need to know before they co-sign. */
export class GoalJustified {
  @IsId() readonly goalId!: string;
  @IsText({ max: 4000 }) readonly rationale!: string;
  /** No number tells whether it is reached; else at least one indicator does. */
  @IsFlag() readonly qualitative!: boolean;
  /** Then the finance ministry co-signs. */
  @IsFlag() readonly touchesMoney!: boolean;
}

export class GoalDeferred {
  @IsId() readonly goalId!: string;
  @IsText({ max: 2000 }) readonly reason!: string;
  @OrNull() @IsCalendarDate() readonly until!: CalendarDate | null;
}

/** It goes on where it was deferred. */
export class GoalResumed {
  @IsId() readonly goalId!: string;
}

/** Given up before it came to the cabinet. */
export class GoalWithdrawn {
  @IsId() readonly goalId!: string;
  @IsText({ max: 2000 }) readonly reason!: string;
}

/** Carries the content that was adopted: from here on the public may read the goal, and nothing before. */
export class GoalAdopted {
  @IsId() readonly goalId!: string;
  @IsText({ max: 100 }) readonly decisionNumber!: string;
  @IsCalendarDate() readonly decidedOn!: CalendarDate;
  @OrNull() @IsReference() readonly reference!: string | null;
  @HasPart(() => GoalContent) readonly content!: GoalContent;
}

/** A slip of wording in what was adopted; its meaning is what the cabinet decided. */
export class GoalWordingCorrected {
  @IsId() readonly goalId!: string;
  /** The revision of the event whose wording was wrong. */
  @IsRevision() readonly corrects!: number;
  @IsText({ max: 400 }) readonly title!: string;
  @OrNull() @IsText({ max: 4000 }) readonly description!: string | null;
  @IsText({ max: 2000 }) readonly reason!: string;
}

export class GoalBegun {
  @IsId() readonly goalId!: string;
}

export class GoalHealthDeclared {
  @IsId() readonly goalId!: string;
  @IsOneOf(...HEALTHS) readonly health!: Health;
  @IsText({ max: 2000 }) readonly reason!: string;
}

/** An indicator's last value up to the cut-off date. */
export class Evidence {
  @IsId() readonly indicatorId!: string;
  @IsText({ max: 600 }) readonly title!: string;
  @IsObservationPeriod() readonly period!: string;
  @IsIndicatorValue() readonly value!: number;
  @IsFlag() readonly provisional!: boolean;
}

/** What became of the goal, and what shows it. */
export class GoalOutcome {
  @IsOneOf(...OUTCOMES) readonly outcome!: Outcome;
  /** Stichtag */
  @IsCalendarDate() readonly cutOffDate!: CalendarDate;
  @IsText({ max: 4000 }) readonly statement!: string;
  @HasParts(() => Evidence, { max: 50 }) readonly evidence!: readonly Evidence[];
}

/** The lead proposes what the strategy office confirms; a later proposal takes the place of an earlier one. */
export class GoalOutcomeProposed {
  @IsId() readonly goalId!: string;
  /** The nth proposal for the goal. */
  @IsOrder() readonly proposal!: number;
  @HasPart(() => GoalOutcome) readonly proposed!: GoalOutcome;
}

export class GoalProposalSentBack {
  @IsId() readonly goalId!: string;
  @IsOrder() readonly proposal!: number;
  @IsText({ max: 2000 }) readonly reason!: string;
}

/** Reached, partly reached or missed, as the strategy office confirmed it. */
export class GoalConcluded {
  @IsId() readonly goalId!: string;
  @IsOrder() readonly proposal!: number;
  @HasPart(() => GoalOutcome) readonly concluded!: GoalOutcome;
}

export class GoalAbandoned {
  @IsId() readonly goalId!: string;
  @IsText({ max: 2000 }) readonly reason!: string;
}

export class GoalSuperseded {
  @IsId() readonly goalId!: string;
  @IsId() readonly successorGoalId!: string;
  @IsText({ max: 2000 }) readonly reason!: string;
}

export const goalEvents = catalogue(
  defineEvent('GoalDrafted', GoalDrafted, 'government'),
  defineEvent('GoalRevised', GoalRevised, 'government'),
  defineEvent('GoalJustified', GoalJustified, 'government'),
  defineEvent('GoalDeferred', GoalDeferred, 'public'),
  defineEvent('GoalResumed', GoalResumed, 'public'),
  defineEvent('GoalWithdrawn', GoalWithdrawn, 'government'),
  defineEvent('GoalAdopted', GoalAdopted, 'public'),
  defineEvent('GoalWordingCorrected', GoalWordingCorrected, 'public'),
  defineEvent('GoalBegun', GoalBegun, 'public'),
  defineEvent('GoalHealthDeclared', GoalHealthDeclared, 'public'),
  defineEvent('GoalOutcomeProposed', GoalOutcomeProposed, 'government'),
  defineEvent('GoalProposalSentBack', GoalProposalSentBack, 'government'),
  defineEvent('GoalConcluded', GoalConcluded, 'public'),
  defineEvent('GoalAbandoned', GoalAbandoned, 'public'),
  defineEvent('GoalSuperseded', GoalSuperseded, 'public'),
);
export type GoalEvent = EventIn<typeof goalEvents>;
