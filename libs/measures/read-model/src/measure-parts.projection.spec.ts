// The rows below a measure: reports, milestones, contributions.
import type { MeasureEvent, MilestonePlan } from '@zielwerk/contracts';
import { applyEvent, emptyRows, type Message, type Projection } from '@zielwerk/kernel';
import { projectionSpec, recorded } from '@zielwerk/testing';

import { budgetLineProjection } from './budget-line.projection';
import { contributionProjection } from './contribution.projection';
import { dependencyDeclaredProjection } from './dependency-declared.projection';
import { measureProgressProjection, type MeasureProgressRow } from './measure-progress.projection';
import { type MilestoneEvent, milestoneProjection } from './milestone.projection';
import {
  at,
  corrected,
  goalId,
  line,
  measureId,
  name,
  newName,
  otherGoalId,
  otherId,
  plan,
  reported,
  takenOver,
} from './testing/measure-life';

type Reports = Parameters<typeof measureProgressProjection.keyOf>[0];
const asReports = (...history: [string, MeasureEvent][]) => recorded(name, ...history) as Reports[];

describe('measure_progress', () => {
  const row = (period: string, period_end: string, percent: number): MeasureProgressRow => ({
    ...{ ...at(0, '2026-04-01'), stream: name, report: `${name}/${period}`, measure_id: measureId },
    ...{ period, period_end, percent, first_percent: percent, corrected: false, reason: null },
    ...{ text: 'As planned', explanation: null },
  });

  it('keeps a row per period with the day it ends on', () =>
    projectionSpec(measureProgressProjection)(
      asReports(['2026-04-01', reported('2026-Q1', 60)], ['2026-05-01', reported('2026-04', 50)]),
    ).then({
      [`${name}/2026-Q1`]: row('2026-Q1', '2026-03-31', 60),
      [`${name}/2026-04`]: { ...row('2026-04', '2026-04-30', 50), ...at(1, '2026-05-01') },
    }));

  it('keeps the first value readable when it is corrected, and corrected again', () =>
    projectionSpec(measureProgressProjection)(
      asReports(
        ['2026-04-01', reported('2026-Q1', 60)],
        ['2026-05-01', corrected(0, '2026-Q1', 35)],
        ['2026-05-02', corrected(1, '2026-Q1', 36)],
      ),
    ).then({
      [`${name}/2026-Q1`]: {
        ...{ ...row('2026-Q1', '2026-03-31', 36), ...at(2, '2026-05-02'), first_percent: 60 },
        ...{ corrected: true, reason: 'Counted twice', text: 'Recounted' },
      },
    }));

  it('goes on with the reports of the house that handed the measure over', () => {
    const inNewHouse = (period: string) => ({
      ...{ ...at(0, '2026-05-01'), stream: newName, report: `${newName}/${period}`, text: null },
    });
    projectionSpec(measureProgressProjection)(recorded(newName, ['2026-05-01', takenOver()])).then({
      [`${newName}/2025-Q4`]: { ...row('2025-Q4', '2025-12-31', 70), ...inNewHouse('2025-Q4') },
      [`${newName}/2026-Q1`]: { ...row('2026-Q1', '2026-03-31', 60), ...inNewHouse('2026-Q1') },
    });
  });

  it('has no report of a measure that was taken over before its first', () =>
    projectionSpec(measureProgressProjection)(recorded(newName, ['2026-05-01', takenOver({ reports: [] })])).then({}));
});

