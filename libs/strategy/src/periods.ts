// Periods as the calendar counts them: numbered one after the other, named only where somebody reads them.
import type { CalendarDate, Periodicity } from '@zielwerk/kernel';

/** Days are no periods that anybody waits for: what is observed on single days has no calendar. */
export type Recurring = Exclude<Periodicity, 'day'>;
/** `count` periods from the one with that number on. */
export type Span = Readonly<{ periodicity: Recurring; first: number; count: number }>;

const PER_YEAR: Readonly<Record<Recurring, number>> = { year: 1, quarter: 4, month: 12 };

const numberOf = (day: CalendarDate, periodicity: Recurring): number => {
  const perYear = PER_YEAR[periodicity];
  const month = Number(day.slice(5, 7)) - 1;
  return Number(day.slice(0, 4)) * perYear + Math.floor((month * perYear) / 12);
};

const NAMES: Readonly<Record<Recurring, (year: string, place: number) => string>> = {
  year: (year) => year,
  quarter: (year, place) => `${year}-Q${place}`,
  month: (year, place) => `${year}-${String(place).padStart(2, '0')}`,
};

const nameOf = (number: number, periodicity: Recurring): string => {
  const perYear = PER_YEAR[periodicity];
  const year = String(Math.floor(number / perYear)).padStart(4, '0');
  return NAMES[periodicity](year, (number % perYear) + 1);
};

/** `from`: a day of the first period; `reported`: the last day of the last period that needs no report any more. */
type Since = Readonly<{ from: CalendarDate; reported: CalendarDate | null }>;

const spanBefore = (periodicity: Recurring, { from, reported }: Since, end: number): Span => {
  const next = reported === null ? 0 : numberOf(reported, periodicity) + 1;
  const first = Math.max(next, numberOf(from, periodicity));
  return { periodicity, first, count: Math.max(0, end - first) };
};

/** Which periods count, of those that begin on `from` or end later, after what is reported. */
export type Counting = (periodicity: Recurring, since: Since, day: CalendarDate) => Span;

/** Those that end before the day. */
export const periodsOver: Counting = (periodicity, since, day) =>
  spanBefore(periodicity, since, numberOf(day, periodicity));

/** Those, and the one that the day lies in. */
export const periodsBegun: Counting = (periodicity, since, day) =>
  spanBefore(periodicity, since, numberOf(day, periodicity) + 1);

/** Oldest first. */
export const namesIn = ({ periodicity, first, count }: Span): readonly string[] =>
  Array.from({ length: count }, (_, index) => nameOf(first + index, periodicity));
