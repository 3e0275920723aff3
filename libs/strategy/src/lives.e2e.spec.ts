// What is answered of goals, measures and ministries that have been through all of it, on 23 November 2026.
import { OpenStrategy } from './testing/open-strategy';
import { GOVERNMENT, lives, lifeStreams, wholeLives } from './testing/whole-lives';

const API = '/api/strategy';
const analyst = { by: { roles: ['analyst'] } };

let strategy: OpenStrategy;
beforeAll(async () => {
  strategy = await OpenStrategy.open();
  await strategy.record(...wholeLives);
});
afterAll(() => strategy.close());

const read = async (path: string, ask = {}) => {
  const { status, body } = await strategy.get(`${API}/${path}`, ask);
  expect([path, status]).toEqual([path, 200]);
  return body;
};
const money = { plannedCents: 1000, commitmentCents: 0, consentedCents: 900, frozenCents: 100 };

describe('a goal', () => {
  it('shows its outcome with the evidence, its first wording, and no health any more', async () =>
    expect(await read(`goals/${lives.reached}`)).toMatchObject({
      title: 'Lived well',
      firstTitle: 'Lived',
      state: 'partlyReached',
      overdue: false,
      computedHealth: null,
      conflict: false,
      outcome: {
        ...{ outcome: 'partlyReached', cutOffDate: '2026-06-30', statement: 'Nearly', on: '2026-07-04' },
        evidence: [{ title: 'Households', period: '2026-Q2', value: 60, provisional: true }],
      },
      ended: null,
    }));

  it('shows its sub-goals with their progress, and they show their parent and successor', async () => {
    expect((await read(`goals/${lives.reached}`)).subgoals).toMatchObject([
      { goalId: lives.child, state: 'superseded', progress: { byMeasures: { value: null } } },
    ]);
    expect(await read(`goals/${lives.child}`)).toMatchObject({
      parent: { goalId: lives.reached, title: 'Lived well' },
      successor: { goalId: lives.reached },
      ended: { reason: 'Wider', on: '2026-03-01' },
    });
  });

  it('shows the government what is prepared, and what is missing for the co-signatures', async () =>
    expect(await read(`goals/${lives.draft}`, analyst)).toMatchObject({
      justification: null,
      missingForCoSignature: ['rationale', 'target-date', 'participants', 'indicator-or-qualitative'],
      proposal: { proposal: 1, statement: GOVERNMENT },
    }));
});

describe('a measure that was handed over', () => {
  it('goes on in its new house, with the history and the reports of both', async () => {
    const measure = await read(`measures/${lives.moved}`);
    expect(measure).toMatchObject({
      stream: lifeStreams.movedOn,
      ministry: 'mf',
      continues: { ministry: 'mid', stream: lifeStreams.moved },
      reports: [
        { period: '2026-Q1', percent: 30, text: 'Slow', corrected: null },
        { period: '2026-Q2', percent: 45, corrected: { firstPercent: 40, reason: 'Counted twice' } },
      ],
    });
    expect((measure.history as { type: string }[]).map(({ type }) => type)).toEqual([
      ...['MeasureContributionAdded', 'MeasureBudgetPlanned', 'MeasureReleased', 'MeasureBegun'],
      ...['MeasureProgressReported', 'MilestoneForecastMoved', 'MeasureBudgetConsented', 'MeasureBudgetFrozen'],
      ...['MeasureHandedOver', 'MeasureTakenOver', 'MeasureBudgetPlanned', 'MeasureHealthDeclared'],
      ...['MeasureProgressReported', 'MeasureProgressCorrected'],
    ]);
  });

  it('is counted once, where it is led now', async () => {
    const { measures, ministries } = (await read('overview')) as Record<'measures' | 'ministries', unknown>;
    expect(measures).toMatchObject({
      total: 4,
      byState: { released: 1, underway: 1, cancelled: 1, impactReviewed: 1 },
    });
    expect((ministries as { measures: { total: number } }[]).map((one) => one.measures.total)).toEqual([1, 2, 1]);
  });

  it('is found by its state in the house it comes from', async () => {
    const { items } = (await read('measures?state=handedOver')) as { items: { ministry: string }[] };
    expect(items.map(({ ministry }) => ministry)).toEqual(['mid']);
  });

  it('shows its milestones against the plan', async () =>
    expect((await read(`measures/${lives.moved}`)).milestones).toEqual([
      {
        ...{ milestone: 'pilot', title: 'Pilot', status: 'planned', reason: null },
        ...{ baselineDate: '2026-06-30', forecastDate: '2026-10-01', actualDate: null, slipDays: 93, missed: true },
      },
    ]));

  it('shows both healths, and that they do not agree', async () =>
    expect(await read(`measures/${lives.moved}`)).toMatchObject({
      declaredHealth: { health: 'green', reason: 'Fine', on: '2026-05-04' },
      computedHealth: {
        day: '2026-11-23',
        health: 'red',
        rule: 'last-milestone-late',
        inputs: { unreported: ['2026-Q3'] },
      },
      conflict: true,
    }));

  it('shows the government its money with what was spent and the sums', async () => {
    const { budget } = await read(`measures/${lives.moved}`, analyst);
    const first = { ...money, spentCents: 1100, varianceCents: 100 };
    const second = { plannedCents: 500, commitmentCents: 50, consentedCents: null, frozenCents: 0 };
    expect(budget).toEqual({
      lines: [
        { year: 2026, section: '14', chapter: '02', lineItem: '812 01', source: 'state', ...first },
        {
          ...{ year: 2027, section: '14', chapter: '02', lineItem: '812 01', source: 'eu' },
          ...{ ...second, spentCents: 0, varianceCents: -500 },
        },
      ],
      years: [
        { year: 2026, ...first },
        { year: 2027, ...second, spentCents: 0, varianceCents: -500 },
      ],
      total: {
        ...{ plannedCents: 1500, commitmentCents: 50, consentedCents: 900, frozenCents: 100 },
        ...{ spentCents: 1100, varianceCents: -400 },
      },
    });
  });

  it('shows the public its money without what was spent', async () =>
    expect((await read(`measures/${lives.moved}`)).budget).toMatchObject({
      lines: [{ ...money, spentCents: null, varianceCents: null }, { spentCents: null }],
      total: { plannedCents: 1500, spentCents: null, varianceCents: null },
    }));

  it('shows the government what it needs, and the other measure what needs it', async () => {
    const edge = { standing: 'counts' };
    expect((await read(`measures/${lives.moved}`, analyst)).needs).toMatchObject([
      { measureId: lives.needed, title: 'Needed', ministry: 'mwu', ...edge },
    ]);
    expect((await read(`measures/${lives.needed}`, analyst)).neededBy).toMatchObject([
      { measureId: lives.moved, title: 'Moved', ministry: 'mf', ...edge },
    ]);
  });
});

