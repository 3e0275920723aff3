import { indicatorEvents } from '@zielwerk/contracts';
import { indicatorDecider } from '@zielwerk/indicators-domain';

export const indicatorAggregate = { category: 'indicator', decider: indicatorDecider, events: indicatorEvents };
