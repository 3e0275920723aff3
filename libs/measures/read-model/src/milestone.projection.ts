// A plan states all milestones anew. One that it leaves out keeps a row with an older `plan_revision` than the measure's:
// an event cannot name the rows it does not mention.
import type { MeasureEvent } from '@zielwerk/contracts';
import {
  type CalendarDate,
  defineProjection,
  type FactMeta,
  present,
  type Trace,
  traceColumns,
  traceOf,
} from '@zielwerk/kernel';

import { type MilestoneFacts, milestonesTakenOver, plannedMilestones } from './milestone-facts';

export type MilestoneRow = Trace &
  Readonly<{
    milestone_key: string;
    measure_id: string;
    milestone: string;
    title: string;
    /** The revision of the plan that names it. */
    plan_revision: number;
    baseline_date: CalendarDate;
    forecast_date: CalendarDate | null;
    actual_date: CalendarDate | null;
    dropped: boolean;
    /** Of the forecast, or why it was dropped. */
    reason: string | null;
  }>;

export type MilestoneEvent = Extract<
  MeasureEvent,
  {
    type:
      | 'MeasurePlanned'
      | 'MeasureReleased'
      | 'MeasureTakenOver'
      | 'MilestoneForecastMoved'
      | 'MilestoneReached'
      | 'MilestoneDropped';
  }
>;

const keyOf = (stream: string, milestone: string) => `${stream}/${milestone}`;

const namesIn = ({ type, data }: MilestoneEvent): readonly string[] => {
  if (type === 'MeasureTakenOver') return milestonesTakenOver(data.state).map(({ milestone }) => milestone);
  return 'plan' in data ? data.plan.milestones.map(({ milestone }) => milestone) : [data.milestone];
};

type Stated = Readonly<{ measureId: string; milestones: readonly MilestoneFacts[]; meta: FactMeta }>;

const rowOf = ({ measureId, milestones, meta }: Stated, key: string): MilestoneRow => {
  const stated = present(milestones.find(({ milestone }) => keyOf(meta.stream, milestone) === key) ?? null);
  return {
    ...traceOf(meta),
    milestone_key: key,
    measure_id: measureId,
    milestone: stated.milestone,
    title: stated.title,
    plan_revision: meta.revision,
    baseline_date: stated.baselineDate,
    forecast_date: stated.forecastDate,
    actual_date: stated.actualDate,
    dropped: stated.dropped,
    reason: stated.reason,
  };
};

/** The milestones of each measure's plan, and what became of them. */
export const milestoneProjection = defineProjection<MilestoneEvent, MilestoneRow>({
  name: 'milestone',
  version: 2,
  key: 'milestone_key',
  columns: {
    ...traceColumns,
    milestone_key: 'text',
    measure_id: 'text',
    milestone: 'text',
    title: 'text',
    plan_revision: 'integer',
    baseline_date: 'text',
    forecast_date: 'text',
    actual_date: 'text',
    dropped: 'boolean',
    reason: 'text',
  },
  indexes: [['stream', 'baseline_date']],
  keyOf: (event) => namesIn(event).map((milestone) => keyOf(event.meta.stream, milestone)),
  on: {
    MeasurePlanned: (_, { data: { measureId, plan }, meta }, key) =>
      rowOf({ measureId, milestones: plannedMilestones(plan), meta }, key),
    MeasureReleased: (_, { data: { measureId, plan }, meta }, key) =>
      rowOf({ measureId, milestones: plannedMilestones(plan), meta }, key),
    MeasureTakenOver: (_, { data: { measureId, state }, meta }, key) =>
      rowOf({ measureId, milestones: milestonesTakenOver(state), meta }, key),

    MilestoneForecastMoved: (row, { data: { forecastDate, reason }, meta }) => ({
      ...present(row),
      ...traceOf(meta),
      forecast_date: forecastDate,
      reason,
    }),
    MilestoneReached: (row, { data: { actualDate }, meta }) => ({
      ...present(row),
      ...traceOf(meta),
      actual_date: actualDate,
    }),
    MilestoneDropped: (row, { data: { reason }, meta }) => ({
      ...present(row),
      ...traceOf(meta),
      dropped: true,
      reason,
    }),
  },
});
