import { PickType } from '@nestjs/mapped-types';
import { GoalWithdrawn } from '@zielwerk/contracts';
import { defineSlice } from '@zielwerk/platform';

import { goalAggregate } from './goal.aggregate';

class GoalWithdrawal extends PickType(GoalWithdrawn, ['reason']) {}

export const withdrawGoal = defineSlice({
  command: 'WithdrawGoal',
  summary: 'Gives a goal up before it comes to the cabinet.',
  route: 'goals/:goalId/withdrawal',
  act: 'revise',
  aggregate: goalAggregate,
  body: GoalWithdrawal,
  order: (goalId, { reason }) => ({ type: 'WithdrawGoal', data: { goalId, reason } }),
});
