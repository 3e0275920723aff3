import type { IndicatorEvent } from '@zielwerk/contracts';
import { defineProjection, type Trace, traceColumns, traceOf } from '@zielwerk/kernel';

export type IndicatorGoalRow = Trace & Readonly<{ serving: string; indicator_id: string; goal_id: string }>;

type Defined = Extract<IndicatorEvent, { type: 'IndicatorDefined' }>;

/** One row per indicator and goal it serves; `stream` is the indicator's. */
export const indicatorGoalProjection = defineProjection<Defined, IndicatorGoalRow>({
  name: 'indicator_goal',
  version: 1,
  key: 'serving',
  columns: { ...traceColumns, serving: 'text', indicator_id: 'text', goal_id: 'text' },
  indexes: [
    ['goal_id', 'stream'],
    ['stream', 'goal_id'],
  ],
  keyOf: ({ data, meta }) => data.goals.map((goal) => `${meta.stream}/${goal}`),
  on: {
    IndicatorDefined: (_, { data, meta }, serving) => ({
      ...traceOf(meta),
      serving,
      indicator_id: data.indicatorId,
      goal_id: serving.slice(meta.stream.length + 1),
    }),
  },
});
