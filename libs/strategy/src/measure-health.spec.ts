import { isMissed, measureHealth, type MilestoneFacts, slipOf, unreportedPeriods } from './measure-health';
import type { MeasureState } from './views/figures';

const limits = { forecastDelayDays: 90, reportingPeriodicity: 'quarter' } as const;

const milestone = (of: Partial<MilestoneFacts> = {}): MilestoneFacts => ({
  ...{ milestone: 'pilot', title: 'Pilot', dropped: false, baselineDate: '2026-06-30' },
  ...{ forecastDate: null, actualDate: null },
  ...of,
});
const begun = { state: 'underway' as MeasureState, reportsSince: '2026-01-15', lastPeriod: '2026-Q1' as string | null };

describe('a milestone', () => {
  it.each([
    ['as planned', {}, 0],
    ['forecast later', { forecastDate: '2026-07-10' }, 10],
    ['forecast earlier', { forecastDate: '2026-06-29' }, -1],
    ['reached on its day after a late forecast', { forecastDate: '2026-12-31', actualDate: '2026-06-30' }, 0],
    ['reached late', { actualDate: '2026-07-01' }, 1],
    ['over the change of clocks', { baselineDate: '2026-03-28', forecastDate: '2026-03-30' }, 2],
    ['over 29 February', { baselineDate: '2028-02-28', forecastDate: '2028-03-01' }, 2],
  ])('%s slips by that many days', (_, of, days) => expect(slipOf(milestone(of))).toBe(days));

  it.each([
    [{}, '2026-06-30', false],
    [{}, '2026-07-01', true],
    [{ forecastDate: '2026-08-01' }, '2026-08-01', false],
    [{ forecastDate: '2026-08-01' }, '2026-08-02', true],
    [{ forecastDate: '2026-05-01' }, '2026-05-02', true],
    [{ actualDate: '2026-09-01' }, '2026-10-01', false],
    [{ dropped: true }, '2026-10-01', false],
  ] as const)('%j on %s is missed: %s', (of, day, missed) => expect(isMissed(milestone(of), day)).toBe(missed));
});

describe('the periods that are unreported', () => {
  const months = { ...limits, reportingPeriodicity: 'month' } as const;

  it.each([
    ['until the last day of a quarter', begun, '2026-06-30', limits, []],
    ['on the day after it', begun, '2026-07-01', limits, ['2026-Q2']],
    ['two quarters', begun, '2026-10-01', limits, ['2026-Q2', '2026-Q3']],
    ['from the period in which it began', { ...begun, lastPeriod: null }, '2026-07-01', limits, ['2026-Q1', '2026-Q2']],
    [
      'from the last day of a period',
      { ...begun, reportsSince: '2026-03-31', lastPeriod: null },
      '2026-04-01',
      limits,
      ['2026-Q1'],
    ],
    ['not before it began', { ...begun, reportsSince: '2026-04-01', lastPeriod: null }, '2026-04-01', limits, []],
    [
      'a report for a period before it began closes none',
      { ...begun, lastPeriod: '2025-Q4' },
      '2026-04-01',
      limits,
      ['2026-Q1'],
    ],
    ['as the jurisdiction says', { ...begun, lastPeriod: null }, '2026-02-28', months, ['2026-01']],
    [
      '29 February is in February',
      { ...begun, reportsSince: '2028-02-29', lastPeriod: null },
      '2028-03-01',
      months,
      ['2028-02'],
    ],
    ['as long as the last report', { ...begun, lastPeriod: '2026-02' }, '2026-05-01', limits, ['2026-03', '2026-04']],
    ['a quarter closes its months', begun, '2026-06-30', months, []],
    ['nothing before it begins', { ...begun, state: 'released', reportsSince: null }, '2026-12-31', limits, []],
    ['nothing while it is suspended', { ...begun, state: 'suspended' }, '2026-12-31', limits, []],
    ['none once its result is to be accepted', { ...begun, state: 'inAcceptance' }, '2026-07-01', limits, []],
  ] as const)('%s', (...[, measure, day, under, periods]) =>
    expect(unreportedPeriods(measure, day, under)).toEqual(periods),
  );
});

describe('the health of a measure', () => {
  const on = (milestones: readonly MilestoneFacts[], of: Partial<typeof begun> = {}, day = '2026-06-30') => {
    const computed = measureHealth({ ...begun, ...of, milestones }, day, limits);
    return computed && [computed.health, computed.rule];
  };
  const last = milestone({ milestone: 'end', baselineDate: '2026-12-31' });

  it('says its day, its formula, what went in and the rule', () =>
    expect(
      measureHealth({ ...begun, milestones: [last, milestone({ forecastDate: '2026-07-10' })] }, '2026-07-01', limits),
    ).toEqual({
      day: '2026-07-01',
      health: 'amber',
      formula:
        'red: the last milestone comes more than 90 days after its baseline, or two periods are unreported; ' +
        'amber: any milestone comes after its baseline, or one period is unreported; else green',
      rule: 'milestone-slipped',
      inputs: {
        state: 'underway',
        lastMilestone: { milestone: 'end', title: 'Pilot', days: 0 },
        slipped: [{ milestone: 'pilot', title: 'Pilot', days: 10 }],
        unreported: ['2026-Q2'],
        forecastDelayDays: 90,
      },
    }));

  it.each([
    ['90 days behind', '2027-03-31', ['amber', 'milestone-slipped']],
    ['91 days behind', '2027-04-01', ['red', 'last-milestone-late']],
    ['one day behind', '2027-01-01', ['amber', 'milestone-slipped']],
    ['on its day', '2026-12-31', ['green', 'on-time']],
    ['ahead', '2026-12-30', ['green', 'on-time']],
  ])('with the last milestone %s', (_, forecastDate, expected) =>
    expect(on([milestone(), { ...last, forecastDate }])).toEqual(expected),
  );

  it('does not take an earlier milestone for the last one', () =>
    expect(on([last, milestone({ forecastDate: '2026-12-30' })])).toEqual(['amber', 'milestone-slipped']));

  it('takes the worse of two last ones', () =>
    expect(
      on([
        { ...last, forecastDate: '2027-04-01' },
        { ...last, milestone: 'also' },
      ]),
    ).toEqual([...['red', 'last-milestone-late']]));

  it('leaves out what was dropped', () =>
    expect(on([milestone(), { ...last, dropped: true, forecastDate: '2027-12-31' }])).toEqual(['green', 'on-time']));

  it.each([
    ['2026-06-30', ['green', 'on-time']],
    ['2026-07-01', ['amber', 'period-unreported']],
    ['2026-09-30', ['amber', 'period-unreported']],
    ['2026-10-01', ['red', 'periods-unreported']],
  ])('by its reports on %s', (day, expected) => expect(on([], {}, day)).toEqual(expected));

  it.each([
    ['released', ['green', 'on-time']],
    ['underway', ['red', 'periods-unreported']],
    ['suspended', ['green', 'on-time']],
    ['inAcceptance', ['green', 'on-time']],
    ['proposed', null],
    ['planned', null],
    ['completed', null],
    ['impactReviewed', null],
    ['rejected', null],
    ['cancelled', null],
    ['merged', null],
    ['handedOver', null],
  ] as const)('while it is %s', (state, expected) => expect(on([], { state }, '2026-12-31')).toEqual(expected));
});
