// What time it is for a service.
import { type CalendarDate, Clock, germanDay } from '@zielwerk/kernel';

// Zones change their day, and their distance to UTC, at quarters of an hour only.
const QUARTER_HOUR_MS = 900_000;

/** The time of the machine. */
export class SystemClock extends Clock {
  private quarter = -1;
  private day: CalendarDate = '';

  override now(): Date {
    return new Date();
  }

  // Every command asks, and formatting a day costs more than deciding: hence once a quarter of an hour.
  override today(): CalendarDate {
    const quarter = Math.floor(Date.now() / QUARTER_HOUR_MS);
    if (quarter !== this.quarter) {
      this.quarter = quarter;
      this.day = germanDay(new Date());
    }
    return this.day;
  }
}

const DAY_MS = 86_400_000;

/** It is that day as long as the process runs; the time of day goes on from the machine's. */
export class ClockOfDay extends Clock {
  private readonly shift: number;

  constructor(
    override readonly setDay: CalendarDate,
    private readonly machine: () => number = Date.now,
  ) {
    super();
    const days = Date.parse(setDay) - Date.parse(germanDay(new Date(machine())));
    this.shift = Math.round(days / DAY_MS) * DAY_MS;
  }

  override now(): Date {
    return new Date(this.machine() + this.shift);
  }

  override today(): CalendarDate {
    return this.setDay;
  }
}
