import { cabinetEvents } from '@zielwerk/contracts';
import { definePolicy } from '@zielwerk/platform';

import { goalAggregate } from './goal.aggregate';

/** The house that leads a goal takes over what the cabinet decided about it, as of the day of the decision. */
export const adoptGoalWhenAdoptionRecorded = definePolicy({
  name: 'adopt-goal-when-adoption-recorded',
  on: 'GoalAdoptionRecorded',
  events: cabinetEvents,
  aggregate: goalAggregate,
  order: ({ data: { goalId, lead, decisionNumber, decidedOn } }, ministry) =>
    lead === ministry
      ? {
          id: goalId,
          command: { type: 'AdoptGoal', data: { goalId, decisionNumber, decidedOn } },
          occurredOn: decidedOn,
        }
      : null,
});
