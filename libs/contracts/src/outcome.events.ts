// What the house that holds the office `strategy` says about an outcome that a goal's lead proposed. The lead takes it over.
import { catalogue, defineEvent, type EventIn } from './define-event';
import { IsId, IsMinistryCode, IsOrder, IsText } from './vocabulary';

export class OutcomeConfirmed {
  @IsId() readonly goalId!: string;
  /** The lead of the goal. */
  @IsMinistryCode() readonly lead!: string;
  /** Which of the lead's proposals. */
  @IsOrder() readonly proposal!: number;
}

export class OutcomeSentBack {
  @IsId() readonly goalId!: string;
  @IsMinistryCode() readonly lead!: string;
  @IsOrder() readonly proposal!: number;
  @IsText({ max: 2000 }) readonly reason!: string;
}

export const outcomeEvents = catalogue(
  defineEvent('OutcomeConfirmed', OutcomeConfirmed, 'government'),
  defineEvent('OutcomeSentBack', OutcomeSentBack, 'government'),
);
export type OutcomeEvent = EventIn<typeof outcomeEvents>;
