import { outcomeEvents } from '@zielwerk/contracts';
import { definePolicy } from '@zielwerk/platform';

import { goalAggregate } from './goal.aggregate';

/** The house that leads a goal takes over that the strategy office sent its proposal back. */
export const sendBackProposalWhenOutcomeSentBack = definePolicy({
  name: 'send-back-proposal-when-outcome-sent-back',
  on: 'OutcomeSentBack',
  events: outcomeEvents,
  aggregate: goalAggregate,
  order: ({ data: { goalId, lead, proposal, reason }, meta: { occurredOn } }, ministry) =>
    lead === ministry
      ? { id: goalId, command: { type: 'SendBackProposal', data: { goalId, proposal, reason } }, occurredOn }
      : null,
});
