import { type AgendaFacts, agendaOn, type MeasureTerms, type ObservedIndicator } from './agenda';
import type { MilestoneFacts } from './measure-health';
import type { AgendaEntry } from './views/agenda';
import type { GoalState, MeasureState } from './views/figures';

const limits = { forecastDelayDays: 90, reportingPeriodicity: 'quarter' } as const;
const nothing: AgendaFacts = { goals: [], measures: [], indicators: [], reportBy: new Map() };

const goal = (targetDate: string | null, state: GoalState = 'underway') => ({
  ...{ id: 'g', title: 'Goal', state, targetDate },
});
const milestone = (of: Partial<MilestoneFacts>): MilestoneFacts => ({
  ...{ milestone: 'pilot', title: 'Pilot', dropped: false, baselineDate: '2026-12-31' },
  ...{ forecastDate: null, actualDate: null },
  ...of,
});
/** One that has nothing to report: its reports are there for a long time to come. */
const measure = (of: Partial<MeasureTerms> = {}): MeasureTerms => ({
  ...{ id: 'm', title: 'Measure', state: 'underway', endsOn: null, milestones: [] },
  ...{ reportsSince: '2024-01-01', lastPeriod: '2099-Q4' },
  ...of,
});
const indicator = (of: Partial<ObservedIndicator> = {}): ObservedIndicator => ({
  ...{ id: 'i', title: 'Indicator', periodicity: 'quarter', from: '2026-06-30', observed: '2026-06-30' },
  ...of,
});

/** Day, days, kind, and the periods or the milestone. */
const inShort = ({ day, days, kind, periods, milestone: of }: AgendaEntry) =>
  [day, days, kind, ...periods, ...(of ? [of.milestone] : [])].join(' ');
const on = (day: string, facts: Partial<AgendaFacts>) => {
  const { due, late } = agendaOn({ ...nothing, ...facts }, day, limits);
  return { due: due.map(inShort), late: late.map(inShort) };
};

describe('whatever has a day', () => {
  it.each([
    ['2026-12-31', 'is due until its day', ['2026-12-31 0 goal-target'], []],
    ['2027-01-01', 'is late from the day after', [], ['2026-12-31 1 goal-target']],
    ['2026-10-02', 'is due 90 days before', ['2026-12-31 90 goal-target'], []],
    ['2026-10-01', 'is nothing 91 days before', [], []],
    ['2028-12-31', 'is late for 731 days, with a leap day among them', [], ['2026-12-31 731 goal-target']],
  ])('on %s %s', (day, _, due, late) => expect(on(day, { goals: [goal('2026-12-31')] })).toEqual({ due, late }));

  it.each([
    ['2028-02-28', ['2028-02-29 1 goal-target'], []],
    ['2028-02-29', ['2028-02-29 0 goal-target'], []],
    ['2028-03-01', [], ['2028-02-29 1 goal-target']],
    ['2027-12-01', ['2028-02-29 90 goal-target'], []],
    ['2027-11-30', [], []],
  ])('is counted over a leap day and the end of a year: %s', (day, due, late) =>
    expect(on(day, { goals: [goal('2028-02-29')] })).toEqual({ due, late }),
  );

  it('is counted over the change of clocks', () =>
    expect(on('2026-03-28', { goals: [goal('2026-03-30')] }).due).toEqual(['2026-03-30 2 goal-target']));

  it('stands by day, and on one day by title', () => {
    const titled = (title: string, targetDate: string) => ({ ...goal(targetDate), title });
    const goals = [titled('Öl', '2026-01-02'), titled('Zebra', '2026-01-01'), titled('apfel', '2026-01-02')];
    const { due } = agendaOn({ ...nothing, goals }, '2026-01-01', limits);
    expect(due.map(({ title }) => title)).toEqual(['Zebra', 'apfel', 'Öl']);
  });
});

describe('a goal', () => {
  it.each(['reached', 'partlyReached', 'missed', 'abandoned', 'superseded', 'withdrawn'] as const)(
    'that is %s has no term any more',
    (state) => expect(on('2026-06-01', { goals: [goal('2026-05-01', state)] })).toEqual({ due: [], late: [] }),
  );

  it('without a target date has none', () => expect(on('2026-06-01', { goals: [goal(null)] }).late).toEqual([]));
});

