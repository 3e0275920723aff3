// The published facts of the house that holds the office `cabinet`.
import type { CalendarDate } from '@zielwerk/kernel';

import { catalogue, defineEvent, type EventIn } from './define-event';
import { IsCalendarDate, IsId, IsMinistryCode, IsText } from './vocabulary';

/** The cabinet adopted a goal, maybe on paper and long ago. The goal's lead takes it over as GoalAdopted. */
export class GoalAdoptionRecorded {
  @IsId() readonly goalId!: string;
  /** The lead of the goal. */
  @IsMinistryCode() readonly lead!: string;
  @IsText({ max: 100 }) readonly decisionNumber!: string;
  @IsCalendarDate() readonly decidedOn!: CalendarDate;
}

export const cabinetEvents = catalogue(defineEvent('GoalAdoptionRecorded', GoalAdoptionRecorded, 'government'));
export type CabinetEvent = EventIn<typeof cabinetEvents>;
