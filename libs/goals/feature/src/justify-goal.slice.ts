import { PickType } from '@nestjs/mapped-types';
import { GoalJustified } from '@zielwerk/contracts';
import { defineSlice } from '@zielwerk/platform';

import { goalAggregate } from './goal.aggregate';

class Justification extends PickType(GoalJustified, ['rationale', 'qualitative', 'touchesMoney']) {}

export const justifyGoal = defineSlice({
  command: 'JustifyGoal',
  summary: 'Says why a goal is needed, whether a number tells that it is reached, and whether it touches money.',
  route: 'goals/:goalId/justification',
  act: 'revise',
  aggregate: goalAggregate,
  body: Justification,
  order: (goalId, { rationale, qualitative, touchesMoney }) => ({
    type: 'JustifyGoal',
    data: { goalId, rationale, qualitative, touchesMoney },
  }),
});
