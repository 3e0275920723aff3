// What the read API answers for a strategy small enough to compute by hand.
import { OpenStrategy } from './testing/open-strategy';
import { goals, indicators, measures, smallState, streams } from './testing/small-state';

const API = '/api/strategy';
const analyst = { by: { roles: ['analyst'] } };

let strategy: OpenStrategy;
beforeAll(async () => {
  strategy = await OpenStrategy.open();
  await strategy.record(...smallState);
});
afterAll(() => strategy.close());

const read = async (path: string, ask = {}) => {
  const { status, body } = await strategy.get(`${API}/${path}`, ask);
  expect(status).toBe(200);
  return body;
};

it('cites the state by day and by the last offset of each ministry', async () => {
  for (const path of ['overview', 'goals', 'measures', 'indicators', 'ministries', 'events', `goals/${goals.fibre}`])
    expect((await read(path)).asOf).toEqual({ day: '2026-11-23', positions: { mid: 19, mf: 5, mwu: 2 } });
});

describe('a goal', () => {
  it('shows what it says, its adoption and its declared health', async () =>
    expect(await read(`goals/${goals.fibre}`)).toMatchObject({
      goalId: goals.fibre,
      reference: null,
      title: 'Glasfaser für alle',
      description: 'Jedes Haus',
      state: 'underway',
      lead: 'mid',
      participants: [],
      theme: 'networks',
      pillar: 'society',
      targetDate: '2030-12-31',
      adopted: { decisionNumber: '7/2026', decidedOn: '2026-02-01' },
      declaredHealth: { health: 'amber', reason: 'Frost', on: '2026-03-02' },
      stream: streams.fibre,
      revision: 3,
      occurredOn: '2026-03-02',
    }));

  it('has a progress by indicators and one by measures, each with formula and inputs', async () =>
    expect((await read(`goals/${goals.fibre}`)).progress).toEqual({
      byIndicators: {
        formula: 'Σ progress / number of indicators with progress',
        inputs: [{ indicatorId: indicators.households, title: 'Households with fibre', value: 0.5 }],
        value: 0.5,
        missing: [],
      },
      byMeasures: {
        formula: 'Σ (weight × percent) / Σ weight / 100',
        // (100 × 60 + 50 × 0) / 150 = 40 %
        inputs: [
          { measureId: measures.dig, title: 'Dig', weight: 100, percent: 60, reported: true },
          { measureId: measures.lay, title: 'Lay', weight: 50, percent: 0, reported: false },
        ],
        value: 0.4,
        missing: [],
      },
    }));

  it('names to the government what is not counted yet', async () => {
    const { progress } = (await read(`goals/${goals.fibre}`, analyst)) as { progress: { byMeasures: object } };
    expect(progress.byMeasures).toMatchObject({
      value: 0.4,
      missing: [{ id: measures.plan, title: 'Plan', reason: 'not-released' }],
    });
  });

  it('shows its indicators, its measures with their weights, and its public history', async () => {
    const detail = await read(`goals/${goals.fibre}`);
    expect(detail.indicators).toMatchObject([{ indicatorId: indicators.households, ratio: 0.5 }]);
    expect(detail.measures).toMatchObject([
      { measureId: measures.dig, weight: 100, percent: 60 },
      { measureId: measures.lay, weight: 50, percent: null },
    ]);
    expect(detail.history).toMatchObject([
      { type: 'GoalAdopted', revision: 1, ministry: 'mid', offset: 4 },
      { type: 'GoalBegun', revision: 2, ministry: 'mid', offset: 5 },
      { type: 'GoalHealthDeclared', revision: 3, ministry: 'mid', offset: 6, data: { health: 'amber' } },
    ]);
  });

  it('shows the same figures in the list', async () => {
    const { items } = (await read('goals?theme=networks')) as { items: object[] };
    expect(items).toHaveLength(1);
    expect(await read(`goals/${goals.fibre}`)).toMatchObject(items[0] ?? {});
  });
});

it('shows a measure with plan, goals, reports and history', async () => {
  const { history, ...measure } = await read(`measures/${measures.dig}`);
  expect(measure).toMatchObject({
    title: 'Dig',
    ministry: 'mid',
    state: 'underway',
    percent: 60,
    lastPeriod: '2026-Q1',
    setbacks: 0,
    charter: { purpose: 'Speed', result: 'Fibre' },
    projectLead: { function: 'Head of 12', unit: '12' },
    budgetLine: '14 02 812 01',
    needsNoMoney: false,
    milestones: [{ milestone: 'pilot', title: 'Pilot', baselineDate: '2026-06-30' }],
    // The draft it also serves is not there.
    contributions: [{ goalId: goals.fibre, title: 'Glasfaser für alle', lead: 'mid', weight: 100 }],
    reports: [{ period: '2026-Q1', percent: 60, text: 'On it', explanation: null, occurredOn: '2026-04-01' }],
  });
  expect((history as { type: string }[]).map(({ type }) => type)).toEqual([
    ...['MeasureContributionAdded', 'MeasureContributionAdded'],
    ...['MeasureReleased', 'MeasureBegun', 'MeasureProgressReported'],
  ]);
});

