import { PickType } from '@nestjs/mapped-types';
import { GoalSuperseded } from '@zielwerk/contracts';
import { defineSlice, notKnownHereYet } from '@zielwerk/platform';

import { goalAggregate } from './goal.aggregate';

class GoalSupersession extends PickType(GoalSuperseded, ['successorGoalId', 'reason']) {}

export const supersedeGoal = defineSlice({
  command: 'SupersedeGoal',
  summary: 'Ends a goal that is underway in favour of another one, of this or another house.',
  route: 'goals/:goalId/supersession',
  act: 'revise',
  aggregate: goalAggregate,
  body: GoalSupersession,
  order: (goalId, { successorGoalId, reason }, { known }) =>
    successorGoalId === goalId || known.goals.find(successorGoalId)
      ? { type: 'SupersedeGoal', data: { goalId, successorGoalId, reason } }
      : notKnownHereYet(`Goal ${successorGoalId}`),
});
