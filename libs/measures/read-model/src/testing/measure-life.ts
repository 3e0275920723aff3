// One measure for the specs: its events, and the rows they make.
import type { BudgetLine, MeasureEvent, MeasurePlan, MeasureTakenOverV2, ProjectLead } from '@zielwerk/contracts';
import { recorded } from '@zielwerk/testing';

import type { MeasureRow } from '../measure-row';

export const measureId = '0190a1de-0000-7000-8000-000000000001';
export const otherId = '0190a1de-0000-7000-8000-000000000002';
export const goalId = '0190a1de-0000-7000-8000-0000000000a1';
export const otherGoalId = '0190a1de-0000-7000-8000-0000000000a2';
export const name = `mid.measure-${measureId}`;
/** Where the measure goes on once another house has taken it over. */
export const newName = `mf.measure-${measureId}`;

export const measure = (...history: [string, MeasureEvent][]) => recorded(name, ...history);

const pilotPlan = { milestone: 'pilot', title: 'Pilot', baselineDate: '2026-06-30' };
const rolloutPlan = { milestone: 'rollout', title: 'Roll-out', baselineDate: '2026-12-31' };
export const plan: MeasurePlan = {
  startsOn: '2026-01-01',
  endsOn: '2027-06-30',
  charter: { purpose: 'No paper', result: 'E-files' },
  projectLead: { function: 'Head of 12', unit: '12' },
  budgetLine: null,
  needsNoMoney: true,
  milestones: [pilotPlan, rolloutPlan],
};
const open = { forecastDate: null, actualDate: null, dropped: false };
export const pilot = { ...pilotPlan, ...open, reason: null };
export const rollout = { ...rolloutPlan, ...open, reason: null };
export const line: BudgetLine = {
  ...{ year: 2026, section: '19', chapter: '05', lineItem: '812 01' },
  source: 'state',
};

export const names = { reference: 'M-1', title: 'E-Akte überall', description: null };
export const proposed: MeasureEvent = { type: 'MeasureProposed', data: { measureId, ...names } };
export const planned: MeasureEvent = { type: 'MeasurePlanned', data: { measureId, plan } };
export const released: MeasureEvent = { type: 'MeasureReleased', data: { measureId, ...names, plan } };
export const begun: MeasureEvent = { type: 'MeasureBegun', data: { measureId } };
export const reported = (period: string, percent: number): MeasureEvent => ({
  type: 'MeasureProgressReported',
  data: { measureId, period, percent, text: 'As planned', explanation: null },
});
export const corrected = (corrects: number, period: string, percent: number): MeasureEvent => ({
  type: 'MeasureProgressCorrected',
  data: { measureId, corrects, period, percent, text: 'Recounted', reason: 'Counted twice' },
});
export const submitted: MeasureEvent = { type: 'MeasureSubmittedForAcceptance', data: { measureId, result: 'Done' } };
export const completed: MeasureEvent = { type: 'MeasureCompleted', data: { measureId, acceptedBy: '31' } };
export const contributed: MeasureEvent = { type: 'MeasureContributionAdded', data: { measureId, goalId, weight: 100 } };

export const state: MeasureTakenOverV2['state'] = {
  ...names,
  status: 'underway',
  plan,
  appraised: true,
  begunOn: '2026-01-15',
  reportsSince: '2026-01-15',
  health: null,
  result: null,
  acceptance: null,
  reports: [
    { period: '2025-Q4', percent: 70 },
    { period: '2026-Q1', percent: 60 },
  ],
  milestones: [{ ...pilotPlan, ...open, actualDate: '2026-07-10' }],
  contributions: [{ goalId, weight: 70 }],
  budget: [
    { line, plannedCents: 500_00, commitmentCents: 100_00, consentedCents: 400_00, frozenCents: 0, spentCents: 90_00 },
  ],
  needs: [{ needs: otherId, giver: 'mi', declaration: { stream: name, revision: 3 } }],
  neededBy: [],
};
export const handedOver: MeasureEvent = {
  type: 'MeasureHandedOver',
  data: { measureId, to: 'mf', reason: 'Its budget is there', state },
};
export const newLead = { function: 'Head of 24', unit: '24' };
export const takenOver = (change: Partial<typeof state> = {}, projectLead: ProjectLead | null = newLead) =>
  ({
    type: 'MeasureTakenOver',
    data: { measureId, continues: { stream: name, revision: 4 }, state: { ...state, ...change }, projectLead },
  }) satisfies MeasureEvent;

export const at = (revision: number, occurred_on: string) => ({
  revision,
  occurred_on,
  recorded_at: `2026-12-01T00:0${revision}:00.000Z`,
});

export const proposal: MeasureRow = {
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
  appraised: false,
  plan_revision: null,
  begun_on: null,
  reports_since: null,
  percent: null,
  last_period: null,
  last_period_end: null,
  reports: [],
  setbacks: 0,
  counted_percent: null,
  milestones: [],
  last_slip_days: null,
  largest_slip_days: null,
  health: null,
  health_reason: null,
  health_on: null,
  blockers: [],
  result: null,
  refused_acceptances: 0,
  accepted_by: null,
  completed_on: null,
  impact: null,
  impact_findings: null,
  ended_on: null,
  end_reason: null,
  cost_so_far_cents: null,
  lessons: null,
  merged_into: null,
  handed_over_to: null,
  continues: null,
  title_key: 'e akte uberall',
  search_text: 'e akte uberall m 1',
  end_key: '9999-12-31',
};
export const plannedRow: MeasureRow = {
  ...proposal,
  ...at(1, '2026-01-13'),
  state: 'planned',
  starts_on: '2026-01-01',
  ends_on: '2027-06-30',
  charter: { purpose: 'No paper', result: 'E-files' },
  project_lead: { function: 'Head of 12', unit: '12' },
  needs_no_money: true,
  plan_revision: 1,
  milestones: [pilot, rollout],
  last_slip_days: 0,
  largest_slip_days: 0,
  end_key: '2027-06-30',
};
export const releasedRow: MeasureRow = {
  ...plannedRow,
  ...at(2, '2026-01-14'),
  state: 'released',
  audience: 'public',
  plan_revision: 2,
  counted_percent: 0,
};
export const underwayRow: MeasureRow = {
  ...releasedRow,
  ...at(3, '2026-01-15'),
  state: 'underway',
  begun_on: '2026-01-15',
  reports_since: '2026-01-15',
};

export const untilReleased: [string, MeasureEvent][] = [
  ['2026-01-12', proposed],
  ['2026-01-13', planned],
  ['2026-01-14', released],
];
export const untilUnderway: [string, MeasureEvent][] = [...untilReleased, ['2026-01-15', begun]];
