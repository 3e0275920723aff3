import { financeEvents } from '@zielwerk/contracts';
import { definePolicy } from '@zielwerk/platform';

import { measureAggregate } from './measure.aggregate';

/** The house that leads a measure takes over what the finance ministry consented to. */
export const consentToMeasureBudgetWhenConsentGiven = definePolicy({
  name: 'consent-to-measure-budget-when-consent-given',
  on: 'BudgetConsentGiven',
  events: financeEvents,
  aggregate: measureAggregate,
  order: ({ data: { measureId, lead, line, consentedCents }, meta: { occurredOn } }, ministry) =>
    lead === ministry
      ? {
          id: measureId,
          command: { type: 'ConsentToMeasureBudget', data: { measureId, line, consentedCents } },
          occurredOn,
        }
      : null,
});
