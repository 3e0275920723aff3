// The published facts about a goal. A class once written never changes. The goal's lead is the house whose stream it is.
import type { CalendarDate } from '@zielwerk/kernel';

import { catalogue, defineEvent, type EventIn } from './define-event';
import { IsCalendarDate, IsCode, IsId, IsMinistryCode, IsOneOf, IsReference, IsText } from './vocabulary';
import { HasEach, HasPart, OrNull } from './word';

export const HEALTHS = ['green', 'amber', 'red'] as const;
export type Health = (typeof HEALTHS)[number];

/** What a goal says; a revision says all of it anew. */
export class GoalContent {
  @IsText({ max: 400 }) readonly title!: string;
  @OrNull() @IsText({ max: 4000 }) readonly description!: string | null;
  @IsCode() readonly theme!: string;
  @HasEach(IsMinistryCode, { max: 40 }) readonly participants!: readonly string[];
  @OrNull() @IsId() readonly parentGoalId!: string | null;
  @OrNull() @IsCalendarDate() readonly targetDate!: CalendarDate | null;
  /** Aktenzeichen */
  @OrNull() @IsText({ max: 100 }) readonly fileReference!: string | null;
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

/** Carries the content that was adopted: from here on the public may read the goal, and nothing before. */
export class GoalAdopted {
  @IsId() readonly goalId!: string;
  @IsText({ max: 100 }) readonly decisionNumber!: string;
  @IsCalendarDate() readonly decidedOn!: CalendarDate;
  @OrNull() @IsReference() readonly reference!: string | null;
  @HasPart(() => GoalContent) readonly content!: GoalContent;
}

export class GoalBegun {
  @IsId() readonly goalId!: string;
}

export class GoalHealthDeclared {
  @IsId() readonly goalId!: string;
  @IsOneOf(...HEALTHS) readonly health!: Health;
  @IsText({ max: 2000 }) readonly reason!: string;
}

export const goalEvents = catalogue(
  defineEvent('GoalDrafted', GoalDrafted, 'government'),
  defineEvent('GoalRevised', GoalRevised, 'government'),
  defineEvent('GoalAdopted', GoalAdopted, 'public'),
  defineEvent('GoalBegun', GoalBegun, 'public'),
  defineEvent('GoalHealthDeclared', GoalHealthDeclared, 'public'),
);
export type GoalEvent = EventIn<typeof goalEvents>;
