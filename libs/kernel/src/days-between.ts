import type { CalendarDate } from './message';

const MS_PER_DAY = 86_400_000;

/** How many days the second date is after the first; below 0 when it is before it. A day without a time is read as UTC. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number =>
  (Date.parse(to) - Date.parse(from)) / MS_PER_DAY;
