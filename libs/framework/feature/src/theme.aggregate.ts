import { themeEvents } from '@zielwerk/contracts';
import { themeDecider } from '@zielwerk/framework-domain';

export const themeAggregate = { category: 'theme', decider: themeDecider, events: themeEvents };
