import { defineSlice } from '@zielwerk/platform';

import { contentOf, GoalText, strangerIn } from './goal-text';
import { goalAggregate } from './goal.aggregate';

class GoalRevision extends GoalText {}

export const reviseGoal = defineSlice({
  command: 'ReviseGoal',
  summary: 'Says anew all that a goal says, as long as it is not adopted.',
  route: 'goals/:goalId/revisions',
  roles: ['editor'],
  aggregate: goalAggregate,
  body: GoalRevision,
  order: (goalId, text, { jurisdiction }) => {
    const content = contentOf(text);
    return strangerIn(content, jurisdiction) ?? { type: 'ReviseGoal', data: { goalId, content } };
  },
});
