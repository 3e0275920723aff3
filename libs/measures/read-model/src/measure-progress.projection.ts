import type { MeasureEvent } from '@zielwerk/contracts';
import {
  type CalendarDate,
  defineProjection,
  lastDayOf,
  present,
  type Trace,
  traceColumns,
  traceOf,
} from '@zielwerk/kernel';

export type MeasureProgressRow = Trace &
  Readonly<{
    report: string;
    measure_id: string;
    period: string;
    period_end: CalendarDate;
    /** In force. */
    percent: number;
    /** As it was reported first; the same unless it was corrected. */
    first_percent: number;
    corrected: boolean;
    /** Why it was corrected. */
    reason: string | null;
    text: string | null;
    explanation: string | null;
  }>;

type Reports = Extract<
  MeasureEvent,
  { type: 'MeasureProgressReported' | 'MeasureProgressCorrected' | 'MeasureTakenOver' }
>;

const keyOf = (stream: string, period: string) => `${stream}/${period}`;

const periodsOf = (event: Reports): readonly string[] => {
  if (event.type !== 'MeasureTakenOver') return [event.data.period];
  return event.data.state.reports.map(({ period }) => period);
};

const uncorrected = (report: string, period: string, percent: number) => ({
  ...{ report, period, percent },
  period_end: lastDayOf(period),
  first_percent: percent,
  corrected: false,
  reason: null,
});

/** One row per measure and reported period. */
export const measureProgressProjection = defineProjection<Reports, MeasureProgressRow>({
  name: 'measure_progress',
  version: 2,
  key: 'report',
  columns: {
    ...traceColumns,
    report: 'text',
    measure_id: 'text',
    period: 'text',
    period_end: 'text',
    percent: 'integer',
    first_percent: 'integer',
    corrected: 'boolean',
    reason: 'text',
    text: 'text',
    explanation: 'text',
  },
  indexes: [['stream', 'period_end']],
  keyOf: (event) => periodsOf(event).map((period) => keyOf(event.meta.stream, period)),
  on: {
    MeasureProgressReported: (_, { data, meta }, report) => ({
      ...traceOf(meta),
      ...uncorrected(report, data.period, data.percent),
      measure_id: data.measureId,
      text: data.text,
      explanation: data.explanation,
    }),

    // The house it comes from keeps what was said beside the figure.
    MeasureTakenOver: (_, { data: { measureId, state }, meta }, report) => {
      const said = state.reports.find((each) => keyOf(meta.stream, each.period) === report);
      const { period, percent } = present(said ?? null);
      return {
        ...traceOf(meta),
        ...uncorrected(report, period, percent),
        measure_id: measureId,
        text: null,
        explanation: null,
      };
    },

    MeasureProgressCorrected: (row, { data: { percent, text, reason }, meta }) => ({
      ...present(row),
      ...traceOf(meta),
      ...{ percent, text, reason },
      corrected: true,
    }),
  },
});
