import { GoalAdoptionRecorded } from '@zielwerk/contracts';
import { defineSlice, notKnownHereYet } from '@zielwerk/platform';

import { adoptionAggregate } from './adoption.aggregate';

class GoalAdoption extends GoalAdoptionRecorded {}

export const recordGoalAdoption = defineSlice({
  command: 'RecordGoalAdoption',
  summary: 'Records that the cabinet adopted a goal, maybe on paper and long ago.',
  route: 'adoptions',
  roles: ['cabinet-office'],
  aggregate: adoptionAggregate,
  body: GoalAdoption,
  idOf: ({ goalId }) => goalId,
  order: (_goalId, adoption, { known }) =>
    known.goal(adoption.goalId, adoption.lead)
      ? { type: 'RecordGoalAdoption', data: adoption }
      : notKnownHereYet(`A goal ${adoption.goalId} that ${adoption.lead} leads`),
});
