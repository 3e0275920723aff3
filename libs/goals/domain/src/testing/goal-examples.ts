// One goal for the specs: what can be asked of it, and what has happened to it.
import {
  type Evidence,
  type GoalContent,
  type GoalEvent,
  goalEvents,
  type GoalOutcome,
  type Health,
  type Outcome,
} from '@zielwerk/contracts';
import { deciderSpec } from '@zielwerk/testing';

import type { GoalCommand } from '../goal';
import { goalDecider } from '../goal.decider';

export const given = deciderSpec(goalDecider, goalEvents);

export const goalId = '0190a1de-0000-7000-8000-0000000000a1';
export const parentGoalId = '0190a1de-0000-7000-8000-0000000000a2';
export const otherGoalId = '0190a1de-0000-7000-8000-0000000000a3';
export const reference = 'Z-MID-1';
export const content: GoalContent = {
  title: 'Every authority works with electronic files',
  description: null,
  theme: 'e-akte',
  participants: ['mi', 'mf'],
  parentGoalId: null,
  targetDate: '2028-12-31',
  fileReference: '12.3-02100',
};
export const better: GoalContent = { ...content, title: 'No authority works with paper files', parentGoalId };
export const decision = { decisionNumber: 'KB 2024/07-3', decidedOn: '2024-07-16' };
export const otherDecision = { ...decision, decisionNumber: 'KB 2025/01-1' };
export const justification = { rationale: 'Paper is slow', qualitative: false, touchesMoney: true };
export const evidence: readonly Evidence[] = [
  {
    ...{ indicatorId: '0190a1de-0000-7000-8000-0000000000b1', title: 'Authorities with electronic files' },
    ...{ period: '2026-Q3', value: 58, provisional: false },
  },
];

export const draft = (change: Partial<GoalContent> = {}, ancestors: readonly string[] = []): GoalCommand => ({
  type: 'DraftGoal',
  data: { goalId, reference, content: { ...content, ...change }, ancestors },
});
export const revise = (to: GoalContent, ancestors: readonly string[] = []): GoalCommand => ({
  type: 'ReviseGoal',
  data: { goalId, content: to, ancestors },
});
export const justify = (change: Partial<typeof justification> = {}): GoalCommand => ({
  type: 'JustifyGoal',
  data: { goalId, ...justification, ...change },
});
export const correct = (corrects: number, title: string, description: string | null = null): GoalCommand => ({
  type: 'CorrectGoalWording',
  data: { goalId, corrects, title, description, reason: 'A word was missing' },
});
export const defer = (reason = 'No money this year', until: string | null = null): GoalCommand => ({
  type: 'DeferGoal',
  data: { goalId, reason, until },
});
export const resume: GoalCommand = { type: 'ResumeGoal', data: { goalId } };
export const withdraw: GoalCommand = { type: 'WithdrawGoal', data: { goalId, reason: 'Nobody needs it' } };
export const adopt = (by = decision): GoalCommand => ({ type: 'AdoptGoal', data: { goalId, ...by } });
export const begin = (releasedMeasures: number): GoalCommand => ({
  type: 'BeginGoal',
  data: { goalId, releasedMeasures },
});
export const declare = (health: Health, reason = 'Late tender'): GoalCommand => ({
  type: 'DeclareGoalHealth',
  data: { goalId, health, reason },
});
export const outcome = (became: Outcome, change: Partial<GoalOutcome> = {}): GoalOutcome => ({
  ...{ outcome: became, cutOffDate: '2026-09-30', statement: '58 of 60 authorities', evidence },
  ...change,
});
export const propose = (said: GoalOutcome, indicators = 1): GoalCommand => ({
  type: 'ProposeGoalOutcome',
  data: { goalId, ...said, indicators },
});
export const conclude = (proposal: number): GoalCommand => ({ type: 'ConcludeGoal', data: { goalId, proposal } });
export const sendBack = (proposal: number): GoalCommand => ({
  type: 'SendBackProposal',
  data: { goalId, proposal, reason: 'Two are missing' },
});
export const abandon: GoalCommand = { type: 'AbandonGoal', data: { goalId, reason: 'The federation does it' } };
export const supersede = (successorGoalId = otherGoalId): GoalCommand => ({
  type: 'SupersedeGoal',
  data: { goalId, successorGoalId, reason: 'Merged into a larger one' },
});

export const drafted: GoalEvent = { type: 'GoalDrafted', data: { goalId, reference, content } };
export const revised: GoalEvent = { type: 'GoalRevised', data: { goalId, content: better } };
export const justified: GoalEvent = { type: 'GoalJustified', data: { goalId, ...justification } };
export const deferred: GoalEvent = {
  type: 'GoalDeferred',
  data: { goalId, reason: 'No money this year', until: null },
};
export const resumed: GoalEvent = { type: 'GoalResumed', data: { goalId } };
export const withdrawn: GoalEvent = { type: 'GoalWithdrawn', data: { goalId, reason: 'Nobody needs it' } };
export const adopted: GoalEvent = { type: 'GoalAdopted', data: { goalId, ...decision, reference, content } };
export const corrected = (corrects: number, title: string, description: string | null = null): GoalEvent => ({
  type: 'GoalWordingCorrected',
  data: { goalId, corrects, title, description, reason: 'A word was missing' },
});
export const begun: GoalEvent = { type: 'GoalBegun', data: { goalId } };
export const declared = (health: Health, reason = 'Late tender'): GoalEvent => ({
  type: 'GoalHealthDeclared',
  data: { goalId, health, reason },
});
export const proposed = (proposal: number, said: GoalOutcome): GoalEvent => ({
  type: 'GoalOutcomeProposed',
  data: { goalId, proposal, proposed: said },
});
export const sentBack = (proposal: number): GoalEvent => ({
  type: 'GoalProposalSentBack',
  data: { goalId, proposal, reason: 'Two are missing' },
});
export const concluded = (proposal: number, said: GoalOutcome): GoalEvent => ({
  type: 'GoalConcluded',
  data: { goalId, proposal, concluded: said },
});
export const abandoned: GoalEvent = { type: 'GoalAbandoned', data: { goalId, reason: 'The federation does it' } };
export const superseded: GoalEvent = {
  type: 'GoalSuperseded',
  data: { goalId, successorGoalId: otherGoalId, reason: 'Merged into a larger one' },
};

export const toAdopted = [drafted, adopted];
export const toUnderway = [...toAdopted, begun];
export const toProposed = [...toUnderway, proposed(1, outcome('reached'))];
/** A goal in each of its ends. */
export const ENDED: readonly (readonly [end: string, history: readonly GoalEvent[]])[] = [
  ['withdrawn', [drafted, withdrawn]],
  ['reached', [...toProposed, concluded(1, outcome('reached'))]],
  ['partlyReached', [...toUnderway, concluded(1, outcome('partlyReached'))]],
  ['missed', [...toUnderway, concluded(1, outcome('missed'))]],
  ['abandoned', [...toUnderway, abandoned]],
  ['superseded', [...toUnderway, superseded]],
];
/** Each command once, except drafting. */
export const LATER: readonly GoalCommand[] = [
  ...[revise(better), justify(), correct(1, 'Files'), defer(), resume, withdraw, adopt(), begin(1), declare('red')],
  ...[propose(outcome('missed')), conclude(1), sendBack(1), abandon, supersede()],
];
