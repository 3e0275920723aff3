import { defineSlice } from '@zielwerk/platform';

import { outcomeAggregate } from './outcome.aggregate';
import { answered, ProposedOutcome } from './proposed-outcome';

class OutcomeConfirmation extends ProposedOutcome {}

export const confirmGoalOutcome = defineSlice({
  command: 'ConfirmGoalOutcome',
  summary: 'Confirms that a goal is reached, partly reached or missed, as its lead proposed.',
  route: 'outcomes/confirmations',
  act: 'frame',
  aggregate: outcomeAggregate,
  body: OutcomeConfirmation,
  idOf: ({ goalId }) => goalId,
  order: (_goalId, confirmation, facts) => {
    const data = answered(confirmation, facts);
    return 'code' in data ? data : { type: 'ConfirmGoalOutcome', data };
  },
});
