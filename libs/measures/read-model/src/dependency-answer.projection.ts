import type { DependencyAnswer, MeasureEvent, MeasurePlace } from '@zielwerk/contracts';
import { defineProjection, type FactMeta, streamOf, type Trace, traceColumns, traceOf } from '@zielwerk/kernel';

/** For the government. */
export type DependencyAnswerRow = Trace &
  Readonly<{
    dependency: string;
    /** The measure that is needed, whose house answers. */
    measure_id: string;
    /** The measure that needs it, and its house. */
    needed_by: string;
    receiver: string;
    /** The event that is answered; null: whichever there is. */
    declaration: MeasurePlace | null;
    answer: DependencyAnswer;
    /** Why it was declined. */
    reason: string | null;
  }>;

type Answer = Extract<MeasureEvent, { type: 'MeasureDependencyAccepted' | 'MeasureDependencyDeclined' }>;

const answered = (
  meta: FactMeta,
  { measureId, neededBy, receiver, declaration }: Answer['data'],
  dependency: string,
) => ({
  ...traceOf(meta),
  ...{ dependency, receiver, declaration },
  measure_id: measureId,
  needed_by: neededBy,
});

/** One row per measure and measure of a house that needs it: what its house said last. */
export const dependencyAnswerProjection = defineProjection<Answer, DependencyAnswerRow>({
  name: 'dependency_answer',
  version: 2,
  key: 'dependency',
  columns: {
    ...traceColumns,
    dependency: 'text',
    measure_id: 'text',
    needed_by: 'text',
    receiver: 'text',
    declaration: 'json',
    answer: 'text',
    reason: 'text',
  },
  keyOf: ({ data, meta }) => `${meta.stream}/${streamOf(data.receiver, 'measure', data.neededBy)}`,
  on: {
    MeasureDependencyAccepted: (_, { data, meta }, dependency) => ({
      ...answered(meta, data, dependency),
      answer: 'accepted',
      reason: null,
    }),
    MeasureDependencyDeclined: (_, { data, meta }, dependency) => ({
      ...answered(meta, data, dependency),
      answer: 'declined',
      reason: data.reason,
    }),
  },
});
