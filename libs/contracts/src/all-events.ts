// Every event there is: what crosses the bus is read with this.
import { cabinetEvents } from './cabinet.events';
import type { EventIn } from './define-event';
import { frameworkEvents } from './framework.events';
import { goalEvents } from './goal.events';
import { indicatorEvents } from './indicator.events';
import { measureEvents } from './measure.events';

export const allEvents = frameworkEvents.and(goalEvents).and(cabinetEvents).and(measureEvents).and(indicatorEvents);
export type AnyEvent = EventIn<typeof allEvents>;
