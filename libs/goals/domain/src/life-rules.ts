// What happens to a goal on its way, apart from its outcome.
import { rejections } from '@zielwerk/kernel';

import type { Rules } from './goal';

const refuse = rejections({
  'deferral-over': 'invalid',
  'no-released-measure': 'conflict',
  'superseded-by-itself': 'invalid',
});

type Asides = 'DeferGoal' | 'ResumeGoal' | 'WithdrawGoal' | 'AbandonGoal' | 'SupersedeGoal';

export const lifeRules: Rules<Asides | 'AdoptGoal' | 'BeginGoal' | 'DeclareGoalHealth'> = {
  DeferGoal: (data, _goal, { occurredOn }) =>
    data.until !== null && data.until < occurredOn
      ? refuse('deferral-over', `A deferral from ${occurredOn} on cannot last until ${data.until}.`)
      : [{ type: 'GoalDeferred', data }],

  ResumeGoal: (data) => [{ type: 'GoalResumed', data }],

  WithdrawGoal: (data) => [{ type: 'GoalWithdrawn', data }],

  AdoptGoal: ({ goalId, decisionNumber, decidedOn }, { reference, content, deferral }) => [
    ...(deferral ? [{ type: 'GoalResumed' as const, data: { goalId } }] : []),
    { type: 'GoalAdopted', data: { goalId, decisionNumber, decidedOn, reference, content } },
  ],

  BeginGoal: ({ goalId, releasedMeasures }) =>
    releasedMeasures > 0
      ? [{ type: 'GoalBegun', data: { goalId } }]
      : refuse('no-released-measure', `No released measure is known here to contribute to goal ${goalId}.`),

  DeclareGoalHealth: (data) => [{ type: 'GoalHealthDeclared', data }],

  AbandonGoal: (data) => [{ type: 'GoalAbandoned', data }],

  SupersedeGoal: (data) =>
    data.successorGoalId === data.goalId
      ? refuse('superseded-by-itself', 'A goal is superseded by another one.')
      : [{ type: 'GoalSuperseded', data }],
};
