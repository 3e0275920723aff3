// Keyed by the stream and not by the measure's id: whatever another house writes, it cannot touch this row, except that the
// house to which the measure was handed over takes it over.
import type { MeasureEvent, ReportState } from '@zielwerk/contracts';
import { defineProjection, type FactMeta, present, type Recorded, traceOf } from '@zielwerk/kernel';

import {
  beginning,
  inState,
  measureColumns,
  type MeasureRow,
  type MeasureState,
  namesOf,
  planOf,
  reportColumns,
  unplanned,
} from './measure-row';
import { leftFor, takenOver } from './measure-takeover';
import { milestoneColumns, plannedMilestones, withMilestone } from './milestone-facts';

type Row = MeasureRow | null;

const moved = (row: Row, meta: FactMeta, state: MeasureState): MeasureRow => {
  const measure = present(row);
  return { ...measure, ...traceOf(meta), ...inState(state, measure) };
};

/** `row` is one that has moved to its end. */
const ended = (row: MeasureRow, reason: string): MeasureRow => ({
  ...row,
  ended_on: row.occurred_on,
  end_reason: reason,
});

const reported = (measure: MeasureRow, meta: FactMeta, reports: readonly ReportState[]): MeasureRow => {
  const columns = reportColumns(reports);
  return { ...measure, ...traceOf(meta), ...columns, ...inState(measure.state, columns) };
};

const noted = (row: Row, { meta }: Recorded<unknown>): MeasureRow => ({ ...present(row), ...traceOf(meta) });

/**
 * Every measure with its plan, its reports, its health and its end. What the government alone may read does not show as
 * the last change of a row that the public reads: dependencies and spending are no part of it.
 */
export const measureProjection = defineProjection<MeasureEvent, MeasureRow>({
  name: 'measure',
  version: 3,
  key: 'stream',
  columns: measureColumns,
  // A list is read in the order of its sort key; the columns behind it decide on a row without fetching it.
  indexes: [
    ['measure_id'],
    ['title_key', 'stream', 'audience', 'ministry', 'state'],
    ['end_key', 'stream', 'audience', 'ministry', 'state'],
    ['stream', 'counted_percent'],
  ],
  keyOf: ({ type, data, meta }) => (type === 'MeasureTakenOver' ? [meta.stream, data.continues.stream] : meta.stream),
  on: {
    MeasureProposed: (_, { data, meta }) => ({
      ...traceOf(meta),
      ...beginning,
      ...namesOf(data),
      ...unplanned,
      ...milestoneColumns([]),
      ...reportColumns([]),
      ...inState('proposed', { percent: null }),
      measure_id: data.measureId,
      created_at: meta.recordedAt,
      ministry: meta.ministry,
      audience: 'government',
      appraised: false,
      plan_revision: null,
      begun_on: null,
      reports_since: null,
      continues: null,
    }),

    MeasureTakenOver: (row, { data, meta }, stream) =>
      stream === meta.stream ? takenOver(data, meta) : leftFor(row, meta),

    MeasurePlanned: (row, { data: { plan }, meta }) => ({
      ...moved(row, meta, 'planned'),
      ...planOf(plan),
      ...milestoneColumns(plannedMilestones(plan)),
      plan_revision: meta.revision,
    }),

    MeasureAppraised: (row, { meta }) => {
      const measure = present(row);
      return { ...measure, ...(measure.audience === 'government' && traceOf(meta)), appraised: true };
    },

    MeasureReleased: (row, { data, meta }) => ({
      ...moved(row, meta, 'released'),
      ...namesOf(data),
      ...planOf(data.plan),
      ...milestoneColumns(plannedMilestones(data.plan)),
      audience: 'public',
      plan_revision: meta.revision,
    }),

    MeasureBegun: (row, { meta }) => ({
      ...moved(row, meta, 'underway'),
      begun_on: meta.occurredOn,
      reports_since: meta.occurredOn,
    }),
    MeasureSuspended: (row, { meta }) => moved(row, meta, 'suspended'),
    MeasureResumed: (row, { meta }) => ({ ...moved(row, meta, 'underway'), reports_since: meta.occurredOn }),

    MeasureProgressReported: (row, { data: { period, percent }, meta }) => {
      const measure = present(row);
      return reported(measure, meta, [...measure.reports, { period, percent }]);
    },
    MeasureProgressCorrected: (row, { data: { period, percent }, meta }) => {
      const measure = present(row);
      const right = measure.reports.map((report) => (report.period === period ? { period, percent } : report));
      return reported(measure, meta, right);
    },

    MeasureHealthDeclared: (row, { data: { health, reason, blockers }, meta }) => ({
      ...present(row),
      ...traceOf(meta),
      health,
      health_reason: reason,
      health_on: meta.occurredOn,
      blockers,
    }),

    MilestoneForecastMoved: (row, { data: { milestone, forecastDate, reason }, meta }) => {
      const measure = present(row);
      return { ...measure, ...traceOf(meta), ...withMilestone(measure, milestone, { forecastDate, reason }) };
    },
    MilestoneReached: (row, { data: { milestone, actualDate }, meta }) => {
      const measure = present(row);
      return { ...measure, ...traceOf(meta), ...withMilestone(measure, milestone, { actualDate }) };
    },
    MilestoneDropped: (row, { data: { milestone, reason }, meta }) => {
      const measure = present(row);
      return { ...measure, ...traceOf(meta), ...withMilestone(measure, milestone, { dropped: true, reason }) };
    },

    MeasureSubmittedForAcceptance: (row, { data: { result }, meta }) => ({
      ...moved(row, meta, 'inAcceptance'),
      result,
    }),
    MeasureAcceptanceRefused: (row, { meta }) => {
      const measure = moved(row, meta, 'underway');
      return { ...measure, result: null, refused_acceptances: measure.refused_acceptances + 1 };
    },
    MeasureCompleted: (row, { data, meta }) => ({
      ...moved(row, meta, 'completed'),
      accepted_by: data.acceptedBy,
      completed_on: meta.occurredOn,
    }),
    MeasureImpactReviewed: (row, { data: { impact, findings }, meta }) => ({
      ...moved(row, meta, 'impactReviewed'),
      impact,
      impact_findings: findings,
    }),

    MeasureRejected: (row, { data, meta }) => ended(moved(row, meta, 'rejected'), data.reason),
    MeasureCancelled: (row, { data: { reason, costSoFarCents, lessons }, meta }) => ({
      ...ended(moved(row, meta, 'cancelled'), reason),
      cost_so_far_cents: costSoFarCents,
      lessons,
    }),
    MeasureMerged: (row, { data: { into, reason }, meta }) => ({
      ...ended(moved(row, meta, 'merged'), reason),
      merged_into: into,
    }),
    // Until the other house has taken it over, it counts as it stands: it must be missing nowhere on the way.
    MeasureHandedOver: (row, { data: { to, reason }, meta }) => ({
      ...ended({ ...present(row), ...traceOf(meta) }, reason),
      handed_over_to: to,
    }),

    MeasureContributionAdded: noted,
    MeasureContributionWithdrawn: noted,
    MeasureBudgetPlanned: noted,
    MeasureBudgetConsented: noted,
    MeasureBudgetFrozen: noted,
  },
});
