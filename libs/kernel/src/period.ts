import type { CalendarDate } from './message';

/** What a figure can be reported for: `2026`, `2026-Q3`, `2026-09` or `2026-09-30`. */
export type Periodicity = 'year' | 'quarter' | 'month' | 'day';

const QUARTERS: Readonly<Record<string, readonly [first: string, last: string]>> = {
  Q1: ['01-01', '03-31'],
  Q2: ['04-01', '06-30'],
  Q3: ['07-01', '09-30'],
  Q4: ['10-01', '12-31'],
};

export const periodicityOf = (period: string): Periodicity => {
  if (period.length === 4) return 'year';
  if (period.length === 10) return 'day';
  return period.includes('Q') ? 'quarter' : 'month';
};

const daysIn = (year: number, month: number): number => {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
};

const quarterOf = (period: string) => QUARTERS[period.slice(5)] ?? ['01-01', '12-31'];

export const firstDayOf = (period: string): CalendarDate => {
  const first: Record<Periodicity, () => CalendarDate> = {
    year: () => `${period}-01-01`,
    quarter: () => `${period.slice(0, 4)}-${quarterOf(period)[0]}`,
    month: () => `${period}-01`,
    day: () => period,
  };
  return first[periodicityOf(period)]();
};

/** Periods of all kinds are ordered by the day on which they end. */
export const lastDayOf = (period: string): CalendarDate => {
  const last: Record<Periodicity, () => CalendarDate> = {
    year: () => `${period}-12-31`,
    quarter: () => `${period.slice(0, 4)}-${quarterOf(period)[1]}`,
    month: () => `${period}-${daysIn(Number(period.slice(0, 4)), Number(period.slice(5)))}`,
    day: () => period,
  };
  return last[periodicityOf(period)]();
};
