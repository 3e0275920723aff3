// The figures of measures, goals, themes and houses once more, in a few plain lines that share nothing with the program.
import type { AnyEvent } from '@zielwerk/contracts';
import * as fc from 'fast-check';

import { OpenStrategy, type Recording } from './testing/open-strategy';
import { adopted, contributed, defined, drafted, plan, proposed, released } from './testing/small-state';

jest.setTimeout(120_000);

const TODAY = '2026-11-23';
const HOUSES = ['mid', 'mf', 'mwu'];
const THEMES = ['networks', 'files'];
const QUARTERS = [
  ...[['2026-Q1', '2026-03-31'] as const, ['2026-Q2', '2026-06-30'] as const],
  ...[['2026-Q3', '2026-09-30'] as const, ['2026-Q4', '2026-12-31'] as const],
];
const id = (kind: number, index: number) => `0190a1de-0000-7000-8000-${String(kind * 1000 + index).padStart(12, '0')}`;
const dayAt = (offset: number) => new Date(Date.UTC(2026, 0, 1 + offset)).toISOString().slice(0, 10);
const dayNumber = (day: string) => Date.UTC(+day.slice(0, 4), +day.slice(5, 7) - 1, +day.slice(8)) / 864e5;

const day = fc.integer({ min: 0, max: 700 }).map(dayAt);
const of = <const Value>(...values: readonly Value[]) => fc.constantFrom(...values);
const milestones = fc.array(
  fc.record({ baseline: day, forecast: fc.option(day), reached: fc.option(day), dropped: fc.boolean() }),
  { maxLength: 3 },
);
const measure = fc.record({
  house: of(...HOUSES),
  end: of('none', 'released', 'underway', 'suspended', 'inAcceptance', 'completed', 'cancelled'),
  begun: fc.integer({ min: 0, max: 300 }).map(dayAt),
  milestones,
  percents: fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 3 }),
  goal: fc.integer({ min: 0, max: 3 }),
  weight: fc.integer({ min: 1, max: 100 }),
});
const indicator = fc.record({
  goal: fc.integer({ min: 0, max: 3 }),
  baseline: fc.integer({ min: 0, max: 50 }),
  dated: fc.boolean(),
  steps: fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 3 }),
  latest: fc.option(fc.integer({ min: 0, max: 150 })),
});
const goal = fc.record({
  house: of(...HOUSES),
  theme: of(...THEMES),
  target: day,
  declared: of(null, 'green' as const, 'amber' as const, 'red' as const),
  abandoned: fc.boolean(),
});
const state = fc.record({
  goals: fc.array(goal, { minLength: 4, maxLength: 4 }),
  measures: fc.array(measure, { maxLength: 16 }),
  indicators: fc.array(indicator, { maxLength: 8 }),
});
type State = typeof state extends fc.Arbitrary<infer Value> ? Value : never;
type Measure = State['measures'][number];
type Indicator = State['indicators'][number];

// What is recorded: in the order of life, with days that no figure looks at.
const event = (type: string, data: object) => ({ type, data }) as unknown as AnyEvent;
const pathOf = ({ baseline, steps }: Indicator) =>
  steps.map((_, index) => ({
    date: dayAt(100 + 200 * index),
    value: steps.slice(0, index + 1).reduce((sum, step) => sum + step, baseline),
  }));

/** What brings a measure to its end, after its reports. */
const ENDS: Readonly<Record<Measure['end'], readonly (readonly [type: string, data: object])[]>> = {
  ...{ none: [], released: [], underway: [] },
  suspended: [['MeasureSuspended', { reason: 'x' }]],
  inAcceptance: [['MeasureSubmittedForAcceptance', { result: 'x' }]],
  completed: [
    ['MeasureSubmittedForAcceptance', { result: 'x' }],
    ['MeasureCompleted', { acceptedBy: 'x' }],
  ],
  cancelled: [['MeasureCancelled', { reason: 'x', costSoFarCents: 0, lessons: null }]],
};

const milestoneFacts = ({ milestones: all }: Measure) =>
  all.flatMap(({ forecast, reached, dropped }, place): readonly (readonly [type: string, data: object])[] => [
    ...(forecast
      ? [['MilestoneForecastMoved', { milestone: `m${place}`, forecastDate: forecast, reason: 'x' }] as const]
      : []),
    ...(reached ? [['MilestoneReached', { milestone: `m${place}`, actualDate: reached }] as const] : []),
    ...(dropped ? [['MilestoneDropped', { milestone: `m${place}`, reason: 'x' }] as const] : []),
  ]);

const reportFacts = ({ percents }: Measure) =>
  percents.map(
    (percent, place) =>
      ['MeasureProgressReported', { period: QUARTERS[place]?.[0], percent, text: null, explanation: null }] as const,
  );

