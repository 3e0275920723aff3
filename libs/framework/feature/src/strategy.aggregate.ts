import { strategyEvents } from '@zielwerk/contracts';
import { strategyDecider } from '@zielwerk/framework-domain';

export const strategyAggregate = { category: 'strategy', decider: strategyDecider, events: strategyEvents };
