import { type OutcomeEvent, outcomeEvents } from '@zielwerk/contracts';
import { deciderProperty, deciderSpec } from '@zielwerk/testing';

import { type OutcomeCommand, outcomeDecider } from './outcome.decider';

const given = deciderSpec(outcomeDecider, outcomeEvents);

const goalId = '0190a1de-0000-7000-8000-0000000000a1';
const about = (proposal: number, lead = 'mwu') => ({ goalId, lead, proposal });
const confirm = (proposal: number, open = proposal, lead = 'mwu'): OutcomeCommand => ({
  type: 'ConfirmGoalOutcome',
  data: { ...about(proposal, lead), open },
});
const sendBack = (proposal: number, reason = 'Der Messwert fehlt.', open = proposal): OutcomeCommand => ({
  type: 'SendBackGoalOutcome',
  data: { ...about(proposal), reason, open },
});
const confirmed = (proposal: number, lead = 'mwu'): OutcomeEvent => ({
  type: 'OutcomeConfirmed',
  data: about(proposal, lead),
});
const sentBack = (proposal: number): OutcomeEvent => ({
  type: 'OutcomeSentBack',
  data: { ...about(proposal), reason: 'Der Messwert fehlt.' },
});

describe('the lead proposes an outcome, and the strategy office', () => {
  it('confirms it', () => given().when(confirm(1)).then(confirmed(1)));

  it('or sends it back with a reason', () => given().when(sendBack(1)).then(sentBack(1)));

  it('answers each proposal once', () => {
    given(confirmed(1)).when(sendBack(1)).thenRejected('proposal-answered');
    given(sentBack(1)).when(confirm(1)).thenRejected('proposal-answered');
    given(sentBack(1)).when(sendBack(1, 'Der Stichtag fehlt.')).thenRejected('proposal-answered');
  });

  it('does nothing when it says the same again', () => {
    given(confirmed(1)).when(confirm(1)).thenNothing();
    given(sentBack(1), confirmed(2)).when(sendBack(1)).thenNothing();
  });

  it('answers the next proposal anew', () => given(sentBack(1)).when(confirm(2)).then(confirmed(2)));

  it('does not answer a proposal in whose place a later one has come', () => {
    given().when(confirm(1, 2)).thenRejected('proposal-overtaken');
    given()
      .when(sendBack(1, 'Zu früh.', 2))
      .thenRejected('proposal-overtaken');
  });

  it('tells apart the leads of two goals with one id', () =>
    given(confirmed(1))
      .when(confirm(1, 1, 'mi'))
      .then(confirmed(1, 'mi')));
});

it('no answer is taken back, whatever is asked', () =>
  expect(
    deciderProperty(
      outcomeDecider,
      outcomeEvents,
    )((chance) =>
      chance.record({
        command: chance.constantFrom(
          ...[confirm(1), confirm(2), confirm(3), confirm(1, 2), confirm(1, 1, 'mi')],
          ...[sendBack(1), sendBack(2), sendBack(3)],
        ),
      }),
    ),
  ).toEqual({
    statuses: ['confirmed', 'sentBack', 'unanswered'],
    transitions: [
      ...['confirmed → sentBack', 'sentBack → confirmed', 'unanswered → confirmed', 'unanswered → sentBack'],
    ],
    refusals: ['proposal-answered', 'proposal-overtaken'],
  }));