describe('a measure', () => {
  const planned = (state: MeasureState) =>
    on('2026-11-15', { measures: [measure({ state, endsOn: '2026-11-14', milestones: [milestone({})] })] });

  it.each(['released', 'underway', 'suspended', 'inAcceptance'] as const)(
    'that is %s has its milestones and its end before it',
    (state) =>
      expect(planned(state)).toEqual({ due: ['2026-12-31 46 milestone pilot'], late: ['2026-11-14 1 measure-end'] }),
  );

  it.each(['proposed', 'planned', 'completed', 'cancelled', 'merged', 'handedOver'] as const)(
    'that is %s has neither',
    (state) => expect(planned(state)).toEqual({ due: [], late: [] }),
  );

  it.each([
    ['by its baseline', {}, [], ['2026-12-31 1 milestone pilot']],
    ['by its forecast instead', { forecastDate: '2027-02-01' }, ['2027-02-01 31 milestone pilot'], []],
    ['by an earlier forecast as well', { forecastDate: '2026-12-01' }, [], ['2026-12-01 31 milestone pilot']],
    ['no more once it is reached', { actualDate: '2026-12-31' }, [], []],
    ['no more once it is dropped', { dropped: true }, [], []],
  ])('has a milestone %s', (_, of, due, late) =>
    expect(on('2027-01-01', { measures: [measure({ milestones: [milestone(of)] })] })).toEqual({ due, late }),
  );
});

describe('a report', () => {
  const since = (lastPeriod: string | null, state: MeasureState = 'underway') => [
    measure({ state, lastPeriod, reportsSince: '2026-02-01' }),
  ];

  it.each([
    ['2026-06-30', ['2026-06-30 0 progress-report 2026-Q2'], []],
    ['2026-07-01', [], ['2026-06-30 1 progress-report 2026-Q2']],
    ['2026-07-02', ['2026-09-30 90 progress-report 2026-Q3'], ['2026-06-30 2 progress-report 2026-Q2']],
    [
      '2027-01-01',
      ['2027-03-31 89 progress-report 2027-Q1'],
      ['2026-06-30 185 progress-report 2026-Q2 2026-Q3 2026-Q4'],
    ],
  ])('is due by the end of its period, and those that are late stand together: %s', (day, due, late) =>
    expect(on(day, { measures: since('2026-Q1') })).toEqual({ due, late }),
  );

  it.each([
    ['2026-07-01', ['2026-07-31 30 progress-report 2026-Q2'], []],
    ['2026-07-31', ['2026-07-31 0 progress-report 2026-Q2', '2026-09-30 61 progress-report 2026-Q3'], []],
    ['2026-08-01', ['2026-09-30 60 progress-report 2026-Q3'], ['2026-07-31 1 progress-report 2026-Q2']],
  ])('is due by the day that the strategy office set: %s', (day, due, late) =>
    expect(on(day, { measures: since('2026-Q1'), reportBy: new Map([['2026-Q2', '2026-07-31']]) })).toEqual({
      due,
      late,
    }),
  );

  it('is due for the first period in which the measure began', () =>
    expect(on('2026-04-01', { measures: since(null) }).late).toEqual(['2026-03-31 1 progress-report 2026-Q1']));

  it('is due each month where the last one was for a month, on the last of February too', () =>
    expect(on('2028-02-29', { measures: since('2028-01') }).due).toEqual(['2028-02-29 0 progress-report 2028-02']));

  it.each(['released', 'suspended', 'inAcceptance'] as const)('is not due while the measure is %s', (state) =>
    expect(on('2026-07-01', { measures: since('2026-Q1', state) })).toEqual({ due: [], late: [] }),
  );
});

describe('a value', () => {
  it.each([
    ['quarter', '2026-09-30', ['2026-09-30 0 observation 2026-Q3'], []],
    ['quarter', '2026-10-01', [], ['2026-09-30 1 observation 2026-Q3']],
    ['quarter', '2027-01-01', ['2027-03-31 89 observation 2027-Q1'], ['2026-09-30 93 observation 2026-Q3 2026-Q4']],
    ['month', '2026-08-15', ['2026-08-31 16 observation 2026-08'], ['2026-07-31 15 observation 2026-07']],
    ['year', '2026-12-31', [], []],
    ['year', '2028-01-01', [], ['2027-12-31 1 observation 2027']],
  ] as const)('of each %s is due by the end of the period: %s', (periodicity, day, due, late) =>
    expect(on(day, { indicators: [indicator({ periodicity })] })).toEqual({ due, late }),
  );

  it('is due first for the period from which on it is expected', () =>
    expect(on('2026-10-01', { indicators: [indicator({ from: '2026-05-20', observed: null })] }).late).toEqual([
      '2026-06-30 93 observation 2026-Q2 2026-Q3',
    ]));
});
