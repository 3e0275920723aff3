import { given, GOAL, INDICATOR, PARENT, sample, told } from './testing/rows';

const stream = `mid.indicator-${INDICATOR}`;
const key = `indicators/${stream}`;
const defined = ['2026-01-05', sample('IndicatorDefined.v1')] as const;
const row = {
  ...{ by: 'IndicatorDefined', thing: INDICATOR },
  cells: {
    ...{ reference: 'K-MID-1', ministry: 'mid', title: 'Behörden mit elektronischer Akte', unit: 'Behörden' },
    ...{ description: 'Gezählt wird, wer keine Papierakte mehr anlegt.', decimals: 0, kind: 'increase' },
    ...{ baselineValue: 10, baselineDate: '2024-12-31', source: 'Erhebung des MID', region: '15' },
    ...{ periodicity: 'quarter', goals: [GOAL, PARENT], on: '2026-01-05' },
  },
  parts: [
    { date: '2026-12-31', value: 30.5 },
    { date: '2028-12-31', value: 60 },
  ],
};
const observed = {
  ...{ indicator: INDICATOR, period: '2026-Q3', value: 22.5, provisional: true, source: 'Breitbandatlas des Bundes' },
  ...{ standing: null, reason: null, on: '2026-09-30' },
};
const reported = ['2026-09-30', sample('ObservationReported.v2')] as const;
const first = { at: 1, by: 'ObservationReported', thing: INDICATOR, cells: observed };
const refused = (observation: number) => sample('ObservationRefused.v1', { observation, reason: 'No.' });
const corrected = (corrects: number, value: number) =>
  sample('ObservationCorrected.v1', { corrects, period: '2026-Q3', value });

it('an indicator has its target path with it, and no baseline where there is none', () => {
  given(told(stream, defined)).then({ [key]: row });
  given(told(stream, ['2026-01-05', sample('IndicatorDefined.v1', { baseline: null, targetPath: [] })])).then({
    [key]: { ...row, cells: { ...row.cells, baselineValue: null, baselineDate: null }, parts: [] },
  });
});

it('an indicator that serves one more goal names that last', () => {
  const linked = sample('IndicatorLinkedToGoal.v1', { indicatorId: INDICATOR, goalId: 'another' });
  given(told(stream, defined, ['2026-02-01', linked])).then({
    [key]: {
      ...{ ...row, at: 1, on: '2026-02-01', by: 'IndicatorLinkedToGoal' },
      cells: { ...row.cells, goals: [GOAL, PARENT, 'another'] },
    },
  });
});

it('a value stands as it was found, cited as it was reported', () => {
  const plausible = sample('ObservationFoundPlausible.v1', { indicatorId: INDICATOR, observation: 1 });
  const standing = (cells: object, last = 2) => ({
    [key]: row,
    [`observations/${stream}/1`]: { ...first, last, cells: { ...observed, ...cells } },
  });
  given(told(stream, defined, reported)).then(standing({}, 1));
  given(told(stream, defined, reported, ['2026-10-01', plausible])).then(standing({ standing: 'plausible' }));
  given(told(stream, defined, reported, ['2026-10-01', refused(1)])).then(
    standing({ standing: 'refused', reason: 'No.' }),
  );
});

it('a correction takes the place of the value before, refused or not, and can be refused and corrected itself', () => {
  const history = [defined, reported, ['2026-10-01', refused(1)], ['2026-10-02', corrected(1, 20)]] as const;
  const cells = { ...observed, value: 20, provisional: false, source: null, on: '2026-10-02' };
  const second = { at: 3, by: 'ObservationCorrected', thing: INDICATOR, cells };
  given(told(stream, ...history)).then({ [key]: row, [`observations/${stream}/3`]: second });
  given(told(stream, ...history, ['2026-10-03', refused(3)], ['2026-10-04', corrected(3, 21)])).then({
    [key]: row,
    [`observations/${stream}/5`]: { ...second, at: 5, cells: { ...cells, value: 21, on: '2026-10-04' } },
  });
});
