// Who has reported for a period, and who is expected to.
import type { ReportingPeriodRow } from '@zielwerk/framework-read-model';
import type { CalendarDate } from '@zielwerk/kernel';
import type { MeasureRow } from '@zielwerk/measures-read-model';

import type { HouseReported, ReportingPeriodView } from '../views/overview';
import { grouped } from './tally';

/** A measure that reports now. */
export type Reporting = Pick<MeasureRow, 'ministry' | 'reports_since' | 'last_period_end'>;

export const periodView = (
  row: ReportingPeriodRow,
  measures: readonly Reporting[],
  day: CalendarDate,
): ReportingPeriodView => ({
  period: row.period,
  reportBy: row.report_by,
  openedOn: row.opened_on,
  closedOn: row.closed_on,
  overdue: row.closed_on === null && row.report_by < day,
  houses: housesOf(measures, row.period_end),
});

/** By their codes. A later report closes the periods before it. */
const housesOf = (measures: readonly Reporting[], end: CalendarDate): readonly HouseReported[] => {
  const expected = measures.filter(({ reports_since }) => reports_since !== null && reports_since <= end);
  return [...grouped(expected, ({ ministry }) => ministry)]
    .map(([ministry, all]) => ({
      ministry,
      measures: all.length,
      reported: all.filter(({ last_period_end }) => last_period_end !== null && last_period_end >= end).length,
    }))
    .sort((one, other) => (one.ministry < other.ministry ? -1 : 1));
};
