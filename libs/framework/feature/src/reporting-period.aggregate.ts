import { reportingPeriodEvents } from '@zielwerk/contracts';
import { reportingPeriodDecider } from '@zielwerk/framework-domain';

export const reportingPeriodAggregate = {
  category: 'period',
  decider: reportingPeriodDecider,
  events: reportingPeriodEvents,
};
