import type { FrameworkEvent } from '@zielwerk/contracts';
import {
  type CalendarDate,
  defineProjection,
  lastDayOf,
  present,
  type Trace,
  traceColumns,
  traceOf,
} from '@zielwerk/kernel';

export type ReportingPeriodRow = Trace &
  Readonly<{
    period: string;
    period_end: CalendarDate;
    report_by: CalendarDate;
    opened_on: CalendarDate;
    /** Null while it is open. */
    closed_on: CalendarDate | null;
  }>;

/** The periods for which houses report (Berichtszeiträume), one row per stream. */
export const reportingPeriodProjection = defineProjection<FrameworkEvent, ReportingPeriodRow>({
  name: 'reporting_period',
  version: 1,
  key: 'stream',
  columns: {
    ...traceColumns,
    period: 'text',
    period_end: 'text',
    report_by: 'text',
    opened_on: 'text',
    closed_on: 'text',
  },
  keyOf: (event) => event.meta.stream,
  on: {
    ReportingPeriodOpened: (_, { data, meta }) => ({
      ...traceOf(meta),
      period: data.period,
      period_end: lastDayOf(data.period),
      report_by: data.reportBy,
      opened_on: meta.occurredOn,
      closed_on: null,
    }),

    ReportingPeriodClosed: (row, { meta }) => ({
      ...present(row),
      ...traceOf(meta),
      closed_on: meta.occurredOn,
    }),
  },
});
