import { PickType } from '@nestjs/mapped-types';
import { GoalOutcome } from '@zielwerk/contracts';
import { defineSlice } from '@zielwerk/platform';

import { goalAggregate } from './goal.aggregate';

class OutcomeProposal extends PickType(GoalOutcome, ['outcome', 'cutOffDate', 'statement']) {}

export const proposeGoalOutcome = defineSlice({
  command: 'ProposeGoalOutcome',
  summary: 'Proposes what became of a goal; the last values of its indicators up to the cut-off date are the evidence.',
  route: 'goals/:goalId/outcome-proposals',
  // Project leads report on measures, not on goals.
  act: 'revise',
  aggregate: goalAggregate,
  body: OutcomeProposal,
  order: (goalId, { outcome, cutOffDate, statement }, { known: { indicators } }) => ({
    type: 'ProposeGoalOutcome',
    data: {
      ...{ goalId, outcome, cutOffDate, statement },
      evidence: indicators.evidenceFor(goalId, cutOffDate),
      indicators: indicators.servingGoal(goalId),
    },
  }),
});
