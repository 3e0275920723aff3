// Pure: no framework, no clock, no I/O. Time, identity and other houses' facts arrive from outside.
import type { GoalContent, GoalDrafted, GoalEvent, GoalHealthDeclared, GoalRevised } from '@zielwerk/contracts';
import {
  type Circumstances,
  type Decider,
  type Decision,
  type Message,
  type Rejection,
  rejections,
  sameData,
} from '@zielwerk/kernel';

/** What the cabinet decided about a goal. */
type Adoption = Readonly<{ decisionNumber: string; decidedOn: string }>;
type AdoptGoal = Readonly<{ goalId: string }> & Adoption;
/** `releasedMeasures`: how many released measures, of any house, contribute to the goal as far as is known here. */
type BeginGoal = Readonly<{ goalId: string; releasedMeasures: number }>;

/** What can be asked of a goal; `AdoptGoal` comes from a policy only. */
export type GoalCommand =
  | Message<'DraftGoal', GoalDrafted>
  | Message<'ReviseGoal', GoalRevised>
  | Message<'AdoptGoal', AdoptGoal>
  | Message<'BeginGoal', BeginGoal>
  | Message<'DeclareGoalHealth', GoalHealthDeclared>;

export type GoalStatus = 'draft' | 'adopted' | 'underway';

type KnownGoal = Readonly<{
  status: GoalStatus;
  reference: string | null;
  content: GoalContent;
  adoption: Adoption | null;
  health: Pick<GoalHealthDeclared, 'health' | 'reason'> | null;
}>;

/** Only what `decide` needs to know. What people want to read belongs to projections. */
export type Goal = Readonly<{ status: 'unknown' }> | KnownGoal;

const refuse = rejections({
  'goal-unknown': 'not-found',
  'goal-exists': 'conflict',
  'goal-already-adopted': 'conflict',
  'goal-not-adopted': 'conflict',
  'no-released-measure': 'conflict',
  'lead-among-participants': 'invalid',
  'goal-below-itself': 'invalid',
});

const objectionTo = (content: GoalContent, goalId: string, { by }: Circumstances): Rejection | null => {
  if (content.participants.includes(by.ministry))
    return refuse('lead-among-participants', `${by.ministry} leads the goal; participants are the other ministries.`);
  if (content.parentGoalId === goalId) return refuse('goal-below-itself', 'A goal cannot be its own parent.');
  return null;
};

const draft = (drafted: GoalDrafted, goal: Goal, circumstances: Circumstances): Decision<GoalEvent> => {
  const { goalId, content } = drafted;
  if (goal.status !== 'unknown') return refuse('goal-exists', `Goal ${goalId} was drafted before.`);
  return objectionTo(content, goalId, circumstances) ?? [{ type: 'GoalDrafted', data: drafted }];
};

const revise = (revised: GoalRevised, goal: KnownGoal, circumstances: Circumstances): Decision<GoalEvent> => {
  const { goalId, content } = revised;
  if (goal.status !== 'draft') return refuse('goal-already-adopted', 'An adopted goal changes by coordination only.');
  if (sameData(content, goal.content)) return [];
  return objectionTo(content, goalId, circumstances) ?? [{ type: 'GoalRevised', data: revised }];
};

const adopt = ({ goalId, decisionNumber, decidedOn }: AdoptGoal, goal: KnownGoal): Decision<GoalEvent> => {
  const adoption = { decisionNumber, decidedOn };
  if (sameData(adoption, goal.adoption)) return [];
  if (goal.adoption)
    return refuse('goal-already-adopted', `The goal was adopted by decision ${goal.adoption.decisionNumber}.`);
  const { reference, content } = goal;
  return [{ type: 'GoalAdopted', data: { goalId, ...adoption, reference, content } }];
};

const begin = ({ goalId, releasedMeasures }: BeginGoal, goal: KnownGoal): Decision<GoalEvent> => {
  switch (goal.status) {
    case 'draft':
      return refuse('goal-not-adopted', 'Work on a goal begins once the cabinet has adopted it.');
    case 'underway':
      return [];
    case 'adopted':
      return releasedMeasures > 0
        ? [{ type: 'GoalBegun', data: { goalId } }]
        : refuse('no-released-measure', `No released measure is known here to contribute to goal ${goalId}.`);
  }
};

const declareHealth = (declared: GoalHealthDeclared, goal: KnownGoal): Decision<GoalEvent> => {
  const { health, reason } = declared;
  return sameData({ health, reason }, goal.health) ? [] : [{ type: 'GoalHealthDeclared', data: declared }];
};

/** Ziel: drafted and judged by its lead, adopted by the cabinet. The lead is the house whose stream it is. */
export const goalDecider: Decider<GoalCommand, GoalEvent, Goal> = {
  initialState: { status: 'unknown' },

  decide(command, goal, circumstances) {
    if (command.type === 'DraftGoal') return draft(command.data, goal, circumstances);
    if (goal.status === 'unknown') return refuse('goal-unknown', `No goal ${command.data.goalId} was drafted here.`);
    switch (command.type) {
      case 'ReviseGoal':
        return revise(command.data, goal, circumstances);
      case 'AdoptGoal':
        return adopt(command.data, goal);
      case 'BeginGoal':
        return begin(command.data, goal);
      case 'DeclareGoalHealth':
        return declareHealth(command.data, goal);
    }
  },

  // Never refuses and never checks: what has happened has happened.
  evolve(goal, { type, data }) {
    if (type === 'GoalDrafted') {
      const { reference, content } = data;
      return { status: 'draft', reference, content, adoption: null, health: null };
    }
    if (goal.status === 'unknown') return goal;
    switch (type) {
      case 'GoalRevised':
        return { ...goal, content: data.content };
      case 'GoalAdopted': {
        const { decisionNumber, decidedOn } = data;
        return { ...goal, status: 'adopted', adoption: { decisionNumber, decidedOn } };
      }
      case 'GoalBegun':
        return { ...goal, status: 'underway' };
      case 'GoalHealthDeclared':
        return { ...goal, health: { health: data.health, reason: data.reason } };
    }
  },
};
