// Pure: no framework, no clock, no I/O.
import type { CabinetEvent, GoalAdoptionRecorded } from '@zielwerk/contracts';
import { type Decider, type Message, rejections, sameData } from '@zielwerk/kernel';

export type AdoptionCommand = Message<'RecordGoalAdoption', GoalAdoptionRecorded>;

export type Adoption =
  Readonly<{ status: 'unrecorded' }> | Readonly<{ status: 'recorded'; recorded: GoalAdoptionRecorded }>;

const refuse = rejections({ 'adoption-already-recorded': 'conflict', 'decision-in-the-future': 'invalid' });

/** That the cabinet adopted a goal; one per goal, under the goal's own id. */
export const adoptionDecider: Decider<AdoptionCommand, CabinetEvent, Adoption> = {
  initialState: { status: 'unrecorded' },

  decide({ data }, adoption, { occurredOn }) {
    if (adoption.status === 'recorded') {
      const { decisionNumber } = adoption.recorded;
      if (sameData(data, adoption.recorded)) return [];
      return refuse('adoption-already-recorded', `The goal was adopted by decision ${decisionNumber}.`);
    }
    if (data.decidedOn > occurredOn)
      return refuse('decision-in-the-future', `On ${occurredOn} nothing of ${data.decidedOn} was decided.`);
    return [{ type: 'GoalAdoptionRecorded', data }];
  },

  evolve: (_adoption, { data }) => ({ status: 'recorded', recorded: data }),
};
