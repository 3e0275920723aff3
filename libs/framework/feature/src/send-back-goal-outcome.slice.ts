import { IntersectionType, PickType } from '@nestjs/mapped-types';
import { OutcomeSentBack } from '@zielwerk/contracts';
import { defineSlice } from '@zielwerk/platform';

import { outcomeAggregate } from './outcome.aggregate';
import { answered, ProposedOutcome } from './proposed-outcome';

class OutcomeReturn extends IntersectionType(ProposedOutcome, PickType(OutcomeSentBack, ['reason'])) {}

export const sendBackGoalOutcome = defineSlice({
  command: 'SendBackGoalOutcome',
  summary: 'Sends a proposed outcome back to the lead of the goal, with a reason.',
  route: 'outcomes/returns',
  act: 'frame',
  aggregate: outcomeAggregate,
  body: OutcomeReturn,
  idOf: ({ goalId }) => goalId,
  order: (_goalId, sentBack, facts) => {
    const data = answered(sentBack, facts);
    return 'code' in data ? data : { type: 'SendBackGoalOutcome', data };
  },
});
