// A measure's money by year and budget line: planned here, consented and frozen by the finance office, spent.
import type { BudgetLine, BudgetState, MeasureBudgetPlanned } from '@zielwerk/contracts';
import { dataKey, type Rejection, rejections, sameData } from '@zielwerk/kernel';

import type { Changes, KnownMeasure, Rules } from './measure';
import { objectionToUnappraised, totalOf } from './plan-rules';
import { objectionOnceClosed, objectionToLead, objectionToOneMore } from './objections';

const refuse = rejections({
  'no-money-planned': 'conflict',
  'budget-line-unknown': 'not-found',
  'not-consented': 'conflict',
  'spending-falls': 'conflict',
});

const nameOf = ({ year, section, chapter, lineItem, source }: BudgetLine): string =>
  `line ${section} ${chapter} ${lineItem} (${source}) of ${year}`;

const lineIn = ({ budget }: KnownMeasure, line: BudgetLine): BudgetState | Rejection =>
  budget.get(dataKey(line)) ?? refuse('budget-line-unknown', `The measure plans nothing in ${nameOf(line)}.`);

type Planned = Pick<BudgetState, 'plannedCents' | 'commitmentCents'>;
const isPlanned = (one: Planned, other: Planned): boolean =>
  one.plannedCents === other.plannedCents && one.commitmentCents === other.commitmentCents;

const objectionToSpending = ({ consentedCents, spentCents, line }: BudgetState, spent: number): Rejection | null => {
  if (consentedCents === null) return refuse('not-consented', `There is no consent to ${nameOf(line)} yet.`);
  if (spent < spentCents)
    return refuse('spending-falls', `${spentCents} cents were spent already; say how much it is in all so far.`);
  return null;
};

const unplanned = { plannedCents: 0, commitmentCents: 0, consentedCents: null, frozenCents: 0, spentCents: 0 };

const withLine = (
  { budget }: KnownMeasure,
  line: BudgetLine,
  change: Partial<BudgetState>,
): Pick<KnownMeasure, 'budget'> => {
  const key = dataKey(line);
  return { budget: new Map(budget).set(key, { ...(budget.get(key) ?? { ...unplanned, line }), ...change }) };
};

const planned = (measure: KnownMeasure, { line, plannedCents, commitmentCents }: MeasureBudgetPlanned) =>
  withLine(measure, line, { plannedCents, commitmentCents });

const objectionToMoneyAtAll = ({ plan }: KnownMeasure): Rejection | null =>
  plan?.needsNoMoney ? refuse('no-money-planned', 'The plan says that the measure needs no money.') : null;

// Before the release the sum may still change: the release asks. Whoever plans less mends what is above the limit.
const objectionToSum = (measure: KnownMeasure, next: Pick<KnownMeasure, 'budget'>, above: number | null) => {
  const isReleased = measure.status !== 'proposed' && measure.status !== 'planned';
  const isMore = totalOf(next) > totalOf(measure);
  return isReleased && isMore ? objectionToUnappraised({ ...measure, ...next }, above) : null;
};

export const budgetRules = {
  PlanMeasureBudget: ({ appraisalAboveCents, ...data }, measure) => {
    const standing = measure.budget.get(dataKey(data.line));
    if (standing && isPlanned(data, standing)) return [];
    const objection =
      objectionOnceClosed(measure) ??
      objectionToMoneyAtAll(measure) ??
      (standing ? null : objectionToOneMore(measure.budget, 'budget lines')) ??
      objectionToSum(measure, planned(measure, data), appraisalAboveCents);
    return objection ?? [{ type: 'MeasureBudgetPlanned', data }];
  },

  // What the finance ministry has decided is a fact, even if less is planned by the time it arrives.
  ConsentToMeasureBudget: (data, measure) => {
    const standing = lineIn(measure, data.line);
    if ('code' in standing) return standing;
    return standing.consentedCents === data.consentedCents ? [] : [{ type: 'MeasureBudgetConsented', data }];
  },

  FreezeMeasureBudget: (data, measure) => {
    const standing = lineIn(measure, data.line);
    if ('code' in standing) return standing;
    return standing.frozenCents === data.frozenCents ? [] : [{ type: 'MeasureBudgetFrozen', data }];
  },

  // Spending what is frozen or above the consent is a fact as well: readers see the variance.
  ReportMeasureSpending: (data, measure, { by }) => {
    const standing = lineIn(measure, data.line);
    const objection = objectionToLead(measure, by);
    if (objection) return objection;
    if ('code' in standing) return standing;
    if (standing.spentCents === data.spentCents) return [];
    return objectionToSpending(standing, data.spentCents) ?? [{ type: 'MeasureSpendingReported', data }];
  },

  AppraiseMeasure: (data, { appraisal }) => {
    const { result, fileReference } = data;
    return sameData({ result, fileReference }, appraisal) ? [] : [{ type: 'MeasureAppraised', data }];
  },
} satisfies Partial<Rules>;

export const budgetChanges = {
  MeasureBudgetPlanned: (data, measure) => planned(measure, data),
  MeasureBudgetConsented: ({ line, consentedCents }, measure) => withLine(measure, line, { consentedCents }),
  MeasureBudgetFrozen: ({ line, frozenCents }, measure) => withLine(measure, line, { frozenCents }),
  MeasureSpendingReported: ({ line, spentCents }, measure) => withLine(measure, line, { spentCents }),
  MeasureAppraised: ({ result, fileReference }) => ({ appraised: true, appraisal: { result, fileReference } }),
} satisfies Partial<Changes>;
