import { PickType } from '@nestjs/mapped-types';
import { GoalWordingCorrected } from '@zielwerk/contracts';
import { defineSlice } from '@zielwerk/platform';

import { goalAggregate } from './goal.aggregate';

// The description has to be said, be it null: one that is merely left out must not vanish.
class WordingCorrection extends PickType(GoalWordingCorrected, ['corrects', 'title', 'description', 'reason']) {}

export const correctGoalWording = defineSlice({
  command: 'CorrectGoalWording',
  summary: 'Corrects a slip of wording in an adopted goal; `corrects` is the revision that gave the wording.',
  route: 'goals/:goalId/wording-corrections',
  act: 'correct',
  aggregate: goalAggregate,
  body: WordingCorrection,
  order: (goalId, { corrects, title, description, reason }) => ({
    type: 'CorrectGoalWording',
    data: { goalId, corrects, title, description, reason },
  }),
});
