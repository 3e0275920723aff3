import { type GoalContent, type GoalEvent, goalEvents, type Health } from '@zielwerk/contracts';
import { deciderProperty, deciderSpec } from '@zielwerk/testing';

import { type GoalCommand, goalDecider } from './goal.decider';

const given = deciderSpec(goalDecider, goalEvents);

const goalId = '0190a1de-0000-7000-8000-0000000000a1';
const parentGoalId = '0190a1de-0000-7000-8000-0000000000a2';
const reference = 'Z-MID-1';
const content: GoalContent = {
  title: 'Every authority works with electronic files',
  description: null,
  theme: 'e-akte',
  participants: ['mi', 'mf'],
  parentGoalId: null,
  targetDate: '2028-12-31',
  fileReference: '12.3-02100',
};
const better: GoalContent = { ...content, title: 'No authority works with paper files', parentGoalId };
const decision = { decisionNumber: 'KB 2024/07-3', decidedOn: '2024-07-16' };
const otherDecision = { ...decision, decisionNumber: 'KB 2025/01-1' };

const draft = (change: Partial<GoalContent> = {}): GoalCommand => ({
  type: 'DraftGoal',
  data: { goalId, reference, content: { ...content, ...change } },
});
const revise = (to: GoalContent): GoalCommand => ({ type: 'ReviseGoal', data: { goalId, content: to } });
const adopt = (by = decision): GoalCommand => ({ type: 'AdoptGoal', data: { goalId, ...by } });
const begin = (releasedMeasures: number): GoalCommand => ({ type: 'BeginGoal', data: { goalId, releasedMeasures } });
const declare = (health: Health, reason: string): GoalCommand => ({
  type: 'DeclareGoalHealth',
  data: { goalId, health, reason },
});

const drafted: GoalEvent = { type: 'GoalDrafted', data: { goalId, reference, content } };
const revised: GoalEvent = { type: 'GoalRevised', data: { goalId, content: better } };
const adopted: GoalEvent = { type: 'GoalAdopted', data: { goalId, ...decision, reference, content } };
const begun: GoalEvent = { type: 'GoalBegun', data: { goalId } };
const declared = (health: Health, reason: string): GoalEvent => ({
  type: 'GoalHealthDeclared',
  data: { goalId, health, reason },
});

describe('drafting a goal', () => {
  it('records what it says', () => given().when(draft()).then(drafted));

  it('is refused a second time', () => given(drafted).when(draft()).thenRejected('goal-exists'));

  it('is refused with the lead among the participants', () =>
    given()
      .when(draft({ participants: ['mi', 'mid'] }))
      .thenRejected('lead-among-participants'));

  it('is refused for a goal below itself', () =>
    given()
      .when(draft({ parentGoalId: goalId }))
      .thenRejected('goal-below-itself'));
});

describe('revising a goal', () => {
  it('says all of it anew', () => given(drafted).when(revise(better)).then(revised));

  it('does nothing when it says the same', () =>
    given(drafted, revised)
      .when(revise({ ...better }))
      .thenNothing());

  it('can go back to what was said before', () =>
    given(drafted, revised).when(revise(content)).then({ type: 'GoalRevised', data: { goalId, content } }));

  it('is refused once the goal is adopted', () =>
    given(drafted, adopted).when(revise(better)).thenRejected('goal-already-adopted'));

  it('is refused with the lead among the participants', () =>
    given(drafted)
      .when(revise({ ...better, participants: ['mid'] }))
      .thenRejected('lead-among-participants'));
});

describe('adopting a goal', () => {
  it('fixes what it says', () => given(drafted).when(adopt()).then(adopted));

  it('fixes the last revision', () =>
    given(drafted, revised)
      .when(adopt())
      .then({ type: 'GoalAdopted', data: { goalId, ...decision, reference, content: better } }));

  it('does nothing by the same decision, even later', () => {
    given(drafted, adopted).when(adopt()).thenNothing();
    given(drafted, adopted, begun).when(adopt()).thenNothing();
  });

  it('is refused by another decision', () =>
    given(drafted, adopted).when(adopt(otherDecision)).thenRejected('goal-already-adopted'));
});

describe('beginning a goal', () => {
  it('takes a released measure', () => given(drafted, adopted).when(begin(1)).then(begun));

  it('is refused without one', () => given(drafted, adopted).when(begin(0)).thenRejected('no-released-measure'));

  it('is refused before the goal is adopted', () => given(drafted).when(begin(1)).thenRejected('goal-not-adopted'));

  it('does nothing the second time', () => given(drafted, adopted, begun).when(begin(0)).thenNothing());
});

describe('declaring the health of a goal', () => {
  it.each([
    ['in draft', [drafted]],
    ['adopted', [drafted, adopted]],
    ['underway', [drafted, adopted, begun]],
  ])('is possible for one %s', (_, history) =>
    given(...history)
      .when(declare('amber', 'Late tender'))
      .then(declared('amber', 'Late tender')),
  );

  it('does nothing when health and reason stay', () =>
    given(drafted, declared('red', 'No money')).when(declare('red', 'No money')).thenNothing());

  it('records another reason for the same health', () =>
    given(drafted, declared('red', 'No money')).when(declare('red', 'No staff')).then(declared('red', 'No staff')));
});

it.each([revise(content), adopt(), begin(1), declare('green', 'On time')])(
  'a goal nobody drafted is unknown to $type',
  (command) => given().when(command).thenRejected('goal-unknown'),
);

it('a goal lives between draft, adopted and underway, whatever is asked', () => {
  const explored = deciderProperty(
    goalDecider,
    goalEvents,
  )((chance) => {
    const said = chance.record({
      title: chance.constantFrom('Paperless', 'Without paper'),
      participants: chance.subarray(['mi', 'mf', 'mid']),
      parentGoalId: chance.constantFrom(null, parentGoalId, goalId),
    });
    const command = chance.oneof(
      said.map(draft),
      said.map((change) => revise({ ...content, ...change })),
      chance.constantFrom(decision, otherDecision).map(adopt),
      chance.nat({ max: 2 }).map(begin),
      chance.constantFrom<Health>('green', 'amber', 'red').map((health) => declare(health, 'Because')),
    );
    return chance.record({ command });
  });
  expect(explored).toEqual({
    statuses: ['adopted', 'draft', 'underway', 'unknown'],
    refusals: [
      'goal-already-adopted',
      'goal-below-itself',
      'goal-exists',
      'goal-not-adopted',
      'goal-unknown',
      'lead-among-participants',
      'no-released-measure',
    ],
  });
});
