// What the house that holds the office `finance` decides about a measure's money. The measure's lead takes it over.
import { catalogue, defineEvent, type EventIn } from './define-event';
import { BudgetLine } from './measure-budget.events';
import { IsEuroCents, IsId, IsMinistryCode, IsText } from './vocabulary';
import { HasPart } from './word';

export class BudgetConsentGiven {
  @IsId() readonly measureId!: string;
  /** The lead of the measure. */
  @IsMinistryCode() readonly lead!: string;
  @HasPart(() => BudgetLine) readonly line!: BudgetLine;
  @IsEuroCents() readonly consentedCents!: number;
}

/** Haushaltssperre */
export class BudgetFreezeOrdered {
  @IsId() readonly measureId!: string;
  @IsMinistryCode() readonly lead!: string;
  @HasPart(() => BudgetLine) readonly line!: BudgetLine;
  /** How much of it may not be spent; 0 lifts the freeze. */
  @IsEuroCents() readonly frozenCents!: number;
  @IsText({ max: 2000 }) readonly reason!: string;
}

export const financeEvents = catalogue(
  defineEvent('BudgetConsentGiven', BudgetConsentGiven, 'government'),
  defineEvent('BudgetFreezeOrdered', BudgetFreezeOrdered, 'government'),
);
export type FinanceEvent = EventIn<typeof financeEvents>;
