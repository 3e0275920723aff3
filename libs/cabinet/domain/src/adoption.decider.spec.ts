import { type CabinetEvent, cabinetEvents } from '@zielwerk/contracts';
import { deciderProperty, deciderSpec } from '@zielwerk/testing';

import { type AdoptionCommand, adoptionDecider } from './adoption.decider';

const given = deciderSpec(adoptionDecider, cabinetEvents);

const goalId = '0190a1de-0000-7000-8000-0000000000a1';
const adoption = { goalId, lead: 'mid', decisionNumber: 'KB 2024/07-3', decidedOn: '2024-07-16' };
const record = (change: Partial<AdoptionCommand['data']> = {}): AdoptionCommand => ({
  type: 'RecordGoalAdoption',
  data: { ...adoption, standing: 'open', ...change },
});
const recorded: CabinetEvent = { type: 'GoalAdoptionRecorded', data: adoption };

describe('recording that the cabinet adopted a goal', () => {
  it('is a fact with the decision that was taken long ago', () => given().when(record()).then(recorded));

  it('is possible on the very day of the decision', () =>
    given().when(record(), { occurredOn: '2024-07-16' }).then(recorded));

  it('is refused before the decision', () =>
    given().when(record(), { occurredOn: '2024-07-15' }).thenRejected('decision-in-the-future'));

  it('waits until a deferred goal is resumed', () =>
    given()
      .when(record({ standing: 'deferred' }))
      .thenRejected('goal-deferred'));

  it('is refused for a goal that has ended', () =>
    given()
      .when(record({ standing: 'ended' }))
      .thenRejected('goal-ended'));

  it('does nothing when it is said again', () => given(recorded).when(record()).thenNothing());

  it.each([{ decisionNumber: 'KB 2025/01-1' }, { decidedOn: '2024-07-17' }, { lead: 'mi' }])(
    'is refused when it contradicts what is recorded: %j',
    (other) => given(recorded).when(record(other)).thenRejected('adoption-already-recorded'),
  );

  it('happens once per goal, whatever is asked', () =>
    expect(
      deciderProperty(
        adoptionDecider,
        cabinetEvents,
      )((chance) =>
        chance.record({
          command: chance.constantFrom(
            record(),
            record({ lead: 'mi' }),
            record({ decidedOn: '2027-01-01' }),
            record({ standing: 'deferred' }),
            record({ standing: 'ended' }),
          ),
        }),
      ),
    ).toEqual({
      statuses: ['recorded', 'unrecorded'],
      transitions: ['unrecorded → recorded'],
      refusals: ['adoption-already-recorded', 'decision-in-the-future', 'goal-deferred', 'goal-ended'],
    }));
});
