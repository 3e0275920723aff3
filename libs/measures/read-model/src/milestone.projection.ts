// A plan states all milestones anew. One that was dropped keeps a row with an older revision than the measure's
// `plan_revision`: an event cannot name the rows it does not mention.
import type { MeasureEvent, MeasurePlan } from '@zielwerk/contracts';
import {
  type CalendarDate,
  defineProjection,
  present,
  type Recorded,
  type Trace,
  traceColumns,
  traceOf,
} from '@zielwerk/kernel';

export type MilestoneRow = Trace &
  Readonly<{
    milestone_key: string;
    measure_id: string;
    milestone: string;
    title: string;
    baseline_date: CalendarDate;
  }>;

export type MeasurePlanEvent = Extract<MeasureEvent, { data: { plan: MeasurePlan } }>;

const keyOf = (stream: string, milestone: string) => `${stream}/${milestone}`;

const rowOf = (_: unknown, { data, meta }: Recorded<MeasurePlanEvent>, key: string): MilestoneRow => {
  const planned = present(data.plan.milestones.find(({ milestone }) => keyOf(meta.stream, milestone) === key) ?? null);
  return {
    ...traceOf(meta),
    milestone_key: key,
    measure_id: data.measureId,
    milestone: planned.milestone,
    title: planned.title,
    baseline_date: planned.baselineDate,
  };
};

/** The milestones of each measure's plan. */
export const milestoneProjection = defineProjection<MeasurePlanEvent, MilestoneRow>({
  name: 'milestone',
  version: 1,
  key: 'milestone_key',
  columns: {
    ...traceColumns,
    milestone_key: 'text',
    measure_id: 'text',
    milestone: 'text',
    title: 'text',
    baseline_date: 'text',
  },
  indexes: [['stream', 'baseline_date']],
  keyOf: ({ data, meta }) => data.plan.milestones.map(({ milestone }) => keyOf(meta.stream, milestone)),
  on: { MeasurePlanned: rowOf, MeasureReleased: rowOf },
});
