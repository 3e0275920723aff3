import { defineSlice } from '@zielwerk/platform';

import { ancestorsOf, contentOf, GoalText, strangerIn } from './goal-text';
import { goalAggregate } from './goal.aggregate';

class GoalRevision extends GoalText {}

export const reviseGoal = defineSlice({
  command: 'ReviseGoal',
  summary: 'Says anew all that a goal says, as long as it is not adopted.',
  route: 'goals/:goalId/revisions',
  act: 'revise',
  aggregate: goalAggregate,
  body: GoalRevision,
  order: (goalId, text, facts) => {
    const content = contentOf(text);
    return (
      strangerIn(content, goalId, facts) ?? {
        type: 'ReviseGoal',
        data: { goalId, content, ancestors: ancestorsOf(content, facts) },
      }
    );
  },
});
