// Pure: no framework, no clock, no I/O.
import type { CabinetEvent, GoalAdoptionRecorded } from '@zielwerk/contracts';
import { type Decider, type Message, type Rejection, rejections, sameData } from '@zielwerk/kernel';

/** Whether the goal can be adopted, as far as is known here: a goal at rest is resumed first. */
export type Standing = 'open' | 'deferred' | 'ended';
export type AdoptionCommand = Message<'RecordGoalAdoption', GoalAdoptionRecorded & Readonly<{ standing: Standing }>>;

export type Adoption =
  Readonly<{ status: 'unrecorded' }> | Readonly<{ status: 'recorded'; recorded: GoalAdoptionRecorded }>;

const refuse = rejections({
  'adoption-already-recorded': 'conflict',
  'decision-in-the-future': 'invalid',
  'goal-deferred': 'conflict',
  'goal-ended': 'conflict',
});

const objectionTo = (standing: Standing): Rejection | null => {
  if (standing === 'ended') return refuse('goal-ended', 'The goal has ended; a decision on it comes too late.');
  return standing === 'deferred' ? refuse('goal-deferred', 'The goal is deferred; its lead resumes it first.') : null;
};

/** That the cabinet adopted a goal; one per goal, under the goal's own id. */
export const adoptionDecider: Decider<AdoptionCommand, CabinetEvent, Adoption> = {
  initialState: { status: 'unrecorded' },

  decide({ data: { standing, ...data } }, adoption, { occurredOn }) {
    if (adoption.status === 'recorded') {
      const { decisionNumber } = adoption.recorded;
      if (sameData(data, adoption.recorded)) return [];
      return refuse('adoption-already-recorded', `The goal was adopted by decision ${decisionNumber}.`);
    }
    if (data.decidedOn > occurredOn)
      return refuse('decision-in-the-future', `On ${occurredOn} nothing of ${data.decidedOn} was decided.`);
    return objectionTo(standing) ?? [{ type: 'GoalAdoptionRecorded', data }];
  },

  evolve: (_adoption, { data }) => ({ status: 'recorded', recorded: data }),
};