it('shows an indicator with the ratio of each observation', async () =>
  expect(await read(`indicators/${indicators.households}`)).toMatchObject({
    ministry: 'mid',
    kind: 'increase',
    baseline: { value: 20, date: '2025-12-31' },
    targetPath: [{ date: '2030-12-31', value: 100 }],
    observationCount: 2,
    latest: { period: '2026-Q2', value: 60, provisional: false },
    ratio: 0.5,
    progress: { value: 0.5, met: null, missing: [] },
    goals: [{ goalId: goals.fibre, title: 'Glasfaser für alle', lead: 'mid', state: 'underway' }],
    observations: [
      { period: '2026-Q1', periodEnd: '2026-03-31', value: 40, provisional: false, ratio: 0.25 },
      { period: '2026-Q2', periodEnd: '2026-06-30', value: 60, provisional: false, ratio: 0.5 },
    ],
  }));

describe('the overview', () => {
  const none = { green: 0, amber: 0, red: 0, undeclared: 0 };

  it('counts goals, measures and indicators, and takes medians', async () =>
    expect(await read('overview')).toMatchObject({
      jurisdiction: { id: 'test', name: 'Teststaat', sample: true },
      tally: {
        goals: {
          total: 2,
          byState: { draft: 0, adopted: 1, underway: 1 },
          byHealth: { ...none, amber: 1, undeclared: 1 },
        },
        progress: {
          byIndicators: { inputs: { goals: 1, without: 1 }, value: 0.5 },
          byMeasures: { inputs: { goals: 1, without: 1 }, value: 0.4 },
        },
      },
      measures: { total: 3, byState: { proposed: 0, released: 2, underway: 1, completed: 0 } },
      indicators: 2,
      unassigned: { goals: { total: 0 } },
    }));

  it('shows pillars with their themes, and ministries', async () => {
    const { pillars, ministries } = (await read('overview')) as Record<'pillars' | 'ministries', object[]>;
    expect(pillars).toMatchObject([
      {
        pillar: 'society',
        title: 'Gesellschaft',
        tally: { goals: { total: 2 } },
        themes: [
          { theme: 'networks', title: 'Netze', tally: { goals: { total: 1 } } },
          { theme: 'files', title: 'Akten', tally: { goals: { total: 1 } } },
        ],
      },
    ]);
    expect(ministries).toMatchObject([
      { ministry: 'mid', tally: { goals: { total: 1 } }, measures: { total: 2 }, indicators: 1 },
      { ministry: 'mf', tally: { goals: { total: 1 } }, measures: { total: 0 }, indicators: 1 },
      { ministry: 'mwu', tally: { goals: { total: 0 } }, measures: { total: 1 }, indicators: 0 },
    ]);
  });

  it('counts for the government what is not public, too', async () =>
    expect(await read('overview', analyst)).toMatchObject({
      tally: { goals: { total: 3, byState: { draft: 1 } } },
      measures: { total: 4, byState: { proposed: 1 } },
      indicators: 3,
    }));
});

it('says how fresh each ministry is', async () => {
  const { items } = (await read('ministries')) as { items: { ministry: string; freshness: object }[] };
  expect(items.map(({ ministry, freshness }) => [ministry, freshness])).toEqual([
    ['mid', { lastRecordedAt: '2026-11-01T00:26:00.000Z', offset: 19, events: 20 }],
    ['mf', { lastRecordedAt: '2026-11-01T00:29:00.000Z', offset: 5, events: 6 }],
    ['mwu', { lastRecordedAt: '2026-11-01T00:19:00.000Z', offset: 2, events: 3 }],
  ]);
});

it('shows one event by its place', async () => {
  expect(await read(`events/${streams.households}@1`)).toEqual({
    asOf: expect.anything() as object,
    id: expect.stringMatching(/^[0-9a-f-]{36}$/u) as string,
    type: 'ObservationReported',
    wireType: 'ObservationReported.v1',
    ministry: 'mid',
    offset: 18,
    stream: streams.households,
    revision: 1,
    occurredOn: '2026-04-01',
    recordedAt: '2026-11-01T00:25:00.000Z',
    function: 'Head of 12',
    correlationId: 'test',
    ...{ origin: null, reportedOn: null },
    data: { indicatorId: indicators.households, period: '2026-Q1', value: 40, provisional: false, source: null },
  });
});

it('is healthy, and documents itself as OpenAPI 3.1', async () => {
  expect((await strategy.get('/health/live')).status).toBe(200);
  expect((await strategy.get('/health/ready')).body).toEqual({
    status: 'up',
    checks: { readModel: { up: true, writes: true, behind: 0, parked: 0, held: 0, refused: 0 } },
  });
  const { body } = await strategy.get(`${API}/docs/openapi.json`);
  const { openapi, paths } = body as {
    openapi: string;
    paths: Record<string, { get: { parameters: { name: string }[] } }>;
  };
  expect(openapi).toBe('3.1.0');
  expect(paths[`${API}/goals`]?.get.parameters.map(({ name }) => name).sort()).toEqual([
    'after',
    'cursor',
    'health',
    'limit',
    'ministry',
    'participant',
    'pillar',
    'q',
    'sort',
    'state',
    'theme',
  ]);
});
