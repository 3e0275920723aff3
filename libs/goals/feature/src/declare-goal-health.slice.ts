import { PickType } from '@nestjs/mapped-types';
import { GoalHealthDeclared } from '@zielwerk/contracts';
import { defineSlice } from '@zielwerk/platform';

import { goalAggregate } from './goal.aggregate';

class HealthDeclaration extends PickType(GoalHealthDeclared, ['health', 'reason']) {}

export const declareGoalHealth = defineSlice({
  command: 'DeclareGoalHealth',
  summary: 'Declares how a goal is doing, with a reason.',
  route: 'goals/:goalId/health-declarations',
  // Project leads report on measures, not on goals.
  act: 'revise',
  aggregate: goalAggregate,
  body: HealthDeclaration,
  order: (goalId, { health, reason }) => ({ type: 'DeclareGoalHealth', data: { goalId, health, reason } }),
});
