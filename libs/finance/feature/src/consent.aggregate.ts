import { financeEvents } from '@zielwerk/contracts';
import { consentDecider } from '@zielwerk/finance-domain';

export const consentAggregate = { category: 'consent', decider: consentDecider, events: financeEvents };
