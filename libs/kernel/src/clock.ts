import type { CalendarDate } from './message';

const dayInGermany = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin', dateStyle: 'short' });

/** The day in Germany at an instant: at 23:30 UTC it is tomorrow already. */
export const germanDay = (instant: Date): CalendarDate => dayInGermany.format(instant);

export abstract class Clock {
  /** The day that was set, where it stays the same as long as the process runs; null where days pass. */
  readonly setDay: CalendarDate | null = null;

  abstract now(): Date;

  /** The day in Germany. */
  today(): CalendarDate {
    return germanDay(this.now());
  }
}

/** For tests, and for asking what would be true as of a day. */
export const stoppedClock = (instant: string): Clock =>
  new (class extends Clock {
    override now(): Date {
      return new Date(instant);
    }
  })();
