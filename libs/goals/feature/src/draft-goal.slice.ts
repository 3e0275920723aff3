import { IntersectionType, PartialType, PickType } from '@nestjs/mapped-types';
import { GoalDrafted } from '@zielwerk/contracts';
import { defineSlice, takenElsewhere } from '@zielwerk/platform';

import { ancestorsOf, contentOf, GoalText, strangerIn } from './goal-text';
import { goalAggregate } from './goal.aggregate';

class GoalDraft extends IntersectionType(PartialType(PickType(GoalDrafted, ['reference'])), GoalText) {}

export const draftGoal = defineSlice({
  command: 'DraftGoal',
  summary: 'Drafts a goal that this house leads.',
  route: 'goals',
  act: 'draft',
  aggregate: goalAggregate,
  body: GoalDraft,
  order: (goalId, { reference, ...text }, facts) => {
    const content = contentOf(text);
    return (
      takenElsewhere(facts.known.goals.find(goalId)?.lead, facts) ??
      strangerIn(content, goalId, facts) ?? {
        type: 'DraftGoal',
        data: { goalId, reference: reference ?? null, content, ancestors: ancestorsOf(content, facts) },
      }
    );
  },
});
