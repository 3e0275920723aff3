import type { MeasureEvent } from '@zielwerk/contracts';
import { defineProjection, present, type Trace, traceColumns, traceOf } from '@zielwerk/kernel';

export type ContributionRow = Trace &
  Readonly<{ contribution: string; measure_id: string; goal_id: string; weight: number }>;

type Contributing = Extract<
  MeasureEvent,
  { type: 'MeasureContributionAdded' | 'MeasureContributionWithdrawn' | 'MeasureTakenOver' }
>;

const keyOf = (stream: string, goalId: string) => `${stream}/${goalId}`;

const goalsOf = ({ type, data }: Contributing): readonly string[] =>
  type === 'MeasureTakenOver' ? data.state.contributions.map(({ goalId }) => goalId) : [data.goalId];

/** One row per measure and goal it serves; `stream` is the measure's. What was withdrawn has none. */
export const contributionProjection = defineProjection<Contributing, ContributionRow>({
  name: 'contribution',
  version: 2,
  key: 'contribution',
  columns: { ...traceColumns, contribution: 'text', measure_id: 'text', goal_id: 'text', weight: 'integer' },
  indexes: [
    ['goal_id', 'stream', 'weight'],
    ['stream', 'goal_id'],
  ],
  keyOf: (event) => goalsOf(event).map((goalId) => keyOf(event.meta.stream, goalId)),
  on: {
    MeasureContributionAdded: (_, { data: { measureId, goalId, weight }, meta }, contribution) => ({
      ...traceOf(meta),
      ...{ contribution, weight },
      measure_id: measureId,
      goal_id: goalId,
    }),

    MeasureTakenOver: (_, { data: { measureId, state }, meta }, contribution) => {
      const said = state.contributions.find(({ goalId }) => keyOf(meta.stream, goalId) === contribution);
      const { goalId, weight } = present(said ?? null);
      return { ...traceOf(meta), ...{ contribution, weight }, measure_id: measureId, goal_id: goalId };
    },

    MeasureContributionWithdrawn: (row) => {
      present(row);
      return null;
    },
  },
});
