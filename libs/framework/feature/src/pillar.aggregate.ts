import { pillarEvents } from '@zielwerk/contracts';
import { pillarDecider } from '@zielwerk/framework-domain';

export const pillarAggregate = { category: 'pillar', decider: pillarDecider, events: pillarEvents };
