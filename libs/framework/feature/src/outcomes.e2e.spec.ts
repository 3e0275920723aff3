// Over HTTP, on the memory store.
import type { GoalEvent } from '@zielwerk/contracts';
import { bodyAgreement, OpenHouse, WAYS } from '@zielwerk/platform/testing';
import { recorded } from '@zielwerk/testing';

import { FrameworkModule } from './framework.module';

const by = { roles: ['strategy-office'] };
const goalId = '0190a1de-0000-7000-8000-0000000000a1';
const stream = `mid.outcome-${goalId}`;
const goal = { goalId, lead: 'mi' };
const confirm = { command: 'ConfirmGoalOutcome', data: goal, by };
const sendBack = { command: 'SendBackGoalOutcome', data: { ...goal, reason: 'Der Messwert fehlt.' }, by };
const unknown = { status: 409, code: 'not-known-here-yet' };

const proposed = (proposal: number): GoalEvent => ({
  type: 'GoalOutcomeProposed',
  data: {
    ...{ goalId, proposal },
    proposed: { outcome: 'reached', cutOffDate: '2026-06-30', statement: 'Alle Akten.', evidence: [] },
  },
});
/** The goal's lead has published so many proposals. */
const knowsProposals = (count: number) =>
  house.knows(
    recorded(`mi.goal-${goalId}`, ...Array.from({ length: count }, (_, n) => ['2026-07-01', proposed(n + 1)] as const)),
  );

let house: OpenHouse;
beforeEach(async () => (house = await OpenHouse.with('mid', FrameworkModule)));
afterEach(() => house.close());

describe.each(WAYS)('what the lead proposes, the strategy office answers through %s', (way) => {
  it('by confirming it, once', async () => {
    knowsProposals(1);
    expect(await house.ask(way, confirm)).toEqual({ stream, revision: 0 });
    expect(await house.ask(way, confirm)).toEqual({ stream, revision: 0 });
    expect(await house.ask(way, sendBack)).toEqual({ status: 409, code: 'proposal-answered' });
    expect(await house.history(stream)).toEqual([['2026-11-23', 'OutcomeConfirmed.v1', { ...goal, proposal: 1 }]]);
  });

  it('by sending it back, and then the next one', async () => {
    knowsProposals(1);
    expect(await house.ask(way, sendBack)).toEqual({ stream, revision: 0 });
    knowsProposals(2);
    expect(await house.ask(way, confirm)).toEqual({ stream, revision: 1 });
    expect(await house.history(stream)).toEqual([
      ['2026-11-23', 'OutcomeSentBack.v1', { ...goal, proposal: 1, reason: 'Der Messwert fehlt.' }],
      ['2026-11-23', 'OutcomeConfirmed.v1', { ...goal, proposal: 2 }],
    ]);
  });

  it('and not unseen, when it says which one it has read', async () => {
    knowsProposals(2);
    expect(await house.ask(way, { ...confirm, data: { ...goal, proposal: 1 } })).toEqual({
      ...{ status: 409, code: 'proposal-overtaken' },
    });
    expect(await house.ask(way, { ...confirm, data: { ...goal, proposal: 2 } })).toEqual({ stream, revision: 0 });
  });

  it('as soon as the proposal of that lead is known here', async () => {
    expect([await house.ask(way, confirm), await house.ask(way, sendBack)]).toEqual([unknown, unknown]);
    knowsProposals(1);
    expect(await house.ask(way, { ...confirm, data: { ...goal, lead: 'mf' } })).toEqual(unknown);
    expect(await house.history(stream)).toEqual([]);
  });
});

it.each([confirm, sendBack])('ajv and class-validator agree on the body of $command', (asked) =>
  expect(bodyAgreement(FrameworkModule, asked)).toBeGreaterThan(100),
);
