import { financeEvents } from '@zielwerk/contracts';
import { definePolicy } from '@zielwerk/platform';

import { measureAggregate } from './measure.aggregate';

/** The house that leads a measure takes over what the finance ministry has frozen of its money. */
export const freezeMeasureBudgetWhenFreezeOrdered = definePolicy({
  name: 'freeze-measure-budget-when-freeze-ordered',
  on: 'BudgetFreezeOrdered',
  events: financeEvents,
  aggregate: measureAggregate,
  order: ({ data: { measureId, lead, line, frozenCents, reason }, meta: { occurredOn } }, ministry) =>
    lead === ministry
      ? {
          id: measureId,
          command: { type: 'FreezeMeasureBudget', data: { measureId, line, frozenCents, reason } },
          occurredOn,
        }
      : null,
});
