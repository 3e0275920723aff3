import { GoalAdoptionRecorded } from '@zielwerk/contracts';
import { defineSlice, notKnownHereYet } from '@zielwerk/platform';

import { adoptionAggregate } from './adoption.aggregate';

class GoalAdoption extends GoalAdoptionRecorded {}

export const recordGoalAdoption = defineSlice({
  command: 'RecordGoalAdoption',
  summary: 'Records that the cabinet adopted a goal, maybe on paper and long ago.',
  route: 'adoptions',
  act: 'decide',
  aggregate: adoptionAggregate,
  body: GoalAdoption,
  idOf: ({ goalId }) => goalId,
  order: (_goalId, adoption, { known }) => {
    const goal = known.goals.find(adoption.goalId, adoption.lead);
    return goal
      ? { type: 'RecordGoalAdoption', data: { ...adoption, standing: goal.standing } }
      : notKnownHereYet(`A goal ${adoption.goalId} that ${adoption.lead} leads`);
  },
});
