import type { IndicatorEvent } from '@zielwerk/contracts';
import { defineProjection, type FactMeta, type Trace, traceColumns, traceOf } from '@zielwerk/kernel';

export type IndicatorGoalRow = Trace & Readonly<{ serving: string; indicator_id: string; goal_id: string }>;

type Linked = Extract<IndicatorEvent, { type: 'IndicatorDefined' | 'IndicatorLinkedToGoal' }>;

const goalsIn = ({ type, data }: Linked): readonly string[] =>
  type === 'IndicatorDefined' ? data.goals : [data.goalId];

const rowOf = (indicatorId: string, meta: FactMeta, serving: string): IndicatorGoalRow => ({
  ...traceOf(meta),
  serving,
  indicator_id: indicatorId,
  goal_id: serving.slice(meta.stream.length + 1),
});

/** One row per indicator and goal it serves; `stream` is the indicator's. */
export const indicatorGoalProjection = defineProjection<Linked, IndicatorGoalRow>({
  name: 'indicator_goal',
  version: 2,
  key: 'serving',
  columns: { ...traceColumns, serving: 'text', indicator_id: 'text', goal_id: 'text' },
  indexes: [
    ['goal_id', 'stream'],
    ['stream', 'goal_id'],
  ],
  keyOf: (event) => goalsIn(event).map((goal) => `${event.meta.stream}/${goal}`),
  on: {
    IndicatorDefined: (_, { data, meta }, serving) => rowOf(data.indicatorId, meta, serving),
    IndicatorLinkedToGoal: (_, { data, meta }, serving) => rowOf(data.indicatorId, meta, serving),
  },
});
