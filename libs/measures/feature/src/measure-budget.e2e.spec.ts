// A measure's money: planned here, consented to and frozen by the finance ministry, spent here. Over HTTP, on the memory store.
import type { FinanceEvent } from '@zielwerk/contracts';
import { type Asked, bodyAgreement, OpenHouse, WAYS } from '@zielwerk/platform/testing';
import { recorded } from '@zielwerk/testing';

import { MeasuresModule } from './measures.module';
import { live, since, stream } from './testing/living';
import {
  appraise,
  begin,
  id,
  line,
  planIt,
  planMoney,
  projectLead,
  propose,
  release,
  spend,
} from './testing/measure-commands';

const consent = { measureId: id, lead: 'mid', line, consentedCents: 70_000_00 };
const freeze = { measureId: id, lead: 'mid', line, frozenCents: 10_000_00, reason: 'Tax estimate of May' };

const planMore = { ...planMoney, data: { ...planMoney.data, plannedCents: 200_000_00 } };

let house: OpenHouse;
beforeEach(async () => (house = await OpenHouse.with('mid', MeasuresModule)));
afterEach(() => house.close());

const financeSays = (...said: readonly (readonly [occurredOn: string, event: FinanceEvent])[]) =>
  house.receive(recorded(`mf.consent-${id}`, ...said));

describe.each(WAYS)('through %s', (way) => {
  const ask = (asked: Asked) => house.ask(way, asked);

  it('money is planned, consented to, frozen in part and spent', async () => {
    await live(
      ...[house, way],
      ['2025-10-01', propose],
      ['2025-11-03', planIt],
      ['2025-11-04', planMoney],
      ['2025-12-01', release],
      ['2026-01-05', begin],
    );
    const receipts = await financeSays(
      ['2026-02-02', { type: 'BudgetConsentGiven', data: consent }],
      ['2026-05-21', { type: 'BudgetFreezeOrdered', data: freeze }],
    );
    expect(receipts).toEqual([
      { stream, revision: 5 },
      { stream, revision: 6 },
    ]);
    await live(house, way, ['2026-07-01', spend]);
    expect((await since(house, 2)).filter(([, type]) => !/Released|Begun/u.test(String(type)))).toEqual([
      ['2025-11-04', 'MeasureBudgetPlanned.v1', planMoney.data],
      ['2026-02-02', 'MeasureBudgetConsented.v1', { line, consentedCents: 70_000_00 }],
      ['2026-05-21', 'MeasureBudgetFrozen.v1', { line, frozenCents: 10_000_00, reason: 'Tax estimate of May' }],
      ['2026-07-01', 'MeasureSpendingReported.v1', spend.data],
    ]);
  });

  it('what is promised for later years is nothing unless it is said', async () => {
    await live(house, way, ['2025-10-01', propose], ['2025-11-03', planIt]);
    await live(house, way, ['2025-11-04', { ...planMoney, data: { line, plannedCents: 1 } }]);
    expect(await since(house, 2)).toEqual([
      ['2025-11-04', 'MeasureBudgetPlanned.v1', { line, plannedCents: 1, commitmentCents: 0 }],
    ]);
  });

  it('above the limit of the jurisdiction a release needs an appraisal', async () => {
    await live(house, way, ['2025-10-01', propose], ['2025-11-03', planIt], ['2025-11-04', planMore]);
    expect(await ask(release)).toEqual({ status: 409, code: 'appraisal-missing' });
    await live(house, way, ['2025-11-20', appraise], ['2025-12-01', release]);
    expect((await since(house, 3)).slice(0, 1)).toEqual([['2025-11-20', 'MeasureAppraised.v1', appraise.data]]);
  });

  it('an appraisal may stand without a file reference', async () => {
    const { result } = appraise.data;
    await live(house, way, ['2025-10-01', propose], ['2025-11-03', planIt]);
    await live(house, way, ['2025-11-20', { ...appraise, data: { result } }]);
    expect(await since(house, 2)).toEqual([['2025-11-20', 'MeasureAppraised.v1', { result, fileReference: null }]]);
  });

  it('a refusal has the status of its kind', async () => {
    for (const asked of [planMoney, spend, appraise])
      expect(await ask(asked)).toEqual({ status: 404, code: 'measure-unknown' });
    await live(house, way, ['2025-10-01', propose], ['2025-11-03', planIt], ['2025-12-01', release]);
    await live(house, way, ['2026-01-05', begin]);
    expect(await ask(spend)).toEqual({ status: 404, code: 'budget-line-unknown' });
    await live(house, way, ['2026-02-02', planMoney]);
    expect(await ask(spend)).toEqual({ status: 409, code: 'not-consented' });
    expect(await ask({ ...spend, by: { ...projectLead, function: 'Referatsleitung 14' } })).toEqual({
      status: 403,
      code: 'not-project-lead',
    });
    expect(await ask({ ...planMoney, data: { ...planMoney.data, plannedCents: -1 } })).toEqual({
      status: 400,
      code: 'invalid-request',
    });
    expect(await ask({ ...planMoney, data: { ...planMoney.data, line: { ...line, source: 'bitcoin' } } })).toEqual({
      status: 400,
      code: 'invalid-request',
    });
  });
});

describe('the finance ministry’s word', () => {
  const given: FinanceEvent = { type: 'BudgetConsentGiven', data: consent };
  const plans = () => live(house, WAYS[0], ['2025-10-01', propose], ['2025-11-03', planIt], ['2025-11-04', planMoney]);

  it('is taken over once, however often it is heard', async () => {
    await plans();
    const receipt = { stream, revision: 3 };
    expect([await financeSays(['2026-02-02', given]), await financeSays(['2026-02-02', given])]).toEqual([
      [receipt],
      [receipt],
    ]);
    expect(await since(house, 4)).toEqual([]);
  });

  it('is taken over as of the last fact where that is younger', async () => {
    await plans();
    await financeSays(['2025-10-15', given]);
    expect(await since(house, 3)).toEqual([
      ['2025-11-04', 'MeasureBudgetConsented.v1', { line, consentedCents: 70_000_00 }],
    ]);
  });

  it('about another house is left to that one', async () => {
    await plans();
    const receipts = await financeSays(
      ['2026-02-02', { type: 'BudgetConsentGiven', data: { ...consent, lead: 'mi' } }],
      ['2026-05-21', { type: 'BudgetFreezeOrdered', data: { ...freeze, lead: 'mi' } }],
    );
    expect([receipts, await since(house, 3)]).toEqual([[null, null], []]);
  });

  it('about a measure nobody proposed is refused', () =>
    expect(financeSays(['2026-02-02', given])).rejects.toMatchObject({ message: 'measure-unknown' }));
});

it.each([planMoney, spend, appraise])('ajv and class-validator agree on the body of $command', (asked) =>
  expect(bodyAgreement(MeasuresModule, asked)).toBeGreaterThan(100),
);
