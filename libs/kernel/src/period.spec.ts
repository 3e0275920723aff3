import { firstDayOf, lastDayOf, periodicityOf } from './period';

it.each([
  ['2026', 'year', '2026-01-01', '2026-12-31'],
  ['2026-Q1', 'quarter', '2026-01-01', '2026-03-31'],
  ['2026-Q2', 'quarter', '2026-04-01', '2026-06-30'],
  ['2026-Q3', 'quarter', '2026-07-01', '2026-09-30'],
  ['2026-Q4', 'quarter', '2026-10-01', '2026-12-31'],
  ['2026-02', 'month', '2026-02-01', '2026-02-28'],
  ['2024-02', 'month', '2024-02-01', '2024-02-29'],
  ['1900-02', 'month', '1900-02-01', '1900-02-28'],
  ['2000-02', 'month', '2000-02-01', '2000-02-29'],
  ['2026-04', 'month', '2026-04-01', '2026-04-30'],
  ['2026-12', 'month', '2026-12-01', '2026-12-31'],
  ['2026-09-30', 'day', '2026-09-30', '2026-09-30'],
])('%s is a %s from %s to %s', (period, periodicity, first, last) =>
  expect([periodicityOf(period), firstDayOf(period), lastDayOf(period)]).toEqual([periodicity, first, last]),
);
