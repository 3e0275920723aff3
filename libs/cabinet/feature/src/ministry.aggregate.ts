import { ministryDecider } from '@zielwerk/cabinet-domain';
import { ministryEvents } from '@zielwerk/contracts';

export const ministryAggregate = { category: 'ministry', decider: ministryDecider, events: ministryEvents };
