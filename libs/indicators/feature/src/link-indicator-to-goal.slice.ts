import { PickType } from '@nestjs/mapped-types';
import { IndicatorLinkedToGoal } from '@zielwerk/contracts';
import { defineSlice } from '@zielwerk/platform';

import { indicatorAggregate } from './indicator.aggregate';
import { goalsNotKnown } from './known-goals';

class GoalServed extends PickType(IndicatorLinkedToGoal, ['goalId']) {}

export const linkIndicatorToGoal = defineSlice({
  command: 'LinkIndicatorToGoal',
  summary: 'Says that an indicator also serves another goal of this or another house.',
  route: 'indicators/:indicatorId/goals',
  act: 'link',
  aggregate: indicatorAggregate,
  body: GoalServed,
  order: (indicatorId, { goalId }, facts) =>
    goalsNotKnown([goalId], facts) ?? { type: 'LinkIndicatorToGoal', data: { indicatorId, goalId } },
});
