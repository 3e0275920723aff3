import type { AnyEvent } from '@zielwerk/contracts';
import { dataKey } from '@zielwerk/kernel';

import { given, GOAL, MEASURE, sample, step, told } from './testing/rows';

const stream = `mid.measure-${MEASURE}`;
const moved = `mf.measure-${MEASURE}`;
const key = `measures/${stream}`;
const proposed = ['2026-01-10', sample('MeasureProposed.v1')] as const;
const planned = ['2026-01-12', sample('MeasurePlanned.v1')] as const;
const contributing = (goalId: string, weight: number) =>
  sample('MeasureContributionAdded.v1', { measureId: MEASURE, goalId, weight });

const { title, description } = proposed[1].data as Readonly<{ title: string; description: string | null }>;
const proposal = {
  ...{ reference: 'M-MID-1', ministry: 'mid', title, description, contributesTo: [] },
  ...{ startsOn: null, endsOn: null, purpose: null, result: null, projectLead: null, unit: null, budgetLine: null },
  ...{ needsNoMoney: false, on: '2026-01-10', plannedOn: null },
};
const plan = {
  ...{ startsOn: '2026-01-01', endsOn: '2027-06-30', purpose: 'Akten ohne Papier', needsNoMoney: false },
  ...{ result: 'Alle Akten werden elektronisch geführt', projectLead: 'Referatsleitung 12', unit: 'Referat 12' },
  ...{ budgetLine: '19 05 812 01' },
};
const milestones = [
  { milestone: 'tender', title: 'Vergabe', baselineDate: '2026-04-30' },
  { milestone: 'roll-out', title: 'Einführung', baselineDate: '2027-06-30' },
];
const plannedCells = { ...proposal, ...plan, plannedOn: '2026-01-12' };
const proposedRow = { by: 'MeasureProposed', thing: MEASURE, cells: proposal };
const plannedRow = {
  ...{ at: 1, on: '2026-01-12', by: 'MeasurePlanned', thing: MEASURE, cells: plannedCells, parts: milestones },
};

describe('a measure', () => {
  it('is a row without a plan until it is planned, and then has its milestones with it', () => {
    given(told(stream, proposed)).then({ [key]: proposedRow });
    given(told(stream, proposed, planned)).then({ [key]: plannedRow });
  });

  it('that is planned again says the new plan, planned when it was first', () => {
    const plan2 = {
      ...{ startsOn: null, endsOn: null, charter: null, projectLead: null, budgetLine: null },
      ...{ needsNoMoney: true, milestones: milestones.slice(1) },
    };
    const again = sample('MeasurePlanned.v1', { plan: plan2 });
    given(told(stream, proposed, planned, ['2026-02-01', again])).then({
      [key]: {
        ...{ ...plannedRow, at: 2, on: '2026-02-01', parts: milestones.slice(1) },
        cells: { ...proposal, needsNoMoney: true, plannedOn: '2026-01-12' },
      },
    });
  });

  it('contributes to goals until it does no longer, in the order in which they were named', () => {
    const withdrawn = sample('MeasureContributionWithdrawn.v1', { measureId: MEASURE, goalId: GOAL });
    const history = [proposed, ['2026-01-11', contributing(GOAL, 60)], ['2026-01-12', contributing('z', 40)]] as const;
    const row = (cells: readonly object[], at: number, by: string, on: string) => ({
      ...{ at, by, on, thing: MEASURE },
      cells: { ...proposal, contributesTo: cells as readonly { goal: string; weight: number }[] },
    });
    const both = [
      { goal: GOAL, weight: 60 },
      { goal: 'z', weight: 40 },
    ];
    given(told(stream, ...history)).then({ [key]: row(both, 2, 'MeasureContributionAdded', '2026-01-12') });
    given(told(stream, ...history, ['2026-01-13', withdrawn])).then({
      [key]: row(both.slice(1), 3, 'MeasureContributionWithdrawn', '2026-01-13'),
    });
  });
});

