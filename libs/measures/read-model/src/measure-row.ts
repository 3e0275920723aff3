// A measure's row: what each of its columns says, and those that follow from others.
import {
  type Blocker,
  type Charter,
  type Health,
  type Impact,
  type MeasurePlace,
  type MeasurePlan,
  OPEN_MEASURE_STATES,
  type ProjectLead,
  type ReportState,
} from '@zielwerk/contracts';
import { type CalendarDate, type ColumnType, folded, lastDayOf, type Trace, traceColumns } from '@zielwerk/kernel';

import type { MilestoneFacts } from './milestone-facts';

export const MEASURE_STATES = [
  ...OPEN_MEASURE_STATES,
  'impactReviewed',
  'rejected',
  'cancelled',
  'merged',
  'handedOver',
] as const;
export type MeasureState = (typeof MEASURE_STATES)[number];

/** The trace is of the last event that all who may read the row may read. */
export type MeasureRow = Trace &
  Readonly<{
    measure_id: string;
    created_at: string;
    ministry: string;
    reference: string | null;
    state: MeasureState;
    /** `public` from the release on. */
    audience: 'government' | 'public';
    title: string;
    starts_on: CalendarDate | null;
    ends_on: CalendarDate | null;
    budget_line: string | null;
    needs_no_money: boolean;
    appraised: boolean;
    /** The revision that gave the plan; rows of `milestone` with an older one are out of date. */
    plan_revision: number | null;
    begun_on: CalendarDate | null;
    /** Reports are due from the period of this day on: when it began, or last went on after a suspension. */
    reports_since: CalendarDate | null;
    /** As last reported. */
    percent: number | null;
    last_period: string | null;
    last_period_end: CalendarDate | null;
    setbacks: number;
    /** What counts for the goals it serves: null before the release and after an end without result, 100 once completed. */
    counted_percent: number | null;
    /** By how many days the last milestone that was not dropped is, or is expected, behind its baseline date. */
    last_slip_days: number | null;
    /** The same of whichever is furthest behind. */
    largest_slip_days: number | null;
    /** As declared. */
    health: Health | null;
    health_on: CalendarDate | null;
    /** How often the result was sent back. */
    refused_acceptances: number;
    accepted_by: string | null;
    completed_on: CalendarDate | null;
    impact: Impact | null;
    /** Rejected, cancelled, merged or handed over; `handedOver` is its state only once the other house has taken it over. */
    ended_on: CalendarDate | null;
    cost_so_far_cents: number | null;
    /** The id of the measure it is a part of now. */
    merged_into: string | null;
    handed_over_to: string | null;
    /** Where its history in another house ends. */
    continues: MeasurePlace | null;
    title_key: string;
    /** No date comes last. */
    end_key: string;
    search_text: string;
    description: string | null;
    charter: Charter | null;
    project_lead: ProjectLead | null;
    reports: readonly ReportState[];
    milestones: readonly MilestoneFacts[];
    health_reason: string | null;
    /** For the government. */
    blockers: readonly Blocker[];
    result: string | null;
    impact_findings: string | null;
    end_reason: string | null;
    /** For the government. */
    lessons: string | null;
  }>;

export const measureColumns: Readonly<Record<keyof MeasureRow, ColumnType>> = {
  ...traceColumns,
  measure_id: 'text',
  created_at: 'text',
  ministry: 'text',
  reference: 'text',
  state: 'text',
  audience: 'text',
  title: 'text',
  starts_on: 'text',
  ends_on: 'text',
  budget_line: 'text',
  needs_no_money: 'boolean',
  appraised: 'boolean',
  plan_revision: 'integer',
  begun_on: 'text',
  reports_since: 'text',
  percent: 'integer',
  last_period: 'text',
  last_period_end: 'text',
  setbacks: 'integer',
  counted_percent: 'integer',
  last_slip_days: 'integer',
  largest_slip_days: 'integer',
  health: 'text',
  health_on: 'text',
  refused_acceptances: 'integer',
  accepted_by: 'text',
  completed_on: 'text',
  impact: 'text',
  ended_on: 'text',
  cost_so_far_cents: 'integer',
  merged_into: 'text',
  handed_over_to: 'text',
  continues: 'json',
  title_key: 'text',
  end_key: 'text',
  search_text: 'text',
  // What is long comes last: a list that does not ask for it need not read so far.
  description: 'text',
  charter: 'json',
  project_lead: 'json',
  reports: 'json',
  milestones: 'json',
  health_reason: 'text',
  blockers: 'json',
  result: 'text',
  impact_findings: 'text',
  end_reason: 'text',
  lessons: 'text',
};

const NO_DATE = '9999-12-31';

type Names = Readonly<{ reference: string | null; title: string; description: string | null }>;

export const namesOf = ({ reference, title, description }: Names) => ({
  reference,
  title,
  description,
  title_key: folded(title),
  search_text: folded([title, description, reference].join(' ')),
});

export const planOf = (plan: MeasurePlan) => ({
  starts_on: plan.startsOn,
  ends_on: plan.endsOn,
  charter: plan.charter,
  project_lead: plan.projectLead,
  budget_line: plan.budgetLine,
  needs_no_money: plan.needsNoMoney,
  end_key: plan.endsOn ?? NO_DATE,
});

export const unplanned = planOf({
  ...{ startsOn: null, endsOn: null, charter: null, projectLead: null, budgetLine: null },
  needsNoMoney: false,
  milestones: [],
});

const asReported = (percent: number | null) => percent ?? 0;
const nothing = () => null;
const all = () => 100;

const COUNTED: Readonly<Record<MeasureState, (percent: number | null) => number | null>> = {
  proposed: nothing,
  planned: nothing,
  released: asReported,
  underway: asReported,
  suspended: asReported,
  inAcceptance: asReported,
  completed: all,
  impactReviewed: all,
  rejected: nothing,
  cancelled: nothing,
  merged: nothing,
  handedOver: nothing,
};

/** The state, and what counts in it. */
export const inState = (state: MeasureState, { percent }: Pick<MeasureRow, 'percent'>) => ({
  state,
  counted_percent: COUNTED[state](percent),
});

const setbacksIn = (reports: readonly ReportState[]): number =>
  reports.filter(({ percent }, index) => percent < (reports[index - 1]?.percent ?? 0)).length;

/** The reports, oldest period first, with what the last one says. */
export const reportColumns = (reports: readonly ReportState[]) => {
  const last = reports.at(-1);
  return {
    reports,
    percent: last?.percent ?? null,
    last_period: last?.period ?? null,
    last_period_end: last ? lastDayOf(last.period) : null,
    setbacks: setbacksIn(reports),
  };
};

/** What is not there yet when a stream begins. */
export const beginning = {
  ...{ health: null, health_on: null, health_reason: null, blockers: [] },
  ...{ refused_acceptances: 0, result: null, accepted_by: null, completed_on: null },
  ...{ impact: null, impact_findings: null, ended_on: null, end_reason: null },
  ...{ cost_so_far_cents: null, lessons: null, merged_into: null, handed_over_to: null },
};
