// The way of a goal, as data: in which states a command is heard, and to which state a fact leads.
import type { GoalEvent } from '@zielwerk/contracts';
import { type Rejection, rejections } from '@zielwerk/kernel';

import type { GoalEnd, GoalStatus, KnownGoal, Later } from './goal';

const refuse = rejections({
  'goal-ended': 'conflict',
  'goal-deferred': 'conflict',
  'goal-not-deferred': 'conflict',
  'goal-already-adopted': 'conflict',
  'goal-not-adopted': 'conflict',
  'goal-not-underway': 'conflict',
  'needs-coordination': 'conflict',
});

/** What comes before `adopted`. Behind the draft is the place of inCoordination, agreed and submittedToCabinet: see ADR 6. */
const BEFORE_ADOPTION: readonly GoalStatus[] = ['draft'];

const ENDS: Readonly<Record<GoalEnd, string>> = {
  withdrawn: 'was withdrawn',
  reached: 'was reached',
  partlyReached: 'was partly reached',
  missed: 'was missed',
  abandoned: 'was abandoned',
  superseded: 'was superseded',
};
const isEnd = (status: GoalStatus): status is GoalEnd => Object.hasOwn(ENDS, status);

type Step = Readonly<{
  from: readonly GoalStatus[];
  /** Also for a goal that was deferred in one of these states. */
  evenDeferred?: true;
  otherwise: Parameters<typeof refuse>[0];
  allowed: string;
}>;

/** Null: in any state but an end. */
const STEPS: Readonly<Record<Later, Step | null>> = {
  ReviseGoal: {
    from: BEFORE_ADOPTION,
    otherwise: 'needs-coordination',
    allowed:
      'What was adopted changes in target, date, lead or scope by a new round of co-signature only; a slip of wording is corrected',
  },
  JustifyGoal: {
    from: BEFORE_ADOPTION,
    otherwise: 'goal-already-adopted',
    allowed: 'A goal is justified before its adoption',
  },
  CorrectGoalWording: {
    from: ['adopted', 'underway'],
    otherwise: 'goal-not-adopted',
    allowed: 'The wording is corrected once it is adopted; before, the goal is revised',
  },
  DeferGoal: {
    from: [...BEFORE_ADOPTION, 'underway'],
    otherwise: 'goal-not-underway',
    allowed: 'A goal is deferred before its adoption or while it is underway',
  },
  ResumeGoal: { from: ['deferred'], otherwise: 'goal-not-deferred', allowed: 'Only a deferred goal is resumed' },
  WithdrawGoal: {
    from: BEFORE_ADOPTION,
    evenDeferred: true,
    otherwise: 'goal-already-adopted',
    allowed: 'A goal is withdrawn before it comes to the cabinet, and abandoned or superseded once it is underway',
  },
  // The decision may arrive while the goal rests: what the cabinet has adopted is a fact.
  AdoptGoal: {
    from: BEFORE_ADOPTION,
    evenDeferred: true,
    otherwise: 'goal-already-adopted',
    allowed: 'A goal is adopted by one decision',
  },
  BeginGoal: {
    from: ['adopted'],
    otherwise: 'goal-not-adopted',
    allowed: 'Work on a goal begins once the cabinet has adopted it',
  },
  // Health is apart from the lifecycle.
  DeclareGoalHealth: null,
  ProposeGoalOutcome: {
    from: ['underway'],
    otherwise: 'goal-not-underway',
    allowed: 'The outcome of a goal is proposed while it is underway',
  },
  ConcludeGoal: {
    from: ['underway'],
    otherwise: 'goal-not-underway',
    allowed: 'A goal is concluded while it is underway',
  },
  SendBackProposal: {
    from: ['underway'],
    otherwise: 'goal-not-underway',
    allowed: 'The outcome of a goal is sent back while it is underway',
  },
  AbandonGoal: {
    from: ['underway'],
    otherwise: 'goal-not-underway',
    allowed: 'A goal is abandoned while it is underway, and withdrawn before it comes to the cabinet',
  },
  SupersedeGoal: {
    from: ['underway'],
    otherwise: 'goal-not-underway',
    allowed: 'A goal is superseded while it is underway',
  },
};

/** Null unless the goal has come to its end. */
export const objectionToEnd = ({ status }: KnownGoal): Rejection | null =>
  isEnd(status) ? refuse('goal-ended', `The goal ${ENDS[status]}; nothing follows its end.`) : null;

/** Null when the command is heard in the state of the goal. */
export const objectionToStep = (type: Later, { status, deferral }: KnownGoal): Rejection | null => {
  const step = STEPS[type];
  const standing = step?.evenDeferred ? (deferral?.from ?? status) : status;
  if (!step || step.from.includes(standing)) return null;
  return standing === 'deferred'
    ? refuse('goal-deferred', 'The goal is deferred; it has to be resumed first.')
    : refuse(step.otherwise, `${step.allowed}; this one is ${standing}.`);
};

/** The state that a fact leads to. A resumed goal goes on where it was, a concluded one has its outcome; others stay. */
export const LEADS_TO: Readonly<Partial<Record<GoalEvent['type'], GoalStatus>>> = {
  GoalDeferred: 'deferred',
  GoalWithdrawn: 'withdrawn',
  GoalAdopted: 'adopted',
  GoalBegun: 'underway',
  GoalAbandoned: 'abandoned',
  GoalSuperseded: 'superseded',
};
