// What a goal says, why, and how it is worded.
import type { GoalEvent } from '@zielwerk/contracts';
import { type Circumstances, type Decision, type Rejection, rejections } from '@zielwerk/kernel';

import type { Goal, Orders, Rules } from './goal';

const refuse = rejections({
  'goal-exists': 'conflict',
  'lead-among-participants': 'invalid',
  'goal-below-itself': 'invalid',
  'nothing-to-correct': 'conflict',
});

type Said = Pick<Orders['ReviseGoal'], 'goalId' | 'content' | 'ancestors'>;

const objectionTo = ({ goalId, content, ancestors }: Said, { by }: Circumstances): Rejection | null => {
  if (content.participants.includes(by.ministry))
    return refuse('lead-among-participants', `${by.ministry} leads the goal; participants are the other ministries.`);
  if (content.parentGoalId === goalId || ancestors.includes(goalId))
    return refuse('goal-below-itself', 'A goal cannot be its own parent, nor stand above its parent.');
  return null;
};

/** Opens the stream of a goal. */
export const draft = (order: Orders['DraftGoal'], goal: Goal, circumstances: Circumstances): Decision<GoalEvent> => {
  const { goalId, reference, content } = order;
  if (goal.status !== 'unknown') return refuse('goal-exists', `Goal ${goalId} was drafted before.`);
  return objectionTo(order, circumstances) ?? [{ type: 'GoalDrafted', data: { goalId, reference, content } }];
};

export const contentRules: Rules<'ReviseGoal' | 'JustifyGoal' | 'CorrectGoalWording'> = {
  ReviseGoal: (order, _goal, circumstances) => {
    const { goalId, content } = order;
    return objectionTo(order, circumstances) ?? [{ type: 'GoalRevised', data: { goalId, content } }];
  },

  JustifyGoal: (data) => [{ type: 'GoalJustified', data }],

  CorrectGoalWording: (data, { wordedBy }) =>
    data.corrects === wordedBy
      ? [{ type: 'GoalWordingCorrected', data }]
      : refuse('nothing-to-correct', `The wording in force is that of revision ${wordedBy ?? 'none'}.`),
};
