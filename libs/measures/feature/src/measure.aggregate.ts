import { measureEvents } from '@zielwerk/contracts';
import { measureDecider } from '@zielwerk/measures-domain';

export const measureAggregate = { category: 'measure', decider: measureDecider, events: measureEvents };
