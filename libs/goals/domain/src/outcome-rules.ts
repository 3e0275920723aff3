// Reached, partly reached or missed: the lead proposes, the strategy office confirms or sends back.
import { type Circumstances, type Rejection, rejections } from '@zielwerk/kernel';

import type { KnownGoal, Orders, Rules } from './goal';

/** As many as an outcome has room for. */
const MOST_EVIDENCE = 50;
const MOST_PROPOSALS = 999;

const refuse = rejections({
  'cut-off-to-come': 'invalid',
  'evidence-missing': 'conflict',
  'too-much-evidence': 'conflict',
  'too-many-proposals': 'conflict',
  'proposal-not-open': 'conflict',
});

type Proposed = Orders['ProposeGoalOutcome'];

const objectionToEvidence = ({ cutOffDate, evidence, indicators }: Proposed): Rejection | null => {
  if (indicators > 0 && evidence.length === 0)
    return refuse('evidence-missing', `No indicator that serves the goal has a value up to ${cutOffDate}.`);
  if (evidence.length > MOST_EVIDENCE)
    return refuse('too-much-evidence', `${evidence.length} indicators serve the goal; ${MOST_EVIDENCE} can be shown.`);
  return null;
};

const objectionToProposal = (order: Proposed, goal: KnownGoal, { occurredOn }: Circumstances): Rejection | null => {
  if (order.cutOffDate > occurredOn)
    return refuse('cut-off-to-come', `The cut-off date ${order.cutOffDate} is still to come on ${occurredOn}.`);
  if (goal.proposals >= MOST_PROPOSALS)
    return refuse('too-many-proposals', `${MOST_PROPOSALS} outcomes were proposed; there can be no more.`);
  return objectionToEvidence(order);
};

const notOpen = (number: number, { proposal }: KnownGoal): Rejection =>
  refuse('proposal-not-open', `Proposal ${number} is not open; ${proposal ? `${proposal.proposal} is` : 'none is'}.`);

export const outcomeRules: Rules<'ProposeGoalOutcome' | 'ConcludeGoal' | 'SendBackProposal'> = {
  ProposeGoalOutcome: (order, goal, circumstances) => {
    const { goalId, outcome, cutOffDate, statement, evidence } = order;
    const proposed = { outcome, cutOffDate, statement, evidence };
    const data = { goalId, proposal: goal.proposals + 1, proposed };
    return objectionToProposal(order, goal, circumstances) ?? [{ type: 'GoalOutcomeProposed', data }];
  },

  ConcludeGoal: ({ goalId, proposal }, goal) =>
    goal.proposal?.proposal === proposal
      ? [{ type: 'GoalConcluded', data: { goalId, proposal, concluded: goal.proposal.proposed } }]
      : notOpen(proposal, goal),

  SendBackProposal: (data, goal) =>
    goal.proposal?.proposal === data.proposal ? [{ type: 'GoalProposalSentBack', data }] : notOpen(data.proposal, goal),
};
