// Keyed by the stream and not by the measure's id: whatever another house writes, it cannot touch this row.
import type { Charter, MeasureEvent, MeasurePlan, ProjectLead } from '@zielwerk/contracts';
import {
  type CalendarDate,
  defineProjection,
  folded,
  present,
  type Trace,
  traceColumns,
  traceOf,
} from '@zielwerk/kernel';

export type MeasureState = 'proposed' | 'planned' | 'released' | 'underway' | 'inAcceptance' | 'completed';

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
    description: string | null;
    starts_on: CalendarDate | null;
    ends_on: CalendarDate | null;
    charter: Charter | null;
    project_lead: ProjectLead | null;
    budget_line: string | null;
    needs_no_money: boolean;
    /** The revision that gave the plan; rows of `milestone` with an older one are out of date. */
    plan_revision: number | null;
    /** As last reported. */
    percent: number | null;
    last_period: string | null;
    setbacks: number;
    /** What counts for the goals it serves: null before the release, 100 once completed, 0 while unreported. */
    counted_percent: number | null;
    result: string | null;
    accepted_by: string | null;
    completed_on: CalendarDate | null;
    title_key: string;
    /** No date comes last. */
    end_key: string;
  }>;

const NO_DATE = '9999-12-31';

const namesOf = ({ title, description }: { title: string; description: string | null }) => ({
  title,
  description,
  title_key: folded(title),
});

const planOf = (plan: MeasurePlan) => ({
  starts_on: plan.startsOn,
  ends_on: plan.endsOn,
  charter: plan.charter,
  project_lead: plan.projectLead,
  budget_line: plan.budgetLine,
  needs_no_money: plan.needsNoMoney,
  end_key: plan.endsOn ?? NO_DATE,
});

const unplanned = {
  ...planOf({
    startsOn: null,
    endsOn: null,
    charter: null,
    projectLead: null,
    budgetLine: null,
    needsNoMoney: false,
    milestones: [],
  }),
  plan_revision: null,
};
const unreported = { percent: null, last_period: null, setbacks: 0, counted_percent: null };
const open = { result: null, accepted_by: null, completed_on: null };

/** Every measure with its plan, its last report and its end. */
export const measureProjection = defineProjection<MeasureEvent, MeasureRow>({
  name: 'measure',
  version: 1,
  key: 'stream',
  columns: {
    ...traceColumns,
    measure_id: 'text',
    created_at: 'text',
    ministry: 'text',
    reference: 'text',
    state: 'text',
    audience: 'text',
    title: 'text',
    description: 'text',
    starts_on: 'text',
    ends_on: 'text',
    charter: 'json',
    project_lead: 'json',
    budget_line: 'text',
    needs_no_money: 'boolean',
    plan_revision: 'integer',
    percent: 'integer',
    last_period: 'text',
    setbacks: 'integer',
    counted_percent: 'integer',
    result: 'text',
    accepted_by: 'text',
    completed_on: 'text',
    title_key: 'text',
    end_key: 'text',
  },
  // A list is read in the order of its sort key; the columns behind it decide on a row without fetching it.
  indexes: [
    ['measure_id'],
    ['title_key', 'stream', 'audience', 'ministry', 'state'],
    ['end_key', 'stream', 'audience', 'ministry', 'state'],
    ['stream', 'counted_percent'],
  ],
  keyOf: (event) => event.meta.stream,
  on: {
    MeasureProposed: (_, { data, meta }) => ({
      ...traceOf(meta),
      ...namesOf(data),
      ...unplanned,
      ...unreported,
      ...open,
      measure_id: data.measureId,
      created_at: meta.recordedAt,
      ministry: meta.ministry,
      reference: data.reference,
      state: 'proposed',
      audience: 'government',
    }),

    MeasurePlanned: (row, { data, meta }) => ({
      ...present(row),
      ...traceOf(meta),
      ...planOf(data.plan),
      state: 'planned',
      plan_revision: meta.revision,
    }),

    MeasureReleased: (row, { data, meta }) => ({
      ...present(row),
      ...traceOf(meta),
      ...namesOf(data),
      ...planOf(data.plan),
      reference: data.reference,
      state: 'released',
      audience: 'public',
      plan_revision: meta.revision,
      counted_percent: 0,
    }),

    MeasureBegun: (row, { meta }) => ({ ...present(row), ...traceOf(meta), state: 'underway' }),

    MeasureProgressReported: (row, { data, meta }) => {
      const measure = present(row);
      return {
        ...measure,
        ...traceOf(meta),
        percent: data.percent,
        last_period: data.period,
        setbacks: measure.setbacks + (data.percent < (measure.percent ?? 0) ? 1 : 0),
        counted_percent: data.percent,
      };
    },

    MeasureSubmittedForAcceptance: (row, { data, meta }) => ({
      ...present(row),
      ...traceOf(meta),
      state: 'inAcceptance',
      result: data.result,
    }),

    MeasureCompleted: (row, { data, meta }) => ({
      ...present(row),
      ...traceOf(meta),
      state: 'completed',
      counted_percent: 100,
      accepted_by: data.acceptedBy,
      completed_on: meta.occurredOn,
    }),

    MeasureContributionAdded: (row, { meta }) => ({ ...present(row), ...traceOf(meta) }),
  },
});
