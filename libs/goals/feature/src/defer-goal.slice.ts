import { IntersectionType, PartialType, PickType } from '@nestjs/mapped-types';
import { GoalDeferred } from '@zielwerk/contracts';
import { defineSlice } from '@zielwerk/platform';

import { goalAggregate } from './goal.aggregate';

class GoalDeferral extends IntersectionType(
  PickType(GoalDeferred, ['reason']),
  PartialType(PickType(GoalDeferred, ['until'])),
) {}

export const deferGoal = defineSlice({
  command: 'DeferGoal',
  summary: 'Lets a draft, or a goal that is underway, rest with a reason; an outcome that was proposed is taken back.',
  route: 'goals/:goalId/deferrals',
  act: 'revise',
  aggregate: goalAggregate,
  body: GoalDeferral,
  order: (goalId, { reason, until = null }) => ({ type: 'DeferGoal', data: { goalId, reason, until } }),
});
