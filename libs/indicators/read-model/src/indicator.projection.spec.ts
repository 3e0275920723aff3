import type { IndicatorEvent } from '@zielwerk/contracts';
import { projectionSpec, recorded } from '@zielwerk/testing';

import { indicatorProjection, type IndicatorRow } from './indicator.projection';
import { indicatorGoalProjection } from './indicator-goal.projection';
import { observationProjection } from './observation.projection';

const indicatorId = '0190a1de-0000-7000-8000-000000000b01';
const goals = ['0190a1de-0000-7000-8000-0000000000a1', '0190a1de-0000-7000-8000-0000000000a2'] as const;
const name = `mid.indicator-${indicatorId}`;
const at = (revision: number, occurred_on: string) => ({
  stream: name,
  revision,
  occurred_on,
  recorded_at: `2026-12-01T00:0${revision}:00.000Z`,
});

const defined = {
  type: 'IndicatorDefined',
  data: {
    indicatorId,
    reference: null,
    title: 'Households with fibre',
    description: null,
    unit: '%',
    decimals: 1,
    kind: 'increase',
    baseline: { value: 20, date: '2025-12-31' },
    targetPath: [
      { date: '2026-12-31', value: 45 },
      { date: '2027-12-31', value: 70.5 },
    ],
    source: null,
    region: '15',
    periodicity: 'quarter',
    goals,
  },
} satisfies IndicatorEvent;
const observed = (period: string, value: number, provisional = false) =>
  ({ type: 'ObservationReported', data: { indicatorId, period, value, provisional } }) satisfies IndicatorEvent;

const unobserved: IndicatorRow = {
  ...at(0, '2026-01-12'),
  indicator_id: indicatorId,
  created_at: '2026-12-01T00:00:00.000Z',
  ministry: 'mid',
  reference: null,
  title: 'Households with fibre',
  description: null,
  unit: '%',
  decimals: 1,
  kind: 'increase',
  baseline_value: 20,
  baseline_date: '2025-12-31',
  target_path: [
    { date: '2026-12-31', value: 45 },
    { date: '2027-12-31', value: 70.5 },
  ],
  target_value: 70.5,
  target_date: '2027-12-31',
  source: null,
  region: '15',
  periodicity: 'quarter',
  observation_count: 0,
  first_period: null,
  latest_period: null,
  latest_value: null,
  latest_provisional: null,
  title_key: 'households with fibre',
};

describe('indicator', () => {
  const given = projectionSpec(indicatorProjection);

  it('takes the last point of its path as the target', () =>
    given(recorded<IndicatorEvent>(name, ['2026-01-12', defined])).then({ [name]: unobserved }));

  it('has neither baseline nor target when it is only observed', () => {
    const plain: IndicatorEvent = { ...defined, data: { ...defined.data, baseline: null, targetPath: [] } };
    const none = { baseline_value: null, baseline_date: null, target_path: [], target_value: null, target_date: null };
    given(recorded(name, ['2026-01-12', plain])).then({ [name]: { ...unobserved, ...none } });
  });

  it('shows the observation whose period ends last, however late an earlier one was reported', () =>
    given(
      recorded<IndicatorEvent>(
        name,
        ['2026-01-12', defined],
        ['2026-07-01', observed('2026-Q2', 30, true)],
        ['2026-07-02', observed('2026-Q1', 25)],
      ),
    ).then({
      [name]: {
        ...unobserved,
        ...at(2, '2026-07-02'),
        observation_count: 2,
        first_period: '2026-Q1',
        latest_period: '2026-Q2',
        latest_value: 30,
        latest_provisional: true,
      },
    }));
});

it('observation keeps a row per period with the day it ends on', () =>
  projectionSpec(observationProjection)(recorded(name, ['2026-04-01', observed('2026-Q1', 25.5)])).then({
    [`${name}/2026-Q1`]: {
      ...at(0, '2026-04-01'),
      observation: `${name}/2026-Q1`,
      indicator_id: indicatorId,
      period: '2026-Q1',
      period_end: '2026-03-31',
      value: 25.5,
      provisional: false,
    },
  }));

it('indicator_goal keeps a row per goal it serves', () => {
  const row = (goal: string) => ({
    ...at(0, '2026-01-12'),
    serving: `${name}/${goal}`,
    indicator_id: indicatorId,
    goal_id: goal,
  });
  projectionSpec(indicatorGoalProjection)(recorded(name, ['2026-01-12', defined])).then({
    [`${name}/${goals[0]}`]: row(goals[0]),
    [`${name}/${goals[1]}`]: row(goals[1]),
  });
});
