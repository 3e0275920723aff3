// Over HTTP, on the memory store.
import type { GoalEvent } from '@zielwerk/contracts';
import { bodyAgreement, OpenHouse, WAYS } from '@zielwerk/platform/testing';
import { recorded } from '@zielwerk/testing';

import { CabinetModule } from './cabinet.module';

const goalId = '0190a1de-0000-7000-8000-0000000000a1';
const adoption = { goalId, lead: 'mid', decisionNumber: 'KB 2024/07-3', decidedOn: '2024-07-16' };
const record = { command: 'RecordGoalAdoption', data: adoption, by: { roles: ['cabinet-office'] } };
const stream = `stk.adoption-${goalId}`;

const content = {
  ...{ title: 'Akten ohne Papier', description: null, theme: 'e-akte', participants: [], parentGoalId: null },
  ...{ targetDate: null, fileReference: null },
};
const drafted: GoalEvent = { type: 'GoalDrafted', data: { goalId, reference: null, content } };
const knowsGoalOf = (lead: string) => house.knows(recorded(`${lead}.goal-${goalId}`, ['2026-01-12', drafted]));

let house: OpenHouse;
beforeEach(async () => (house = await OpenHouse.with('stk', CabinetModule)));
afterEach(() => house.close());

describe.each(WAYS)('recording an adoption through %s', (way) => {
  it('is a fact under the id of the goal', async () => {
    knowsGoalOf('mid');
    expect(await house.ask(way, record)).toEqual({ stream, revision: 0 });
    expect(await house.ask(way, { ...record, occurredOn: '2024-07-16' })).toEqual({
      status: 409,
      code: 'before-last-fact',
    });
    expect(await house.ask(way, { ...record, data: { ...adoption, decisionNumber: 'KB 2025/01-1' } })).toEqual({
      status: 409,
      code: 'adoption-already-recorded',
    });
    expect(await house.history(stream)).toEqual([['2026-11-23', 'GoalAdoptionRecorded.v1', adoption]]);
  });

  it('waits for the goal, and for the lead, to be known here', async () => {
    const unknown = { status: 409, code: 'not-known-here-yet' };
    expect(await house.ask(way, record)).toEqual(unknown);
    knowsGoalOf('mi');
    expect(await house.ask(way, record)).toEqual(unknown);
    expect(await house.history(stream)).toEqual([]);
  });

  it('is refused for a decision that is still to come', async () => {
    knowsGoalOf('mid');
    expect(await house.ask(way, { ...record, data: { ...adoption, decidedOn: '2026-11-24' } })).toEqual({
      status: 422,
      code: 'decision-in-the-future',
    });
  });
});

it('nobody but the cabinet office may', async () => {
  const commands = ['RecordGoalAdoption', 'EstablishMinistry', 'RenameMinistry', 'TransferRemit', 'DissolveMinistry'];
  expect(await house.whoMay()).toEqual(Object.fromEntries(commands.map((command) => [command, ['cabinet-office']])));
});

it('no other house has a cabinet', async () => {
  const other = await OpenHouse.with('mid', CabinetModule);
  expect(await other.whoMay()).toEqual({});
  await other.close();
});

it('ajv and class-validator agree on the body', () =>
  expect(bodyAgreement(CabinetModule, record)).toBeGreaterThan(100));
