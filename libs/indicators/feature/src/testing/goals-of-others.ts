// Goals of another house, as that one published them.
import type { AnyEvent } from '@zielwerk/contracts';
import { recorded } from '@zielwerk/testing';

export const goals = ['0190a1de-0000-7000-8000-0000000000a1', '0190a1de-0000-7000-8000-0000000000a2'] as const;

const content = {
  ...{ title: 'Files without paper', description: null, theme: 'e-akte', participants: [] },
  ...{ parentGoalId: null, targetDate: null, fileReference: null },
};

export const goalsOfOthers = goals.flatMap((goalId) =>
  recorded<AnyEvent>(`mi.goal-${goalId}`, [
    '2025-09-01',
    { type: 'GoalDrafted', data: { goalId, reference: null, content } },
  ]),
);
