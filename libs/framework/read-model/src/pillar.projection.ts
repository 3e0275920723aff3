import type { FrameworkEvent } from '@zielwerk/contracts';
import { type CalendarDate, defineProjection, present, type Trace, traceColumns, traceOf } from '@zielwerk/kernel';

export type PillarRow = Trace &
  Readonly<{
    pillar: string;
    /** In force; `first_title` is the one it was defined with. */
    title: string;
    first_title: string;
    description: string | null;
    place: number;
    /** When it was defined: of two with one code, the earlier one counts. */
    defined_at: string;
    /** Those it was continued in, in the order in which that was said. */
    strategies: readonly Readonly<{ strategy: string; since: CalendarDate }>[];
  }>;

/** The strategy's pillars (Säulen), one row per stream. */
export const pillarProjection = defineProjection<FrameworkEvent, PillarRow>({
  name: 'pillar',
  version: 2,
  key: 'stream',
  columns: {
    ...traceColumns,
    pillar: 'text',
    title: 'text',
    first_title: 'text',
    description: 'text',
    place: 'integer',
    defined_at: 'text',
    strategies: 'json',
  },
  keyOf: (event) => event.meta.stream,
  on: {
    PillarDefined: (_, { data, meta }) => ({
      ...traceOf(meta),
      pillar: data.pillar,
      title: data.title,
      first_title: data.title,
      description: data.description,
      place: data.order,
      defined_at: meta.recordedAt,
      strategies: [],
    }),

    PillarRenamed: (row, { data, meta }) => ({
      ...present(row),
      ...traceOf(meta),
      title: data.title,
      description: data.description,
    }),

    PillarContinued: (row, { data, meta }) => {
      const pillar = present(row);
      const continued = { strategy: data.strategy, since: meta.occurredOn };
      return { ...pillar, ...traceOf(meta), strategies: [...pillar.strategies, continued] };
    },
  },
});
