import { defineSlice } from '@zielwerk/platform';

import { goalAggregate } from './goal.aggregate';

class GoalBeginning {}

export const beginGoal = defineSlice({
  command: 'BeginGoal',
  summary: 'Says that work on an adopted goal has begun: a released measure contributes to it.',
  route: 'goals/:goalId/begin',
  // Project leads report on measures, not on goals.
  act: 'revise',
  aggregate: goalAggregate,
  body: GoalBeginning,
  order: (goalId, _body, { known }) => ({
    type: 'BeginGoal',
    data: { goalId, releasedMeasures: known.measures.releasedFor(goalId) },
  }),
});
