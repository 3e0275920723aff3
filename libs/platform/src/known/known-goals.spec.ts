import type { AnyEvent, GoalContent } from '@zielwerk/contracts';
import { recorded } from '@zielwerk/testing';

import { knownSpec } from '../testing/known-spec';

const goalId = 'goal';
const content = (parentGoalId: string | null = null): GoalContent => ({
  ...{ title: 'Files', description: null, theme: 'files', participants: [], parentGoalId },
  ...{ targetDate: null, fileReference: null },
});
const drafted = (id = goalId, parent: string | null = null): AnyEvent => ({
  type: 'GoalDrafted',
  data: { goalId: id, reference: null, content: content(parent) },
});
const revised = (parent: string | null): AnyEvent => ({
  type: 'GoalRevised',
  data: { goalId, content: content(parent) },
});
const adopted = (parent: string | null = null): AnyEvent => ({
  type: 'GoalAdopted',
  data: { goalId, decisionNumber: '1', decidedOn: '2026-02-01', reference: null, content: content(parent) },
});
const outcome = { outcome: 'reached', cutOffDate: '2026-06-30', statement: 'Done', evidence: [] } as const;
const proposed = (proposal: number): AnyEvent => ({
  type: 'GoalOutcomeProposed',
  data: { goalId, proposal, proposed: outcome },
});
const sentBack: AnyEvent = { type: 'GoalProposalSentBack', data: { goalId, proposal: 1, reason: 'No value' } };
const deferred: AnyEvent = { type: 'GoalDeferred', data: { goalId, reason: 'No money', until: null } };
const resumed: AnyEvent = { type: 'GoalResumed', data: { goalId } };
const concluded: AnyEvent = { type: 'GoalConcluded', data: { goalId, proposal: 1, concluded: outcome } };
const reason = { goalId, reason: 'Overtaken' };
const abandoned: AnyEvent = { type: 'GoalAbandoned', data: reason };
const withdrawn: AnyEvent = { type: 'GoalWithdrawn', data: reason };
const superseded: AnyEvent = { type: 'GoalSuperseded', data: { ...reason, successorGoalId: 'other' } };

const of = (stream: string, ...events: readonly AnyEvent[]) =>
  recorded<AnyEvent>(stream, ...events.map((event) => ['2026-01-01', event] as const));
/** Beside it another house uses the same id, for a goal that it only drafts. */
const goal = (...events: readonly AnyEvent[]) => knownSpec(of('mwu.goal-1', ...events), of('mi.goal-1', drafted()));
const known = { goalId, lead: 'mwu', adopted: false, standing: 'open', parentGoalId: null, proposal: null };

describe('of a goal a house knows', () => {
  it('its lead from its draft on, and whether it was adopted', () => {
    goal(drafted()).then(({ goals }) => goals.find(goalId, 'mwu'), known);
    goal(drafted(), adopted()).then(({ goals }) => goals.find(goalId, 'mwu'), { ...known, adopted: true });
  });

  it('the goal above it, as it was said last', () => {
    goal(drafted(goalId, 'a')).then(({ goals }) => goals.find(goalId, 'mwu')?.parentGoalId, 'a');
    goal(drafted(goalId, 'a'), revised('b')).then(({ goals }) => goals.find(goalId, 'mwu')?.parentGoalId, 'b');
    goal(drafted(goalId, 'a'), adopted('c')).then(({ goals }) => goals.find(goalId, 'mwu')?.parentGoalId, 'c');
  });

  it('the outcome that its lead proposed last', () =>
    goal(drafted(), proposed(1), proposed(2)).then(({ goals }) => goals.find(goalId, 'mwu')?.proposal, {
      ...{ proposal: 2, proposed: outcome },
    }));

  it.each([
    ['sent back', sentBack, 'open'],
    ['taken back by a deferral', deferred, 'deferred'],
    ['confirmed', concluded, 'ended'],
    ['pointless, as the goal was abandoned', abandoned, 'ended'],
    ['pointless, as the goal was superseded', superseded, 'ended'],
  ])('that a proposal is not open once it is %s', (_, event, standing) =>
    goal(drafted(), adopted(), proposed(1), event).then(({ goals }) => goals.find(goalId, 'mwu'), {
      ...{ ...known, adopted: true, standing },
    }),
  );

  it('that it goes on after a deferral', () =>
    goal(drafted(), deferred, resumed).then(({ goals }) => goals.find(goalId, 'mwu'), known));

  it('that it was withdrawn', () =>
    goal(drafted(), withdrawn).then(({ goals }) => goals.find(goalId, 'mwu'), { ...known, standing: 'ended' }));
});

describe('a goal’s id', () => {
  it('stands for the lead’s own goal, whatever another house does under it', () =>
    goal(drafted(), adopted(), concluded).then(
      ({ goals }) => ['mwu', 'mi', 'mf'].map((lead) => goals.find(goalId, lead)),
      [{ ...known, adopted: true, standing: 'ended' }, { ...known, lead: 'mi' }, undefined],
    ));

  it('stands for the adopted goal when no lead is said, else for that of the first house by its code', () => {
    goal(drafted(), adopted()).then(({ goals }) => goals.find(goalId)?.lead, 'mwu');
    goal(drafted()).then(({ goals }) => goals.find(goalId)?.lead, 'mi');
  });
});

describe('the goals above a goal', () => {
  it('are known, the nearest one first', () =>
    knownSpec(
      of('mi.goal-1', drafted('a', 'b')),
      of('mf.goal-2', drafted('b', 'c')),
      of('mj.goal-3', drafted('c')),
    ).then(({ goals }) => [goals.above('a'), goals.above('b'), goals.above('c')], [['b', 'c'], ['c'], []]));

  it('are followed once when they form a ring, which simultaneous facts can do', () =>
    knownSpec(of('mi.goal-1', drafted('a', 'b')), of('mf.goal-2', drafted('b', 'a'))).then(
      ({ goals }) => [goals.above('a'), goals.above('b')],
      [
        ['b', 'a'],
        ['a', 'b'],
      ],
    ));
});
