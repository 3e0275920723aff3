import type { FrameworkEvent } from '@zielwerk/contracts';
import { type CalendarDate, defineProjection, type Trace, traceColumns, traceOf } from '@zielwerk/kernel';

export type StrategyRow = Trace &
  Readonly<{
    strategy: string;
    title: string;
    starts_on: CalendarDate;
    ends_on: CalendarDate;
    /** The code of the strategy before it. */
    continues: string | null;
  }>;

/** The strategies of the state, one row per stream. */
export const strategyProjection = defineProjection<FrameworkEvent, StrategyRow>({
  name: 'strategy',
  version: 1,
  key: 'stream',
  columns: {
    ...traceColumns,
    strategy: 'text',
    title: 'text',
    starts_on: 'text',
    ends_on: 'text',
    continues: 'text',
  },
  keyOf: (event) => event.meta.stream,
  on: {
    StrategyAdopted: (_, { data, meta }) => ({
      ...traceOf(meta),
      strategy: data.strategy,
      title: data.title,
      starts_on: data.startsOn,
      ends_on: data.endsOn,
      continues: data.continues,
    }),
  },
});
