import type { MeasureEvent, MeasurePlace } from '@zielwerk/contracts';
import { defineProjection, present, type Trace, traceColumns, traceOf } from '@zielwerk/kernel';

/** For the government. */
export type DependencyDeclaredRow = Trace &
  Readonly<{
    dependency: string;
    /** The measure that needs another one, and its house. */
    measure_id: string;
    ministry: string;
    /** The measure that must come before, and its house. */
    needs: string;
    giver: string;
    /** The event that said so first, of an earlier house where the measure was taken over; null: see `firstDeclaration`. */
    declaration: MeasurePlace | null;
    /** Null where the measure was taken over: the house it comes from keeps it. */
    reason: string | null;
  }>;

type Declared = Extract<
  MeasureEvent,
  { type: 'MeasureDependencyDeclared' | 'MeasureDependencyWithdrawn' | 'MeasureTakenOver' }
>;

const keyOf = (stream: string, needs: string) => `${stream}/${needs}`;

const needsIn = ({ type, data }: Declared): readonly string[] =>
  type === 'MeasureTakenOver' ? data.state.needs.map(({ needs }) => needs) : [data.needs];

/** One row per measure and measure that it needs; what was withdrawn has none. Which of them count: `countedDependencies`. */
export const dependencyDeclaredProjection = defineProjection<Declared, DependencyDeclaredRow>({
  name: 'dependency_declared',
  version: 2,
  key: 'dependency',
  columns: {
    ...traceColumns,
    dependency: 'text',
    measure_id: 'text',
    ministry: 'text',
    needs: 'text',
    giver: 'text',
    declaration: 'json',
    reason: 'text',
  },
  keyOf: (event) => needsIn(event).map((needs) => keyOf(event.meta.stream, needs)),
  on: {
    MeasureDependencyDeclared: (_, { data: { measureId, needs, giver, reason }, meta }, dependency) => ({
      ...traceOf(meta),
      ...{ dependency, needs, giver, reason },
      measure_id: measureId,
      ministry: meta.ministry,
      declaration: { stream: meta.stream, revision: meta.revision },
    }),

    MeasureTakenOver: (_, { data: { measureId, state }, meta }, dependency) => {
      const { needs, giver, declaration } = present(
        state.needs.find((each) => keyOf(meta.stream, each.needs) === dependency) ?? null,
      );
      return {
        ...traceOf(meta),
        ...{ dependency, needs, giver, declaration, reason: null },
        measure_id: measureId,
        ministry: meta.ministry,
      };
    },

    MeasureDependencyWithdrawn: (row) => {
      present(row);
      return null;
    },
  },
});
