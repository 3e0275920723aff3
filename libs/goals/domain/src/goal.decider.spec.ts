import { type Health, goalEvents, type Outcome } from '@zielwerk/contracts';
import { deciderProperty } from '@zielwerk/testing';

import { goalDecider } from './goal.decider';
import {
  abandon,
  adopt,
  begin,
  conclude,
  content,
  correct,
  decision,
  declare,
  defer,
  draft,
  ENDED,
  given,
  goalId,
  justify,
  LATER,
  otherDecision,
  otherGoalId,
  outcome,
  parentGoalId,
  propose,
  resume,
  revise,
  sendBack,
  supersede,
  withdraw,
} from './testing/goal-examples';

it.each(LATER)('a goal nobody drafted is unknown to $type', (command) =>
  given().when(command).thenRejected('goal-unknown'),
);

describe.each(ENDED)('a goal that is %s has come to its end', (_, history) => {
  it.each(LATER)('for $type', (command) =>
    given(...history)
      .when(command)
      .thenRejected('goal-ended'),
  );
});

it('a goal lives from draft over adopted and underway to reached, partlyReached, missed, abandoned or superseded; aside deferred and withdrawn', () => {
  const explored = deciderProperty(
    goalDecider,
    goalEvents,
  )((chance) => {
    const place = chance.constantFrom([], [otherGoalId], [otherGoalId, goalId]);
    const said = chance.record({
      title: chance.constantFrom('Paperless', 'Without paper'),
      participants: chance.subarray(['mi', 'mf', 'mid']),
      parentGoalId: chance.constantFrom(null, parentGoalId, goalId),
    });
    const drafting = chance.tuple(said, place).map((all) => draft(...all));
    const revising = chance.tuple(said, place).map(([change, above]) => revise({ ...content, ...change }, above));
    const correcting = chance
      .tuple(chance.constantFrom(0, 1, 2, 3, 4, 5, 6), chance.constantFrom('Paperless', 'Without paper'))
      .map((all) => correct(...all));
    const numbers = chance.constantFrom(1, 2, 3);
    const proposing = chance
      .record({
        became: chance.constantFrom<Outcome>('reached', 'partlyReached', 'missed'),
        cutOffDate: chance.constantFrom('2026-09-30', '2027-01-01'),
        few: chance.boolean(),
      })
      .map(({ became, cutOffDate, few }) => propose(outcome(became, { cutOffDate, ...(few && { evidence: [] }) })));
    const usual = chance.constantFrom(draft(), adopt(), begin(1), resume, propose(outcome('missed')), conclude(1));
    const aside = chance.oneof(
      chance.constantFrom(null, '2026-01-01').map((until) => defer('Elections', until)),
      chance.constantFrom(withdraw, abandon, supersede(), supersede(goalId)),
      chance.constantFrom(decision, otherDecision).map(adopt),
      chance.nat({ max: 1 }).map(begin),
    );
    const telling = chance.oneof(
      chance.boolean().map((qualitative) => justify({ qualitative })),
      chance.constantFrom<Health>('green', 'amber', 'red').map((health) => declare(health)),
    );
    const deciding = chance.oneof(numbers.map(conclude), numbers.map(sendBack));
    return chance.record({
      command: chance.oneof(usual, usual, usual, drafting, revising, correcting, proposing, aside, telling, deciding),
    });
  });
  expect(explored).toEqual({
    statuses: [
      ...['abandoned', 'adopted', 'deferred', 'draft', 'missed', 'partlyReached', 'reached', 'superseded'],
      ...['underway', 'unknown', 'withdrawn'],
    ],
    transitions: [
      'adopted → underway',
      'deferred → adopted',
      'deferred → draft',
      'deferred → underway',
      'deferred → withdrawn',
      'draft → adopted',
      'draft → deferred',
      'draft → withdrawn',
      'underway → abandoned',
      'underway → deferred',
      'underway → missed',
      'underway → partlyReached',
      'underway → reached',
      'underway → superseded',
      'unknown → draft',
    ],
    refusals: [
      ...['cut-off-to-come', 'deferral-over', 'evidence-missing', 'goal-already-adopted', 'goal-below-itself'],
      ...['goal-deferred', 'goal-ended', 'goal-exists', 'goal-not-adopted', 'goal-not-deferred', 'goal-not-underway'],
      ...['goal-unknown', 'lead-among-participants', 'needs-coordination', 'no-released-measure'],
      ...['nothing-to-correct', 'proposal-not-open', 'superseded-by-itself'],
    ],
  });
});
