import { outcomeEvents } from '@zielwerk/contracts';
import { definePolicy } from '@zielwerk/platform';

import { goalAggregate } from './goal.aggregate';

/** The house that leads a goal takes over that the strategy office confirmed its proposal. */
export const concludeGoalWhenOutcomeConfirmed = definePolicy({
  name: 'conclude-goal-when-outcome-confirmed',
  on: 'OutcomeConfirmed',
  events: outcomeEvents,
  aggregate: goalAggregate,
  order: ({ data: { goalId, lead, proposal }, meta: { occurredOn } }, ministry) =>
    lead === ministry
      ? { id: goalId, command: { type: 'ConcludeGoal', data: { goalId, proposal } }, occurredOn }
      : null,
});
