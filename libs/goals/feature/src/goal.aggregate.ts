import { goalEvents } from '@zielwerk/contracts';
import { goalDecider } from '@zielwerk/goals-domain';

export const goalAggregate = { category: 'goal', decider: goalDecider, events: goalEvents };