const recordingOf = (each: Measure, index: number): Recording => {
  const measureId = id(2, index);
  const named = each.milestones.map(({ baseline }, place) => ({
    ...{ milestone: `m${place}`, title: `M ${place}`, baselineDate: baseline },
  }));
  const isReleased = each.end !== 'none';
  const isBegun = isReleased && each.end !== 'released';
  const later = [...(isBegun ? reportFacts(each) : []), ...(isReleased ? milestoneFacts(each) : []), ...ENDS[each.end]];
  return [
    `${each.house}.measure-${measureId}`,
    ['2026-01-01', proposed(measureId, `Measure ${index}`)],
    ['2026-01-01', contributed(measureId, id(1, each.goal), each.weight)],
    ...(isReleased ? [['2026-01-01', withPlan(released(measureId, `Measure ${index}`), named)] as const] : []),
    ...(isBegun ? [[each.begun, event('MeasureBegun', { measureId })] as const] : []),
    ...later.map(([type, data]) => ['2026-10-01', event(type, { measureId, ...data })] as const),
  ];
};
const withPlan = (said: AnyEvent, named: typeof plan.milestones) =>
  ({ ...said, data: { ...said.data, plan: { ...plan, milestones: named } } }) as AnyEvent;

const recordings = ({ goals, measures, indicators }: State): readonly Recording[] => [
  ...goals.map(({ house, theme, target, declared, abandoned }, index): Recording => {
    const goalId = id(1, index);
    const content = { title: `Goal ${index}`, theme, targetDate: target };
    return [
      `${house}.goal-${goalId}`,
      ['2026-01-01', drafted(goalId, content)],
      ['2026-01-02', adopted(goalId, content)],
      ...(declared
        ? [['2026-01-03', event('GoalHealthDeclared', { goalId, health: declared, reason: 'x' })] as const]
        : []),
      ...(abandoned ? [['2026-01-04', event('GoalAbandoned', { goalId, reason: 'x' })] as const] : []),
    ];
  }),
  ...measures.map(recordingOf),
  ...indicators.map((each, index): Recording => {
    const indicatorId = id(3, index);
    const baseline = { value: each.baseline, date: each.dated ? '2026-01-01' : null };
    const definition = {
      indicatorId,
      title: `I ${index}`,
      baseline,
      targetPath: pathOf(each),
      goals: [id(1, each.goal)],
    };
    const observed = { indicatorId, period: '2026-Q3', value: each.latest, provisional: false, source: null };
    return [
      `mid.indicator-${indicatorId}`,
      ['2026-01-01', defined(definition)],
      ...(each.latest === null ? [] : [['2026-10-01', event('ObservationReported', observed)] as const]),
    ];
  }),
];

// The naive calculation.
const naiveSlips = ({ milestones: all }: Measure) =>
  all
    .filter(({ dropped }) => !dropped)
    .map(({ baseline, forecast, reached }) => ({
      baseline,
      slip: dayNumber(reached ?? forecast ?? baseline) - dayNumber(baseline),
    }));

const naiveUnreported = ({ end, begun, percents }: Measure) => {
  if (end !== 'underway') return 0;
  const reportedUntil = QUARTERS[percents.length - 1]?.[1] ?? '';
  return QUARTERS.filter(([, over]) => over < TODAY && over >= begun && over > reportedUntil).length;
};

const naiveMeasure = (each: Measure) => {
  if (!['released', 'underway', 'suspended', 'inAcceptance'].includes(each.end)) return null;
  const kept = naiveSlips(each);
  const last = kept.filter(({ baseline }) => kept.every((other) => other.baseline <= baseline));
  const unreported = naiveUnreported(each);
  if (last.some(({ slip }) => slip > 90) || unreported >= 2) return 'red';
  return kept.some(({ slip }) => slip > 0) || unreported === 1 ? 'amber' : 'green';
};

const naiveExpected = (each: Indicator) => {
  const points = [...(each.dated ? [{ date: '2026-01-01', value: each.baseline }] : []), ...pathOf(each)];
  const before = points.filter(({ date }) => date <= TODAY).at(-1);
  const after = points.find(({ date }) => date > TODAY);
  if (!before || !after) return before?.value ?? null;
  const [passed, way] = [TODAY, after.date].map((day) => dayNumber(day) - dayNumber(before.date));
  return before.value + ((passed ?? 0) / (way ?? 1)) * (after.value - before.value);
};

const naivePace = (each: Indicator) => {
  const expected = naiveExpected(each);
  if (each.latest === null || expected === null || expected === each.baseline) return null;
  return (each.latest - each.baseline) / (expected - each.baseline);
};

const counting = ({ measures }: State, index: number) =>
  measures.filter((each) => each.goal === index && !['none', 'cancelled'].includes(each.end));

const naiveSigns = (all: State, index: number) => {
  const measures = counting(all, index);
  const paces = all.indicators.filter((each) => each.goal === index).map(naivePace);
  return {
    paces: paces.filter((pace) => pace !== null),
    lit: measures.some((each) => naiveMeasure(each) !== null),
    red: measures.filter((each) => naiveMeasure(each) === 'red').map(({ weight }) => weight),
    half: measures.reduce((sum, { weight }) => sum + weight, 0) / 2,
  };
};

