import type { IndicatorEvent } from '@zielwerk/contracts';
import { type CalendarDate, defineProjection, lastDayOf, type Trace, traceColumns, traceOf } from '@zielwerk/kernel';

export type ObservationRow = Trace &
  Readonly<{
    observation: string;
    indicator_id: string;
    period: string;
    period_end: CalendarDate;
    value: number;
    provisional: boolean;
  }>;

type Reported = Extract<IndicatorEvent, { type: 'ObservationReported' }>;

/** One row per indicator and observed period. */
export const observationProjection = defineProjection<Reported, ObservationRow>({
  name: 'observation',
  version: 1,
  key: 'observation',
  columns: {
    ...traceColumns,
    observation: 'text',
    indicator_id: 'text',
    period: 'text',
    period_end: 'text',
    value: 'real',
    provisional: 'boolean',
  },
  indexes: [['stream', 'period_end']],
  keyOf: ({ data, meta }) => `${meta.stream}/${data.period}`,
  on: {
    ObservationReported: (_, { data, meta }, observation) => ({
      ...traceOf(meta),
      observation,
      indicator_id: data.indicatorId,
      period: data.period,
      period_end: lastDayOf(data.period),
      value: data.value,
      provisional: data.provisional,
    }),
  },
});
