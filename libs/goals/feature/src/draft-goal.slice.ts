import { IntersectionType, PartialType, PickType } from '@nestjs/mapped-types';
import { GoalDrafted } from '@zielwerk/contracts';
import { defineSlice } from '@zielwerk/platform';

import { contentOf, GoalText, strangerIn } from './goal-text';
import { goalAggregate } from './goal.aggregate';

class GoalDraft extends IntersectionType(PartialType(PickType(GoalDrafted, ['reference'])), GoalText) {}

export const draftGoal = defineSlice({
  command: 'DraftGoal',
  summary: 'Drafts a goal that this house leads.',
  route: 'goals',
  roles: ['editor'],
  aggregate: goalAggregate,
  body: GoalDraft,
  order: (goalId, { reference, ...text }, { jurisdiction }) => {
    const content = contentOf(text);
    return (
      strangerIn(content, jurisdiction) ?? {
        type: 'DraftGoal',
        data: { goalId, reference: reference ?? null, content },
      }
    );
  },
});
