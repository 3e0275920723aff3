import { adoptionDecider } from '@zielwerk/cabinet-domain';
import { cabinetEvents } from '@zielwerk/contracts';

export const adoptionAggregate = { category: 'adoption', decider: adoptionDecider, events: cabinetEvents };
