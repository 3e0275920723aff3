import { defineSlice } from '@zielwerk/platform';

import { goalAggregate } from './goal.aggregate';

class GoalResumption {}

export const resumeGoal = defineSlice({
  command: 'ResumeGoal',
  summary: 'Lets a deferred goal go on where it was.',
  route: 'goals/:goalId/resumptions',
  act: 'revise',
  aggregate: goalAggregate,
  body: GoalResumption,
  order: (goalId) => ({ type: 'ResumeGoal', data: { goalId } }),
});