describe('progress', () => {
  const reported = ['2026-09-30', sample('MeasureProgressReported.v1')] as const;
  const said = {
    ...{ measure: MEASURE, period: '2026-Q3', percent: 40, text: 'Die Hälfte der Häuser ist umgestellt.' },
    ...{ explanation: 'Ein Haus musste zurückgestellt werden.', reason: null, on: '2026-09-30' },
  };
  const corrected = sample('MeasureProgressCorrected.v1', { period: '2026-Q3', text: null, reason: 'Typo.' });
  const row = { at: 1, by: 'MeasureProgressReported', thing: MEASURE, cells: said };
  const progressKey = `progress/${stream}/2026-Q3`;
  const correctedRow = { ...row, at: 2, on: '2026-10-02', by: 'MeasureProgressCorrected' };

  it('is a row for each period', () =>
    given(told(stream, proposed, reported)).then({ [key]: proposedRow, [progressKey]: row }));

  it.each([
    ['keeps its explanation', said.explanation, said.explanation],
    ['has its reason as explanation where there was none', null, 'Typo.'],
  ])('that was corrected says so, and %s', (_, explanation, told2) =>
    given(
      told(
        stream,
        proposed,
        ['2026-09-30', sample('MeasureProgressReported.v1', { explanation })],
        ['2026-10-02', corrected],
      ),
    ).then({
      [key]: proposedRow,
      [progressKey]: { ...correctedRow, cells: { ...said, percent: 35, text: null, explanation: told2 } },
    }),
  );

  it('that is corrected by the house that took the measure over is a row there', () =>
    given(told(moved, ['2026-10-02', corrected])).then({
      [`progress/${moved}/2026-Q3`]: {
        ...{ ...correctedRow, at: 0 },
        cells: { ...said, percent: 35, text: null, explanation: 'Typo.', on: '2026-10-02' },
      },
    }));
});

describe('money', () => {
  const line = { year: 2027, section: '19', chapter: '05', lineItem: '812 01', source: 'state' };
  const budgetKey = (at: string) => `budget/${at}/${dataKey(line)}`;
  const row = (at: number, by: string, on: string, cells: object) => ({
    ...{ at, by, on, thing: MEASURE },
    cells: { measure: MEASURE, ...line, ...cells },
  });
  const frozen = sample('MeasureBudgetFrozen.v1');
  const spent = sample('MeasureSpendingReported.v1');
  const after = { frozen: 2_500_000, frozenOn: '2026-05-01', frozenReason: 'Haushaltssperre des Landes' };

  it('is a row for each line, with what was planned, consented to, frozen and spent, and when', () =>
    given(
      told(
        stream,
        ['2026-01-13', sample('MeasureBudgetPlanned.v1')],
        ['2026-01-20', sample('MeasureBudgetConsented.v1')],
        ['2026-05-01', frozen],
        ['2026-06-01', spent],
      ),
    ).then({
      [budgetKey(stream)]: row(3, 'MeasureSpendingReported', '2026-06-01', {
        ...{ planned: 25_000_000, commitment: 5_000_000, on: '2026-01-13' },
        ...{ consented: 25_000_000, consentedOn: '2026-01-20', ...after, spent: 1_250_000, spentOn: '2026-06-01' },
      }),
    }));

  it('of a measure that moved says in each house what was said there', () =>
    given(told(stream, ['2026-01-13', sample('MeasureBudgetPlanned.v1')]), told(moved, ['2026-05-01', frozen])).then({
      [budgetKey(stream)]: row(0, 'MeasureBudgetPlanned', '2026-01-13', {
        ...{ planned: 25_000_000, commitment: 5_000_000, on: '2026-01-13' },
      }),
      [budgetKey(moved)]: row(0, 'MeasureBudgetFrozen', '2026-05-01', after),
    }));
});

it('a measure that moves is a row in each house, with plan and goals in the new one, and both steps', () => {
  const handedOver = sample('MeasureHandedOver.v2', { to: 'mf', reason: 'Its remit.' });
  const takenOver = sample('MeasureTakenOver.v2', { continues: { stream, revision: 1 } });
  const both = (first: AnyEvent, second: AnyEvent) =>
    given(told(stream, proposed, ['2026-07-10', first]), told(moved, ['2026-07-11', second]));
  const at = { kind: 'measure', reference: MEASURE };
  both(handedOver, takenOver).then({
    [key]: proposedRow,
    [`lifecycle/${stream}/1`]: {
      ...{ at: 1, by: 'MeasureHandedOver', thing: MEASURE },
      cells: step({ ...at, on: '2026-07-10', step: 'handOver', other: 'mf', reason: 'Its remit.' }),
    },
    [`measures/${moved}`]: {
      ...{ on: '2026-07-11', by: 'MeasureTakenOver', thing: MEASURE, parts: milestones },
      cells: {
        ...{ reference: 'M-MID-1', title: 'E-Akte einführen', description: 'Beschaffen, einführen, schulen' },
        ...{ ...plan, contributesTo: [{ goal: GOAL, weight: 60 }] },
      },
    },
    [`lifecycle/${moved}/0`]: {
      ...{ by: 'MeasureTakenOver', thing: MEASURE },
      cells: step({
        ...{ ...at, on: '2026-07-11', step: 'takeOver', other: 'mf' },
        ...{ text: 'Referatsleitung 24', unit: 'Referat 24' },
      }),
    },
  });
});
