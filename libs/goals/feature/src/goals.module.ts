import { defineCapability } from '@zielwerk/platform';

import { abandonGoal } from './abandon-goal.slice';
import { adoptGoalWhenAdoptionRecorded } from './adopt-goal-when-adoption-recorded.policy';
import { beginGoal } from './begin-goal.slice';
import { concludeGoalWhenOutcomeConfirmed } from './conclude-goal-when-outcome-confirmed.policy';
import { correctGoalWording } from './correct-goal-wording.slice';
import { declareGoalHealth } from './declare-goal-health.slice';
import { deferGoal } from './defer-goal.slice';
import { draftGoal } from './draft-goal.slice';
import { justifyGoal } from './justify-goal.slice';
import { proposeGoalOutcome } from './propose-goal-outcome.slice';
import { resumeGoal } from './resume-goal.slice';
import { reviseGoal } from './revise-goal.slice';
import { sendBackProposalWhenOutcomeSentBack } from './send-back-proposal-when-outcome-sent-back.policy';
import { supersedeGoal } from './supersede-goal.slice';
import { withdrawGoal } from './withdraw-goal.slice';

const saying = [draftGoal, reviseGoal, justifyGoal, correctGoalWording];
const living = [deferGoal, resumeGoal, withdrawGoal, beginGoal, declareGoalHealth];
const ending = [proposeGoalOutcome, abandonGoal, supersedeGoal];

/** The goals that a house leads. */
export const GoalsModule = defineCapability('goals', [...saying, ...living, ...ending], {
  policies: [adoptGoalWhenAdoptionRecorded, concludeGoalWhenOutcomeConfirmed, sendBackProposalWhenOutcomeSentBack],
});
