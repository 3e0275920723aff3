import type { MeasureEvent } from '@zielwerk/contracts';
import { defineProjection, type Trace, traceColumns, traceOf } from '@zielwerk/kernel';

export type ContributionRow = Trace &
  Readonly<{ contribution: string; measure_id: string; goal_id: string; weight: number }>;

type Added = Extract<MeasureEvent, { type: 'MeasureContributionAdded' }>;

/** One row per measure and goal it serves; `stream` is the measure's. */
export const contributionProjection = defineProjection<Added, ContributionRow>({
  name: 'contribution',
  version: 1,
  key: 'contribution',
  columns: { ...traceColumns, contribution: 'text', measure_id: 'text', goal_id: 'text', weight: 'integer' },
  indexes: [
    ['goal_id', 'stream', 'weight'],
    ['stream', 'goal_id'],
  ],
  keyOf: ({ data, meta }) => `${meta.stream}/${data.goalId}`,
  on: {
    MeasureContributionAdded: (_, { data, meta }, contribution) => ({
      ...traceOf(meta),
      contribution,
      measure_id: data.measureId,
      goal_id: data.goalId,
      weight: data.weight,
    }),
  },
});
