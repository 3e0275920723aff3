import { BudgetFreezeOrdered } from '@zielwerk/contracts';
import { defineSlice } from '@zielwerk/platform';

import { consentAggregate } from './consent.aggregate';
import { againstPlan } from './planned-money';

class BudgetFreeze extends BudgetFreezeOrdered {}

export const orderBudgetFreeze = defineSlice({
  command: 'OrderBudgetFreeze',
  summary: 'Says how much of what a measure plans on one budget line may not be spent; 0 lifts the freeze.',
  route: 'budget-freezes',
  act: 'consent',
  aggregate: consentAggregate,
  body: BudgetFreeze,
  idOf: ({ measureId }) => measureId,
  order: (_measureId, freeze, facts) => {
    const data = againstPlan(freeze, facts);
    return 'code' in data ? data : { type: 'OrderBudgetFreeze', data };
  },
});
