// States of any kind, as facts that houses record: what the figures of the program are compared on.
import type { AnyEvent } from '@zielwerk/contracts';
import * as fc from 'fast-check';

import type { Recording } from './open-strategy';
import { adopted, contributed, defined, drafted, plan, proposed, released } from './small-state';

export const HOUSES = ['mid', 'mf', 'mwu'];
export const THEMES = ['networks', 'files'];
export const QUARTERS = [
  ...[['2026-Q1', '2026-03-31'] as const, ['2026-Q2', '2026-06-30'] as const],
  ...[['2026-Q3', '2026-09-30'] as const, ['2026-Q4', '2026-12-31'] as const],
];
export const id = (kind: number, index: number) =>
  `0190a1de-0000-7000-8000-${String(kind * 1000 + index).padStart(12, '0')}`;
const dayAt = (offset: number) => new Date(Date.UTC(2026, 0, 1 + offset)).toISOString().slice(0, 10);

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
export const state = fc.record({
  goals: fc.array(goal, { minLength: 4, maxLength: 4 }),
  measures: fc.array(measure, { maxLength: 16 }),
  indicators: fc.array(indicator, { maxLength: 8 }),
});
export type State = typeof state extends fc.Arbitrary<infer Value> ? Value : never;
export type Measure = State['measures'][number];
export type Indicator = State['indicators'][number];

// What is recorded: in the order of life, with days that no figure looks at.
const event = (type: string, data: object) => ({ type, data }) as unknown as AnyEvent;
export const pathOf = ({ baseline, steps }: Indicator) =>
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

export const recordings = ({ goals, measures, indicators }: State): readonly Recording[] => [
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

export const frame: readonly Recording[] = [
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
