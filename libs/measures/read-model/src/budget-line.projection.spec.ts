import type { BudgetLine, MeasureEvent } from '@zielwerk/contracts';
import { dataKey } from '@zielwerk/kernel';
import { projectionSpec, recorded } from '@zielwerk/testing';

import { budgetLineProjection, type BudgetLineRow } from './budget-line.projection';
import { at, line, measureId, name, newName, takenOver } from './testing/measure-life';

type Money = Parameters<typeof budgetLineProjection.keyOf>[0];
const given = projectionSpec(budgetLineProjection);
const money = (...history: [string, MeasureEvent][]) => recorded(name, ...history) as Money[];

const planned = (plannedCents: number, on: BudgetLine = line): MeasureEvent => ({
  type: 'MeasureBudgetPlanned',
  data: { measureId, line: on, plannedCents, commitmentCents: 100_00 },
});
const consented: MeasureEvent = {
  type: 'MeasureBudgetConsented',
  data: { measureId, line, consentedCents: 400_00 },
};
const frozen: MeasureEvent = {
  type: 'MeasureBudgetFrozen',
  data: { measureId, line, frozenCents: 50_00, reason: 'Less revenue' },
};
const spent: MeasureEvent = { type: 'MeasureSpendingReported', data: { measureId, line, spentCents: 90_00 } };

const keyOf = (of: BudgetLine) => `${name}/${dataKey(of)}`;
const key = keyOf(line);
const row: BudgetLineRow = {
  ...{ ...at(0, '2026-01-01'), stream: name, line: key, measure_id: measureId },
  ...{ year: 2026, section: '19', chapter: '05', line_item: '812 01', source: 'state' },
  ...{ planned_cents: 500_00, commitment_cents: 100_00, consented_cents: null, frozen_cents: 0 },
  ...{ spent_cents: 0, spent_on: null, spent_revision: null },
};

describe('budget_line', () => {
  it('keeps a row per measure, year, budget line and funding source', () => {
    const federal = { ...line, source: 'federal' } as const;
    const next = { ...line, year: 2027 };
    given(
      money(['2026-01-01', planned(500_00)], ['2026-01-02', planned(1, federal)], ['2026-01-03', planned(2, next)]),
    ).then({
      [key]: row,
      [keyOf(federal)]: {
        ...{ ...row, ...at(1, '2026-01-02'), planned_cents: 1, source: 'federal' },
        line: keyOf(federal),
      },
      [keyOf(next)]: {
        ...{ ...row, ...at(2, '2026-01-03'), planned_cents: 2, year: 2027 },
        line: keyOf(next),
      },
    });
  });

  it('tells lines apart whatever stands in their parts', () => {
    const one = { ...line, section: '1/2', chapter: '3' };
    const other = { ...line, section: '1', chapter: '2/3' };
    given(money(['2026-01-01', planned(1, one)], ['2026-01-02', planned(2, other)])).then({
      [keyOf(one)]: {
        ...{ ...row, section: '1/2', chapter: '3', planned_cents: 1, line: keyOf(one) },
      },
      [keyOf(other)]: {
        ...{ ...row, ...at(1, '2026-01-02'), section: '1', chapter: '2/3', planned_cents: 2 },
        line: keyOf(other),
      },
    });
  });

  it('shows what was consented, frozen and spent; spending, which the public may not read, is traced apart', () =>
    given(
      money(['2026-01-01', planned(500_00)], ['2026-02-01', consented], ['2026-03-01', frozen], ['2026-04-01', spent]),
    ).then({
      [key]: {
        ...{ ...row, ...at(2, '2026-03-01'), consented_cents: 400_00, frozen_cents: 50_00 },
        ...{ spent_cents: 90_00, spent_on: '2026-04-01', spent_revision: 3 },
      },
    }));

  it('keeps consent and spending when it is planned anew', () =>
    given(money(['2026-01-01', planned(500_00)], ['2026-02-01', consented], ['2026-03-01', planned(600_00)])).then({
      [key]: { ...row, ...at(2, '2026-03-01'), planned_cents: 600_00, consented_cents: 400_00 },
    }));

  it('goes on with the measure in its new house', () =>
    given(recorded(newName, ['2026-05-01', takenOver()])).then({
      [key.replace(name, newName)]: {
        ...{ ...row, ...at(0, '2026-05-01'), stream: newName, line: key.replace(name, newName) },
        ...{ consented_cents: 400_00, spent_cents: 90_00 },
      },
    }));
});
