import { defineCapability } from '@zielwerk/platform';

import { adoptGoalWhenAdoptionRecorded } from './adopt-goal-when-adoption-recorded.policy';
import { beginGoal } from './begin-goal.slice';
import { declareGoalHealth } from './declare-goal-health.slice';
import { draftGoal } from './draft-goal.slice';
import { reviseGoal } from './revise-goal.slice';

/** The goals that a house leads. */
export const GoalsModule = defineCapability('goals', [draftGoal, reviseGoal, beginGoal, declareGoalHealth], {
  policies: [adoptGoalWhenAdoptionRecorded],
});
