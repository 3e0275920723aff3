import type { MeasureEvent, MeasurePlan } from '@zielwerk/contracts';
import { projectionSpec, recorded } from '@zielwerk/testing';

import { measureProjection, type MeasureRow } from './measure.projection';

const measureId = '0190a1de-0000-7000-8000-000000000001';
const goalId = '0190a1de-0000-7000-8000-0000000000a1';
const name = `mid.measure-${measureId}`;
const given = projectionSpec(measureProjection);
const measure = (...history: [string, MeasureEvent][]) => recorded(name, ...history);

const plan: MeasurePlan = {
  startsOn: '2026-01-01',
  endsOn: '2027-06-30',
  charter: { purpose: 'No paper', result: 'E-files' },
  projectLead: { function: 'Head of 12', unit: '12' },
  budgetLine: null,
  needsNoMoney: true,
  milestones: [],
};
const names = { reference: 'M-1', title: 'E-Akte überall', description: null };
const proposed: MeasureEvent = { type: 'MeasureProposed', data: { measureId, ...names } };
const planned: MeasureEvent = { type: 'MeasurePlanned', data: { measureId, plan } };
const released: MeasureEvent = { type: 'MeasureReleased', data: { measureId, ...names, plan } };
const begun: MeasureEvent = { type: 'MeasureBegun', data: { measureId } };
const reported = (period: string, percent: number): MeasureEvent => ({
  type: 'MeasureProgressReported',
  data: { measureId, period, percent, text: null, explanation: null },
});
const submitted: MeasureEvent = { type: 'MeasureSubmittedForAcceptance', data: { measureId, result: 'Done' } };
const completed: MeasureEvent = { type: 'MeasureCompleted', data: { measureId, acceptedBy: '31' } };
const contributed: MeasureEvent = { type: 'MeasureContributionAdded', data: { measureId, goalId, weight: 100 } };

const at = (revision: number, occurred_on: string) => ({
  revision,
  occurred_on,
  recorded_at: `2026-12-01T00:0${revision}:00.000Z`,
});
const proposal: MeasureRow = {
  stream: name,
  ...at(0, '2026-01-12'),
  measure_id: measureId,
  created_at: '2026-12-01T00:00:00.000Z',
  ministry: 'mid',
  reference: 'M-1',
  state: 'proposed',
  audience: 'government',
  title: 'E-Akte überall',
  description: null,
  starts_on: null,
  ends_on: null,
  charter: null,
  project_lead: null,
  budget_line: null,
  needs_no_money: false,
  plan_revision: null,
  percent: null,
  last_period: null,
  setbacks: 0,
  counted_percent: null,
  result: null,
  accepted_by: null,
  completed_on: null,
  title_key: 'e akte uberall',
  end_key: '9999-12-31',
};
const plannedRow: MeasureRow = {
  ...proposal,
  ...at(1, '2026-01-13'),
  state: 'planned',
  starts_on: '2026-01-01',
  ends_on: '2027-06-30',
  charter: { purpose: 'No paper', result: 'E-files' },
  project_lead: { function: 'Head of 12', unit: '12' },
  needs_no_money: true,
  plan_revision: 1,
  end_key: '2027-06-30',
};
const releasedRow: MeasureRow = {
  ...plannedRow,
  ...at(2, '2026-01-14'),
  state: 'released',
  audience: 'public',
  plan_revision: 2,
  counted_percent: 0,
};
const untilReleased: [string, MeasureEvent][] = [
  ['2026-01-12', proposed],
  ['2026-01-13', planned],
  ['2026-01-14', released],
];

describe('measure', () => {
  it('begins as a proposal that only the government reads', () =>
    given(measure(['2026-01-12', proposed])).then({ [name]: proposal }));

  it('takes over its plan', () =>
    given(measure(['2026-01-12', proposed], ['2026-01-13', planned])).then({ [name]: plannedRow }));

  it('is public from its release and counts as 0 while unreported', () =>
    given(measure(...untilReleased)).then({ [name]: releasedRow }));

  it('shows the last report and counts setbacks, not standstills', () =>
    given(
      measure(
        ...untilReleased,
        ['2026-01-15', begun],
        ['2026-04-01', reported('2026-Q1', 60)],
        ['2026-07-01', reported('2026-Q2', 40)],
        ['2026-10-01', reported('2026-Q3', 40)],
      ),
    ).then({
      [name]: {
        ...releasedRow,
        ...at(6, '2026-10-01'),
        state: 'underway',
        percent: 40,
        last_period: '2026-Q3',
        setbacks: 1,
        counted_percent: 40,
      },
    }));

  it('counts as 100 once completed, whatever was reported last', () =>
    given(
      measure(
        ...untilReleased,
        ['2026-01-15', begun],
        ['2026-04-01', reported('2026-Q1', 90)],
        ['2026-04-02', submitted],
        ['2026-04-20', completed],
      ),
    ).then({
      [name]: {
        ...releasedRow,
        ...at(6, '2026-04-20'),
        state: 'completed',
        percent: 90,
        last_period: '2026-Q1',
        counted_percent: 100,
        result: 'Done',
        accepted_by: '31',
        completed_on: '2026-04-20',
      },
    }));

  it('notes a contribution as its last change', () =>
    given(measure(['2026-01-12', proposed], ['2026-01-13', contributed])).then({
      [name]: { ...proposal, ...at(1, '2026-01-13') },
    }));
});
