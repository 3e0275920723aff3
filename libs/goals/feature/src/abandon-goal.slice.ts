import { PickType } from '@nestjs/mapped-types';
import { GoalAbandoned } from '@zielwerk/contracts';
import { defineSlice } from '@zielwerk/platform';

import { goalAggregate } from './goal.aggregate';

class GoalAbandonment extends PickType(GoalAbandoned, ['reason']) {}

export const abandonGoal = defineSlice({
  command: 'AbandonGoal',
  summary: 'Gives up a goal that is underway.',
  route: 'goals/:goalId/abandonment',
  act: 'revise',
  aggregate: goalAggregate,
  body: GoalAbandonment,
  order: (goalId, { reason }) => ({ type: 'AbandonGoal', data: { goalId, reason } }),
});