describe('the end of a measure', () => {
  it.each([
    [
      'cancelled' as const,
      { state: 'cancelled', computedHealth: null },
      { on: '2026-02-01', reason: 'No need', costSoFarCents: 12345, lessons: GOVERNMENT },
    ],
    [
      'accepted' as const,
      {
        ...{ state: 'impactReviewed', acceptedBy: '31', completedOn: '2026-03-03', refusedAcceptances: 1 },
        ...{ result: 'Second', impact: { impact: 'achieved', findings: 'It works' } },
      },
      null,
    ],
  ])('that was %s', async (life, expected, ended) =>
    expect(await read(`measures/${lives[life]}`, analyst)).toMatchObject({ ...expected, ended }),
  );
});

it('an indicator shows how each value stands, what was said first, and goes by the last one that counts', async () => {
  const indicator = await read(`indicators/${lives.numbers}`);
  expect(indicator).toMatchObject({
    observationCount: 2,
    latest: { period: '2026-Q2', value: 50, provisional: false },
    // 30 of 80 on the way; on that day the path is at 20 + 80 × 327 / 1826.
    progress: { value: 0.375 },
    pace: { day: '2026-11-23', rule: 'compared', inputs: { from: { date: '2025-12-31' }, to: { date: '2030-12-31' } } },
  });
  expect((indicator.pace as { value: number }).value).toBeCloseTo((30 * 1826) / (80 * 327), 9);
  expect(indicator.observations).toMatchObject([
    { period: '2026-Q1', value: 40, standing: 'plausible', firstValue: null, reason: null, source: null },
    { period: '2026-Q2', value: 50, standing: 'plausible', firstValue: 60, reason: 'Counted twice', source: 'Survey' },
    { period: '2026-Q3', value: 99, standing: 'refused', firstValue: null, reason: 'Not yet counted' },
  ]);
});

it('a ministry is called as it is called on the day, and says who goes on and which remits have moved', async () => {
  const remit = { remit: 'Universities', from: 'mwu', to: 'mf', on: '2026-07-01' };
  const { items } = (await read('ministries')) as { items: object[] };
  expect(items).toMatchObject([
    { ministry: 'mid', dissolved: null, remits: [] },
    { ministry: 'mf', dissolved: null, remits: [remit] },
    { ministry: 'mwu', name: 'Wissenschaft neu', dissolved: { on: '2026-09-01', successor: 'mf' }, remits: [remit] },
  ]);
});

it('a ministry is told who asks it for help and who waits for it', async () => {
  expect(await read('ministries/mwu/requests', analyst)).toMatchObject({
    help: [{ measureId: lives.moved, title: 'Moved', ministry: 'mf', what: GOVERNMENT, help: `${GOVERNMENT}: staff` }],
    waiting: [
      {
        ...{ measureId: lives.moved, title: 'Moved', ministry: 'mf', standing: 'counts' },
        waitsFor: { measureId: lives.needed, title: 'Needed' },
      },
    ],
  });
  expect(await read('ministries/mwu/requests')).toMatchObject({ help: [], waiting: [] });
});

it('reporting periods say who has reported, the latest first', async () =>
  expect((await read('reporting-periods')).items).toEqual([
    {
      ...{ period: '2026-Q3', reportBy: '2026-10-31', openedOn: '2026-10-01', closedOn: null, overdue: true },
      houses: [{ ministry: 'mf', measures: 1, reported: 0 }],
    },
    {
      ...{ period: '2026-Q1', reportBy: '2026-04-30', openedOn: '2026-04-01', closedOn: '2026-05-01', overdue: false },
      houses: [{ ministry: 'mf', measures: 1, reported: 1 }],
    },
  ]));

it('the overview names the strategy', async () =>
  expect((await read('overview')).strategies).toEqual([
    { strategy: 'first', title: 'First', startsOn: '2026-01-01', endsOn: '2030-12-31', continues: null },
  ]));

it.each(['draft', 'deferred', 'withdrawn', 'adopted', 'superseded', 'partlyReached'])(
  'goals are found by the state %s',
  async (state) => {
    const { items } = (await read(`goals?state=${state}`, analyst)) as { items: { state: string }[] };
    expect(items.filter((goal) => goal.state !== state)).toEqual([]);
    expect(items).toHaveLength({ draft: 1, superseded: 1, partlyReached: 1 }[state] ?? 0);
  },
);
