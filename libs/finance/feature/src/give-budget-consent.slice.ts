import { BudgetConsentGiven } from '@zielwerk/contracts';
import { defineSlice } from '@zielwerk/platform';

import { consentAggregate } from './consent.aggregate';
import { againstPlan } from './planned-money';

class BudgetConsent extends BudgetConsentGiven {}

export const giveBudgetConsent = defineSlice({
  command: 'GiveBudgetConsent',
  summary: 'Consents to what a measure plans on one budget line of a year, as far as the amount goes.',
  route: 'budget-consents',
  act: 'consent',
  aggregate: consentAggregate,
  body: BudgetConsent,
  idOf: ({ measureId }) => measureId,
  order: (_measureId, consent, facts) => {
    const data = againstPlan(consent, facts);
    return 'code' in data ? data : { type: 'GiveBudgetConsent', data };
  },
});