describe('milestone', () => {
  const given = projectionSpec(milestoneProjection);
  const planned = (...milestones: readonly MilestonePlan[]): MilestoneEvent => ({
    type: 'MeasurePlanned',
    data: { measureId, plan: { ...plan, milestones } },
  });
  const row = (milestone: string, title: string, baseline_date: string) => ({
    ...{ ...at(0, '2026-01-01'), stream: name, milestone_key: `${name}/${milestone}`, measure_id: measureId },
    ...{ milestone, title, plan_revision: 0, baseline_date },
    ...{ forecast_date: null, actual_date: null, dropped: false, reason: null },
  });
  const pilot = row('pilot', 'Pilot', '2026-06-30');
  const rollout = row('rollout', 'Roll-out', '2026-12-31');

  it('shows by the revision of its plan what is still planned', () => {
    const later = { milestone: 'rollout', title: 'Roll-out', baselineDate: '2027-03-31' };
    given(recorded(name, ['2026-01-01', planned(...plan.milestones)], ['2026-01-02', planned(later)])).then({
      [`${name}/pilot`]: pilot,
      [`${name}/rollout`]: { ...rollout, ...at(1, '2026-01-02'), plan_revision: 1, baseline_date: '2027-03-31' },
    });
  });

  it('keeps its baseline date when its forecast moves, and the plan it belongs to', () => {
    const moved: MilestoneEvent = {
      type: 'MilestoneForecastMoved',
      data: { measureId, milestone: 'pilot', forecastDate: '2026-08-31', reason: 'Late tender' },
    };
    const reached: MilestoneEvent = {
      type: 'MilestoneReached',
      data: { measureId, milestone: 'pilot', actualDate: '2026-08-20' },
    };
    const dropped: MilestoneEvent = {
      type: 'MilestoneDropped',
      data: { measureId, milestone: 'rollout', reason: 'Moot' },
    };
    given(
      recorded<MilestoneEvent>(
        name,
        ['2026-01-01', planned(...plan.milestones)],
        ['2026-05-01', moved],
        ['2026-08-20', reached],
        ['2026-08-21', dropped],
      ),
    ).then({
      [`${name}/pilot`]: {
        ...{ ...pilot, ...at(2, '2026-08-20') },
        ...{ forecast_date: '2026-08-31', actual_date: '2026-08-20', reason: 'Late tender' },
      },
      [`${name}/rollout`]: { ...rollout, ...at(3, '2026-08-21'), dropped: true, reason: 'Moot' },
    });
  });

  it('goes on in the new house, with what only the plan says', () => {
    const inNewHouse = (milestone: string) => ({
      ...{ ...at(0, '2026-05-01'), stream: newName, milestone_key: `${newName}/${milestone}` },
    });
    given(recorded<MilestoneEvent>(newName, ['2026-05-01', takenOver()])).then({
      [`${newName}/pilot`]: { ...pilot, ...inNewHouse('pilot'), actual_date: '2026-07-10' },
      [`${newName}/rollout`]: { ...rollout, ...inNewHouse('rollout') },
    });
  });
});

describe('contribution', () => {
  type Contributing = Parameters<typeof contributionProjection.keyOf>[0];
  const given = projectionSpec(contributionProjection);
  const added = (goal: string, weight: number): MeasureEvent => ({
    type: 'MeasureContributionAdded',
    data: { measureId, goalId: goal, weight },
  });
  const withdrawn: MeasureEvent = {
    type: 'MeasureContributionWithdrawn',
    data: { measureId, goalId, reason: 'Serves another' },
  };
  const row = (goal_id: string, weight: number) => ({
    ...{ ...at(0, '2026-01-01'), stream: name, contribution: `${name}/${goal_id}` },
    ...{ measure_id: measureId, goal_id, weight },
  });
  const history = (...events: [string, MeasureEvent][]) => recorded(name, ...events) as Contributing[];

  it('keeps a row per goal', () =>
    given(history(['2026-01-01', added(goalId, 100)], ['2026-01-02', added(otherGoalId, 30)])).then({
      [`${name}/${goalId}`]: row(goalId, 100),
      [`${name}/${otherGoalId}`]: { ...row(otherGoalId, 30), ...at(1, '2026-01-02') },
    }));

  it('is gone once withdrawn, and may come back', () => {
    const gone: [string, MeasureEvent][] = [
      ['2026-01-01', added(goalId, 100)],
      ['2026-01-02', withdrawn],
    ];
    given(history(...gone)).then({});
    given(history(...gone, ['2026-01-03', added(goalId, 20)])).then({
      [`${name}/${goalId}`]: { ...row(goalId, 20), ...at(2, '2026-01-03') },
    });
  });

  it('comes with the measure that is taken over', () =>
    given(recorded(newName, ['2026-05-01', takenOver()])).then({
      [`${newName}/${goalId}`]: {
        ...{ ...row(goalId, 70), ...at(0, '2026-05-01') },
        ...{ stream: newName, contribution: `${newName}/${goalId}` },
      },
    }));
});

const reachesNothing = (projection: unknown, event: MeasureEvent) => {
  const [early] = recorded<Message>(name, ['2026-01-01', event]);
  return () => early && applyEvent(projection as Projection, emptyRows<object>(), early);
};

it.each<Readonly<{ projection: Readonly<{ name: string }>; event: MeasureEvent }>>([
  { projection: measureProgressProjection, event: corrected(0, '2026-Q1', 1) },
  {
    projection: milestoneProjection,
    event: { type: 'MilestoneReached', data: { measureId, milestone: 'pilot', actualDate: '2026-01-01' } },
  },
  {
    projection: contributionProjection,
    event: { type: 'MeasureContributionWithdrawn', data: { measureId, goalId, reason: 'No use' } },
  },
  {
    projection: budgetLineProjection,
    event: { type: 'MeasureSpendingReported', data: { measureId, line, spentCents: 1 } },
  },
  {
    projection: dependencyDeclaredProjection,
    event: { type: 'MeasureDependencyWithdrawn', data: { measureId, needs: otherId, reason: 'No use' } },
  },
])('$projection.name waits for its row before $event.type is applied', ({ projection, event }) =>
  expect(reachesNothing(projection, event)).toThrow('There is no row yet'),
);
