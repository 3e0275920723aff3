// Over HTTP, on the memory store.
import type { AnyEvent } from '@zielwerk/contracts';
import { type Asked, bodyAgreement, OpenHouse, WAYS } from '@zielwerk/platform/testing';
import { recorded } from '@zielwerk/testing';

import { FinanceModule } from './finance.module';

const measureId = '0190a1de-0000-7000-8000-0000000000b1';
const stream = `mf.consent-${measureId}`;
const line = { year: 2027, section: '19', chapter: '05', lineItem: '812 01', source: 'state' } as const;
const about = { measureId, lead: 'mid', line };
const consent = { ...about, consentedCents: 90_000_00 };
const freeze = { ...about, frozenCents: 20_000_00, reason: 'Tax estimate of May' };

const by = { roles: ['finance'] };
const give = { command: 'GiveBudgetConsent', data: consent, by };
const order = { command: 'OrderBudgetFreeze', data: freeze, by };

const proposed: AnyEvent = {
  type: 'MeasureProposed',
  data: { measureId, reference: null, title: 'E-Akte', description: null },
};
const planned = (plannedCents: number): AnyEvent => ({
  type: 'MeasureBudgetPlanned',
  data: { measureId, line, plannedCents, commitmentCents: 0 },
});

let house: OpenHouse;
beforeEach(async () => (house = await OpenHouse.with('mf', FinanceModule)));
afterEach(() => house.close());

const theLeadPlans = (...cents: readonly number[]) => {
  const plans = cents.map((each) => ['2026-02-02', planned(each)] as const);
  house.knows(recorded<AnyEvent>(`mid.measure-${measureId}`, ['2026-02-02', proposed], ...plans));
};

describe.each(WAYS)('through %s', (way) => {
  const ask = (asked: Asked) => house.ask(way, asked);

  it('money of a measure is consented to, frozen and set free, under the id of the measure', async () => {
    theLeadPlans(100_000_00);
    const free = { ...order, data: { ...freeze, frozenCents: 0, reason: 'Tax estimate of November' } };
    expect(await ask({ ...give, occurredOn: '2026-03-02' })).toEqual({ stream, revision: 0 });
    expect(await ask({ ...order, occurredOn: '2026-05-21' })).toEqual({ stream, revision: 1 });
    expect(await ask(order)).toEqual({ stream, revision: 1 });
    expect(await ask(free)).toEqual({ stream, revision: 2 });
    expect(await house.history(stream)).toEqual([
      ['2026-03-02', 'BudgetConsentGiven.v1', consent],
      ['2026-05-21', 'BudgetFreezeOrdered.v1', freeze],
      ['2026-11-23', 'BudgetFreezeOrdered.v1', free.data],
    ]);
  });

  it.each([give, order])('$command waits for the plan of that lead for that line', async (asked) => {
    const unknown = { status: 409, code: 'not-known-here-yet' };
    expect(await ask(asked)).toEqual(unknown);
    theLeadPlans();
    expect(await ask(asked)).toEqual(unknown);
    theLeadPlans(100_000_00);
    expect(await ask({ ...asked, data: { ...asked.data, lead: 'mi' } })).toEqual(unknown);
    expect(await ask({ ...asked, data: { ...asked.data, line: { ...line, year: 2028 } } })).toEqual(unknown);
    expect(await house.history(stream)).toEqual([]);
    expect(await ask(asked)).toEqual({ stream, revision: 0 });
  });

  it('goes no further than the plan that was published last', async () => {
    theLeadPlans(100_000_00, 10_000_00);
    expect(await ask(give)).toEqual({ status: 409, code: 'consent-above-plan' });
    expect(await ask(order)).toEqual({ status: 409, code: 'freeze-above-budget' });
  });
});

it('nobody but the finance ministry may', async () =>
  expect(await house.whoMay()).toEqual({ GiveBudgetConsent: ['finance'], OrderBudgetFreeze: ['finance'] }));

it('no other house consents to money', async () => {
  const other = await OpenHouse.with('mid', FinanceModule);
  expect(await other.whoMay()).toEqual({});
  await other.close();
});

it.each([give, order])('ajv and class-validator agree on the body of $command', (asked) =>
  expect(bodyAgreement(FinanceModule, asked)).toBeGreaterThan(100),
);
