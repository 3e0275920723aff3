import { defineCapability } from '@zielwerk/platform';

import { giveBudgetConsent } from './give-budget-consent.slice';
import { orderBudgetFreeze } from './order-budget-freeze.slice';

/** What the finance ministry says about the money of measures, in the house that holds the office `finance`. */
export const FinanceModule = defineCapability('finance', [giveBudgetConsent, orderBudgetFreeze], {
  office: 'finance',
});
