// Every event there is: what crosses the bus is read with this.
import { cabinetEvents } from './cabinet.events';
import type { EventIn } from './define-event';
import { financeEvents } from './finance.events';
import { frameworkEvents } from './framework.events';
import { goalEvents } from './goal.events';
import { indicatorEvents } from './indicator.events';
import { measureEvents } from './measure.events';
import { ministryEvents } from './ministry.events';
import { outcomeEvents } from './outcome.events';

export const allEvents = frameworkEvents
  .and(ministryEvents)
  .and(goalEvents)
  .and(outcomeEvents)
  .and(cabinetEvents)
  .and(measureEvents)
  .and(financeEvents)
  .and(indicatorEvents);
export type AnyEvent = EventIn<typeof allEvents>;
