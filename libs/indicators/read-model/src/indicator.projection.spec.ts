import type { IndicatorEvent } from '@zielwerk/contracts';
import { applyEvent, emptyRows } from '@zielwerk/kernel';
import { projectionSpec, recorded } from '@zielwerk/testing';

import { indicatorProjection, type IndicatorRow } from './indicator.projection';
import { indicatorGoalProjection } from './indicator-goal.projection';
import {
  at,
  corrected,
  defined,
  foundPlausible,
  goals,
  indicatorId,
  linked,
  name,
  observed,
  refused,
} from './testing/indicator-life';

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
  search_text: 'households with fibre',
  values: [],
};

const given = projectionSpec(indicatorProjection);
const indicator = (...history: [string, IndicatorEvent][]) => recorded(name, ...history);

describe('indicator', () => {
  it('takes the last point of its path as the target', () =>
    given(indicator(['2026-01-12', defined])).then({ [name]: unobserved }));

  it('has neither baseline nor target when it is only observed', () => {
    const plain: IndicatorEvent = { ...defined, data: { ...defined.data, baseline: null, targetPath: [] } };
    const none = { baseline_value: null, baseline_date: null, target_path: [], target_value: null, target_date: null };
    given(indicator(['2026-01-12', plain])).then({ [name]: { ...unobserved, ...none } });
  });

  it('notes a further goal as its last change', () =>
    given(indicator(['2026-01-12', defined], ['2026-02-01', linked])).then({
      [name]: { ...unobserved, ...at(1, '2026-02-01') },
    }));

  it.each([observed('2026-Q1', 1), foundPlausible(1), refused(1), corrected(1, '2026-Q1', 1), linked])(
    'waits for the definition before $type is applied',
    (event) => {
      const [early] = indicator(['2026-01-01', event]);
      expect(() => early && applyEvent(indicatorProjection, emptyRows<IndicatorRow>(), early)).toThrow(
        'There is no row yet',
      );
    },
  );
});

describe('the latest value of an indicator', () => {
  const q1 = { revision: 1, period: '2026-Q1', value: 25, provisional: false };
  const q2 = { revision: 2, period: '2026-Q2', value: 30, provisional: true };
  const after = (...events: IndicatorEvent[]) => ({
    then: (values: readonly (typeof q1)[], change: Partial<IndicatorRow>): void => {
      const days = events.map((event): [string, IndicatorEvent] => ['2026-07-01', event]);
      given(indicator(['2026-01-12', defined], ...days)).then({
        [name]: { ...unobserved, ...at(events.length, '2026-07-01'), values, ...change },
      });
    },
  });
  const both = [observed('2026-Q1', 25), observed('2026-Q2', 30, { provisional: true })];
  const isQ1 = {
    ...{ observation_count: 1, first_period: '2026-Q1', latest_period: '2026-Q1' },
    ...{ latest_value: 25, latest_provisional: false },
  };
  const isQ2 = { ...isQ1, observation_count: 2, latest_period: '2026-Q2', latest_value: 30, latest_provisional: true };

  it('is the one whose period ends last, however late an earlier one was reported', () => {
    after(...both).then([q1, q2], isQ2);
    const inBetween = { ...q1, revision: 2 };
    after(...[...both].reverse()).then([inBetween, { ...q2, revision: 1 }], isQ2);
  });

  it('is not one that was refused, but the one before it; there may be none', () => {
    after(...both, refused(2)).then([q1], isQ1);
    after(...both, refused(2), refused(1)).then([], {});
  });

  it('is one that was reported again after it was refused', () =>
    after(...both, refused(2), observed('2026-Q2', 31)).then(
      [q1, { ...q2, revision: 4, value: 31, provisional: false }],
      { ...isQ2, latest_value: 31, latest_provisional: false },
    ));

  it('stays as it was found plausible', () => after(...both, foundPlausible(2)).then([q1, q2], isQ2));

  it('is the final one that replaces a provisional one', () =>
    after(...both, observed('2026-Q2', 32)).then([q1, { ...q2, revision: 3, value: 32, provisional: false }], {
      ...{ ...isQ2, latest_value: 32, latest_provisional: false },
    }));

  it('is the corrected one, and counts again if it was refused', () => {
    const right = { ...q2, revision: 3, value: 33, provisional: false };
    const isRight = { ...isQ2, latest_value: 33, latest_provisional: false };
    after(...both, corrected(2, '2026-Q2', 33)).then([q1, right], isRight);
    after(...both, refused(2), corrected(2, '2026-Q2', 33)).then([q1, { ...right, revision: 4 }], isRight);
  });

  it('is no other for a correction of an earlier period', () =>
    after(...both, corrected(1, '2026-Q1', 20)).then([{ ...q1, revision: 3, value: 20 }, q2], isQ2));
});

it('indicator_goal keeps a row per goal it serves, from its definition and later', () => {
  const row = (goal: string, revision: number, day: string) => ({
    ...at(revision, day),
    serving: `${name}/${goal}`,
    indicator_id: indicatorId,
    goal_id: goal,
  });
  type Linked = Extract<IndicatorEvent, { type: 'IndicatorDefined' | 'IndicatorLinkedToGoal' }>;
  projectionSpec(indicatorGoalProjection)(recorded<Linked>(name, ['2026-01-12', defined], ['2026-02-01', linked])).then(
    {
      [`${name}/${goals[0]}`]: row(goals[0], 0, '2026-01-12'),
      [`${name}/${goals[1]}`]: row(goals[1], 0, '2026-01-12'),
      [`${name}/${linked.data.goalId}`]: row(linked.data.goalId, 1, '2026-02-01'),
    },
  );
});
