import type { FrameworkEvent } from '@zielwerk/contracts';
import { defineProjection, type Trace, traceColumns, traceOf } from '@zielwerk/kernel';

export type PillarRow = Trace & Readonly<{ pillar: string; title: string; description: string | null; place: number }>;

/** The strategy's pillars (Säulen), one row per stream. */
export const pillarProjection = defineProjection<FrameworkEvent, PillarRow>({
  name: 'pillar',
  version: 1,
  key: 'stream',
  columns: { ...traceColumns, pillar: 'text', title: 'text', description: 'text', place: 'integer' },
  keyOf: (event) => event.meta.stream,
  on: {
    PillarDefined: (_, { data, meta }) => ({
      ...traceOf(meta),
      pillar: data.pillar,
      title: data.title,
      description: data.description,
      place: data.order,
    }),
  },
});
