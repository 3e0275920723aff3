import { outcomeEvents } from '@zielwerk/contracts';
import { outcomeDecider } from '@zielwerk/framework-domain';

export const outcomeAggregate = { category: 'outcome', decider: outcomeDecider, events: outcomeEvents };
