// The rows below a measure: reports, milestones, contributions.
import type { MeasureEvent, MeasurePlan, MilestonePlan } from '@zielwerk/contracts';
import { projectionSpec, recorded } from '@zielwerk/testing';

import { contributionProjection } from './contribution.projection';
import { type MeasurePlanEvent, milestoneProjection } from './milestone.projection';
import { measureProgressProjection } from './measure-progress.projection';

const measureId = '0190a1de-0000-7000-8000-000000000001';
const name = `mid.measure-${measureId}`;
const at = (revision: number, occurred_on: string) => ({
  stream: name,
  revision,
  occurred_on,
  recorded_at: `2026-12-01T00:0${revision}:00.000Z`,
});

it('measure_progress keeps a row per period with the day it ends on', () => {
  const reported = (period: string, percent: number, explanation: string | null) =>
    ({
      type: 'MeasureProgressReported',
      data: { measureId, period, percent, text: 'As planned', explanation },
    }) satisfies MeasureEvent;
  const row = { measure_id: measureId, text: 'As planned' };
  projectionSpec(measureProgressProjection)(
    recorded(name, ['2026-04-01', reported('2026-Q1', 60, null)], ['2026-05-01', reported('2026-04', 50, 'Strike')]),
  ).then({
    [`${name}/2026-Q1`]: {
      ...row,
      ...at(0, '2026-04-01'),
      report: `${name}/2026-Q1`,
      period: '2026-Q1',
      period_end: '2026-03-31',
      percent: 60,
      explanation: null,
    },
    [`${name}/2026-04`]: {
      ...row,
      ...at(1, '2026-05-01'),
      report: `${name}/2026-04`,
      period: '2026-04',
      period_end: '2026-04-30',
      percent: 50,
      explanation: 'Strike',
    },
  });
});

it('milestone shows by its revision what is still planned', () => {
  const planned = (...milestones: MilestonePlan[]): MeasurePlanEvent => {
    const open = { startsOn: null, endsOn: null, charter: null, projectLead: null, budgetLine: null };
    const plan: MeasurePlan = { ...open, needsNoMoney: false, milestones };
    return { type: 'MeasurePlanned', data: { measureId, plan } };
  };
  const pilot = { milestone: 'pilot', title: 'Pilot', baselineDate: '2026-06-30' };
  const rollout = { milestone: 'rollout', title: 'Roll-out', baselineDate: '2026-12-31' };
  const later = { ...rollout, baselineDate: '2027-03-31' };
  projectionSpec(milestoneProjection)(
    recorded(name, ['2026-01-01', planned(pilot, rollout)], ['2026-01-02', planned(later)]),
  ).then({
    [`${name}/pilot`]: {
      ...at(0, '2026-01-01'),
      milestone_key: `${name}/pilot`,
      measure_id: measureId,
      milestone: 'pilot',
      title: 'Pilot',
      baseline_date: '2026-06-30',
    },
    [`${name}/rollout`]: {
      ...at(1, '2026-01-02'),
      milestone_key: `${name}/rollout`,
      measure_id: measureId,
      milestone: 'rollout',
      title: 'Roll-out',
      baseline_date: '2027-03-31',
    },
  });
});

it('contribution keeps a row per goal', () => {
  const goals = ['0190a1de-0000-7000-8000-0000000000a1', '0190a1de-0000-7000-8000-0000000000a2'];
  const added = (goalId: string, weight: number) =>
    ({ type: 'MeasureContributionAdded', data: { measureId, goalId, weight } }) satisfies MeasureEvent;
  const [first = '', second = ''] = goals;
  projectionSpec(contributionProjection)(
    recorded(name, ['2026-01-01', added(first, 100)], ['2026-01-02', added(second, 30)]),
  ).then({
    [`${name}/${first}`]: {
      ...at(0, '2026-01-01'),
      contribution: `${name}/${first}`,
      measure_id: measureId,
      goal_id: first,
      weight: 100,
    },
    [`${name}/${second}`]: {
      ...at(1, '2026-01-02'),
      contribution: `${name}/${second}`,
      measure_id: measureId,
      goal_id: second,
      weight: 30,
    },
  });
});
