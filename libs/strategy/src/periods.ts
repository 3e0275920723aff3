// Reporting periods as the calendar counts them: numbered one after the other, named only where somebody reads them.
import type { CalendarDate } from '@zielwerk/kernel';

type Reporting = 'quarter' | 'month';
/** `count` periods from the one with that number on. */
export type Span = Readonly<{ periodicity: Reporting; first: number; count: number }>;

const PER_YEAR: Readonly<Record<Reporting, number>> = { quarter: 4, month: 12 };

const numberOf = (day: CalendarDate, periodicity: Reporting): number => {
  const perYear = PER_YEAR[periodicity];
  const month = Number(day.slice(5, 7)) - 1;
  return Number(day.slice(0, 4)) * perYear + Math.floor((month * perYear) / 12);
};

const nameOf = (number: number, periodicity: Reporting): string => {
  const perYear = PER_YEAR[periodicity];
  const year = String(Math.floor(number / perYear)).padStart(4, '0');
  const place = (number % perYear) + 1;
  return periodicity === 'quarter' ? `${year}-Q${place}` : `${year}-${String(place).padStart(2, '0')}`;
};

/** `from`: a day of the first period; `reported`: the last day of the last period that needs no report any more. */
type Since = Readonly<{ from: CalendarDate; reported: CalendarDate | null }>;

/** The quarters or months that end on `from` or later, after what is reported, and before the day. */
export const periodsOver = (periodicity: Reporting, { from, reported }: Since, day: CalendarDate): Span => {
  const next = reported === null ? 0 : numberOf(reported, periodicity) + 1;
  const first = Math.max(next, numberOf(from, periodicity));
  return { periodicity, first, count: Math.max(0, numberOf(day, periodicity) - first) };
};

/** Oldest first. */
export const namesIn = ({ periodicity, first, count }: Span): readonly string[] =>
  Array.from({ length: count }, (_, index) => nameOf(first + index, periodicity));