const naiveGoal = (all: State, index: number) => {
  if (all.goals[index]?.abandoned) return null;
  const { paces, lit, red, half } = naiveSigns(all, index);
  const heavy = red.filter((weight) => weight >= half);
  const below = (share: number) => paces.filter((pace) => pace < share - 1e-9).length;
  if (below(0.7) + heavy.length > 0) return 'red';
  if (below(0.9) + red.length > 0) return 'amber';
  return paces.length > 0 || lit ? 'green' : 'grey';
};

const naiveShare = (all: State, index: number) => {
  const measures = counting(all, index);
  const percent = ({ end, percents }: Measure) => {
    if (end === 'completed') return 100;
    return end === 'released' ? 0 : (percents.at(-1) ?? 0);
  };
  const weights = measures.reduce((sum, { weight }) => sum + weight, 0);
  const sum = measures.reduce((total, each) => total + each.weight * percent(each), 0);
  return weights === 0 ? null : sum / weights / 100;
};

const naiveMedian = (values: readonly (number | null)[]) => {
  const known = values.filter((value) => value !== null).toSorted((one, other) => one - other);
  const middle = known.length / 2;
  if (known.length === 0) return null;
  return known.length % 2 === 1 ? known[Math.floor(middle)] : ((known[middle - 1] ?? 0) + (known[middle] ?? 0)) / 2;
};

const naiveTally = (all: State, which: (goal: State['goals'][number]) => boolean) => {
  const places = all.goals.flatMap((each, index) => (which(each) ? [index] : []));
  const lights = places.map((index) => naiveGoal(all, index) ?? 'ended');
  const among = (light: string) => lights.filter((one) => one === light).length;
  const declared = places.map((index) => all.goals[index]?.declared ?? null);
  return {
    computed: Object.fromEntries(['green', 'amber', 'red', 'grey', 'ended'].map((light) => [light, among(light)])),
    conflicts: lights.filter(
      (light, place) => declared[place] !== null && !['grey', 'ended', declared[place]].includes(light),
    ).length,
    overdue: places.filter((index) => !all.goals[index]?.abandoned && (all.goals[index]?.target ?? '') < TODAY).length,
    byMeasures: naiveMedian(places.map((index) => naiveShare(all, index))),
  };
};

type Health = Readonly<{ computedHealth: { health: string } | null }>;
type Tallied = Readonly<{
  tally: {
    goals: { byComputedHealth: object; conflicts: number; overdue: number };
    progress: { byMeasures: { value: number | null } };
  };
}>;
const rounded = (value: number | null | undefined) => (value == null ? null : Number(value.toFixed(9)));
const figuresOf = ({ tally: { goals, progress } }: Tallied) => ({
  computed: goals.byComputedHealth,
  conflicts: goals.conflicts,
  overdue: goals.overdue,
  byMeasures: rounded(progress.byMeasures.value),
});
const expectedOf = (tally: ReturnType<typeof naiveTally>) => ({ ...tally, byMeasures: rounded(tally.byMeasures) });

it('agree with what the service answers', async () => {
  await fc.assert(
    fc.asyncProperty(state, async (all) => {
      const strategy = await OpenStrategy.open();
      await strategy.record(...frame, ...recordings(all));
      const get = async (path: string) =>
        (await strategy.get(`/api/strategy/${path}`, { by: { roles: ['analyst'] } })).body;
      const lightOf = async (path: string) => ((await get(path)) as unknown as Health).computedHealth?.health ?? null;
      const overview = (await get('overview')) as unknown as {
        pillars: { themes: (Tallied & { theme: string })[] }[];
        ministries: (Tallied & { ministry: string })[];
      };
      const answered = {
        measures: await Promise.all(all.measures.map((_, index) => lightOf(`measures/${id(2, index)}`))),
        goals: await Promise.all(all.goals.map((_, index) => lightOf(`goals/${id(1, index)}`))),
        themes: overview.pillars.flatMap(({ themes }) => themes.map(figuresOf)),
        houses: overview.ministries.map(figuresOf),
      };
      await strategy.close();
      expect(answered).toEqual({
        measures: all.measures.map(naiveMeasure),
        goals: all.goals.map((_, index) => naiveGoal(all, index)),
        themes: THEMES.map((theme) => expectedOf(naiveTally(all, (one) => one.theme === theme))),
        houses: HOUSES.map((house) => expectedOf(naiveTally(all, (one) => one.house === house))),
      });
    }),
    { numRuns: 10 },
  );
});

const frame: readonly Recording[] = [
  [
    `mid.pillar-${id(9, 1)}`,
    ['2026-01-01', event('PillarDefined', { pillar: 'society', title: 'S', description: null, order: 1 })],
  ],
  ...THEMES.map((theme, index): Recording => [
    `mid.theme-${id(9, 2 + index)}`,
    [
      '2026-01-01',
      event('ThemeDefined', { theme, pillar: 'society', title: theme, description: null, order: index + 1 }),
    ],
  ]),
];
