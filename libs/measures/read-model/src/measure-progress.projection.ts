import type { MeasureEvent } from '@zielwerk/contracts';
import { type CalendarDate, defineProjection, lastDayOf, type Trace, traceColumns, traceOf } from '@zielwerk/kernel';

export type MeasureProgressRow = Trace &
  Readonly<{
    report: string;
    measure_id: string;
    period: string;
    period_end: CalendarDate;
    percent: number;
    text: string | null;
    explanation: string | null;
  }>;

type Reported = Extract<MeasureEvent, { type: 'MeasureProgressReported' }>;

/** One row per measure and reported period. */
export const measureProgressProjection = defineProjection<Reported, MeasureProgressRow>({
  name: 'measure_progress',
  version: 1,
  key: 'report',
  columns: {
    ...traceColumns,
    report: 'text',
    measure_id: 'text',
    period: 'text',
    period_end: 'text',
    percent: 'integer',
    text: 'text',
    explanation: 'text',
  },
  indexes: [['stream', 'period_end']],
  keyOf: ({ data, meta }) => `${meta.stream}/${data.period}`,
  on: {
    MeasureProgressReported: (_, { data, meta }, report) => ({
      ...traceOf(meta),
      report,
      measure_id: data.measureId,
      period: data.period,
      period_end: lastDayOf(data.period),
      percent: data.percent,
      text: data.text,
      explanation: data.explanation,
    }),
  },
});
