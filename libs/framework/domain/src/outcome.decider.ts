// Pure: no framework, no clock, no I/O. The open proposal arrives from outside.
import type { OutcomeConfirmed, OutcomeEvent, OutcomeSentBack } from '@zielwerk/contracts';
import { type Decider, type Message, rejections, sameData } from '@zielwerk/kernel';

/** `open`: the number of the proposal that the lead has made last, as far as is known here. */
type About<Answer> = Answer & Readonly<{ open: number }>;
export type OutcomeCommand =
  Message<'ConfirmGoalOutcome', About<OutcomeConfirmed>> | Message<'SendBackGoalOutcome', About<OutcomeSentBack>>;

/** `status`: the last answer. */
export type OutcomeAnswers = Readonly<{
  status: 'unanswered' | 'confirmed' | 'sentBack';
  answers: readonly OutcomeEvent[];
}>;

const refuse = rejections({ 'proposal-answered': 'conflict', 'proposal-overtaken': 'conflict' });

const answerIn = ({ type, data }: OutcomeCommand): OutcomeEvent => {
  const { goalId, lead, proposal } = data;
  return type === 'ConfirmGoalOutcome'
    ? { type: 'OutcomeConfirmed', data: { goalId, lead, proposal } }
    : { type: 'OutcomeSentBack', data: { goalId, lead, proposal, reason: data.reason } };
};

/** What the strategy office says about the outcomes that a goal's lead proposes: one answer to each proposal. */
export const outcomeDecider: Decider<OutcomeCommand, OutcomeEvent, OutcomeAnswers> = {
  initialState: { status: 'unanswered', answers: [] },

  decide(command, { answers }) {
    const { lead, proposal, open } = command.data;
    const answer = answerIn(command);
    const given = answers.find(({ data }) => data.lead === lead && data.proposal === proposal);
    if (given)
      return sameData(given, answer)
        ? []
        : refuse('proposal-answered', `Proposal ${proposal} has its answer; another one needs another proposal.`);
    if (proposal !== open)
      return refuse('proposal-overtaken', `Proposal ${open} is the one to answer, not ${proposal}.`);
    return [answer];
  },

  evolve: ({ answers }, event) => ({
    status: event.type === 'OutcomeConfirmed' ? 'confirmed' : 'sentBack',
    answers: [...answers, event],
  }),
};
