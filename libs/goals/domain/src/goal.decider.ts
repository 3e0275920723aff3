// Pure: no framework, no clock, no I/O. Time, identity and other houses' facts arrive from outside.
import type { GoalDrafted, GoalEvent } from '@zielwerk/contracts';
import { type Circumstances, type Decider, rejections } from '@zielwerk/kernel';

import { contentRules, draft } from './content-rules';
import type { Goal, GoalCommand, KnownGoal, Later, Orders, Rules } from './goal';
import { lifeRules } from './life-rules';
import { LEADS_TO, objectionToEnd, objectionToStep } from './lifecycle';
import { outcomeRules } from './outcome-rules';
import { REPEATS } from './repeats';

const refuse = rejections({ 'goal-unknown': 'not-found' });

const rules: Rules<Later> = { ...contentRules, ...lifeRules, ...outcomeRules };

type Facts = { [Event in GoalEvent as Event['type']]: Event['data'] };
type Followed = Exclude<keyof Facts, 'GoalDrafted'>;
type Change<Fact> = (fact: Fact, goal: KnownGoal) => Partial<KnownGoal>;

// Never refuses and never checks: what has happened has happened.
const changes: { readonly [Type in Followed]: Change<Facts[Type]> } = {
  GoalRevised: ({ content }) => ({ content }),
  GoalJustified: ({ rationale, qualitative, touchesMoney }) => ({
    justification: { rationale, qualitative, touchesMoney },
  }),
  GoalWordingCorrected: ({ title, description }, { content, revision }) => ({
    content: { ...content, title, description },
    wordedBy: revision + 1,
  }),
  // A deferral takes an open proposal back: what became of a goal is not decided while it rests.
  GoalDeferred: ({ reason, until }, { status }) => ({ deferral: { reason, until, from: status }, proposal: null }),
  GoalResumed: (_, { status, deferral }) => ({ status: deferral?.from ?? status, deferral: null }),
  GoalWithdrawn: () => ({ deferral: null }),
  GoalAdopted: ({ decisionNumber, decidedOn, content }, { revision }) => ({
    content,
    adoption: { decisionNumber, decidedOn },
    wordedBy: revision + 1,
  }),
  GoalBegun: () => ({}),
  GoalHealthDeclared: ({ health, reason }) => ({ health: { health, reason } }),
  GoalOutcomeProposed: ({ proposal, proposed }) => ({ proposals: proposal, proposal: { proposal, proposed } }),
  GoalProposalSentBack: () => ({ proposal: null }),
  GoalConcluded: ({ concluded }) => ({ status: concluded.outcome, proposal: null }),
  GoalAbandoned: () => ({ proposal: null }),
  GoalSuperseded: () => ({ proposal: null }),
};

const drafted = ({ reference, content }: GoalDrafted): KnownGoal => ({
  ...{ status: 'draft', revision: 0, reference, content, justification: null, adoption: null, wordedBy: null },
  ...{ health: null, deferral: null, proposals: 0, proposal: null },
});

// One type parameter ties a name to its data, so that the tables need no cast.
type Tied<Table, Type extends keyof Table> = Readonly<{ type: Type; data: Table[Type] }>;
const isRepeat = <Type extends Later>({ type, data }: Tied<Orders, Type>, goal: KnownGoal) =>
  REPEATS[type]?.(data, goal) ?? false;
const ruleOn = <Type extends Later>({ type, data }: Tied<Orders, Type>, ...on: [KnownGoal, Circumstances]) =>
  rules[type](data, ...on);
const changeBy = <Type extends Followed>({ type, data }: Tied<Facts, Type>, goal: KnownGoal) =>
  changes[type](data, goal);

/** Ziel: drafted and judged by its lead, adopted by the cabinet, concluded by the strategy office. The lead is the house whose stream it is. */
export const goalDecider: Decider<GoalCommand, GoalEvent, Goal> = {
  initialState: { status: 'unknown' },

  decide(command, goal, circumstances) {
    if (command.type === 'DraftGoal') return draft(command.data, goal, circumstances);
    if (goal.status === 'unknown') return refuse('goal-unknown', `No goal ${command.data.goalId} was drafted here.`);
    const ended = objectionToEnd(goal);
    if (ended) return ended;
    return isRepeat(command, goal) ? [] : (objectionToStep(command.type, goal) ?? ruleOn(command, goal, circumstances));
  },

  evolve(goal, event) {
    if (event.type === 'GoalDrafted') return drafted(event.data);
    if (goal.status === 'unknown') return goal;
    const status = LEADS_TO[event.type] ?? goal.status;
    return { ...goal, revision: goal.revision + 1, status, ...changeBy(event, goal) };
  },
};
