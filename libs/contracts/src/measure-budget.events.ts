// A measure's money, per year and budget line, in whole euro cents.
import { ReadableBy } from './audience';
import { catalogue, defineEvent } from './define-event';
import { IsBudgetYear, IsEuroCents, IsId, IsOneOf, IsText } from './vocabulary';
import { HasPart, OrNull } from './word';

export const FUNDING_SOURCES = ['state', 'federal', 'eu'] as const;
export type FundingSource = (typeof FUNDING_SOURCES)[number];

/** Where money stands in the budget: there is one plan for each of these and each measure. */
export class BudgetLine {
  @IsBudgetYear() readonly year!: number;
  /** Einzelplan */
  @IsText({ max: 10 }) readonly section!: string;
  /** Kapitel */
  @IsText({ max: 10 }) readonly chapter!: string;
  /** Titel */
  @IsText({ max: 20 }) readonly lineItem!: string;
  @IsOneOf(...FUNDING_SOURCES) readonly source!: FundingSource;
}

export class MeasureBudgetPlanned {
  @IsId() readonly measureId!: string;
  @HasPart(() => BudgetLine) readonly line!: BudgetLine;
  @IsEuroCents() readonly plannedCents!: number;
  /** Verpflichtungsermächtigung: what may be promised for later years. */
  @IsEuroCents() readonly commitmentCents!: number;
}

/** Taken over from the finance ministry, which holds the office. */
export class MeasureBudgetConsented {
  @IsId() readonly measureId!: string;
  @HasPart(() => BudgetLine) readonly line!: BudgetLine;
  @IsEuroCents() readonly consentedCents!: number;
}

export class MeasureBudgetFrozen {
  @IsId() readonly measureId!: string;
  @HasPart(() => BudgetLine) readonly line!: BudgetLine;
  /** How much of it may not be spent; 0 lifts the freeze. */
  @IsEuroCents() readonly frozenCents!: number;
  @ReadableBy('government') @OrNull() @IsText({ max: 2000 }) readonly reason!: string | null;
}

export class MeasureSpendingReported {
  @IsId() readonly measureId!: string;
  @HasPart(() => BudgetLine) readonly line!: BudgetLine;
  /** In all so far, not since the last report. */
  @IsEuroCents() readonly spentCents!: number;
}

/** Wirtschaftlichkeitsuntersuchung: needed before a release above the jurisdiction's limit. */
export class MeasureAppraised {
  @IsId() readonly measureId!: string;
  @IsText({ max: 4000 }) readonly result!: string;
  /** Aktenzeichen */
  @OrNull() @IsText({ max: 100 }) readonly fileReference!: string | null;
}

export const measureBudgetEvents = catalogue(
  defineEvent('MeasureBudgetPlanned', MeasureBudgetPlanned, 'public'),
  defineEvent('MeasureBudgetConsented', MeasureBudgetConsented, 'public'),
  defineEvent('MeasureBudgetFrozen', MeasureBudgetFrozen, 'public'),
  defineEvent('MeasureSpendingReported', MeasureSpendingReported, 'government'),
  defineEvent('MeasureAppraised', MeasureAppraised, 'government'),
);
