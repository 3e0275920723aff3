import type { FrameworkEvent } from '@zielwerk/contracts';
import { defineProjection, type Trace, traceColumns, traceOf } from '@zielwerk/kernel';

export type ThemeRow = Trace &
  Readonly<{ theme: string; pillar: string; title: string; description: string | null; place: number }>;

/** The themes (Themenfelder) below the pillars, one row per stream. */
export const themeProjection = defineProjection<FrameworkEvent, ThemeRow>({
  name: 'theme',
  version: 1,
  key: 'stream',
  columns: { ...traceColumns, theme: 'text', pillar: 'text', title: 'text', description: 'text', place: 'integer' },
  indexes: [['pillar']],
  keyOf: (event) => event.meta.stream,
  on: {
    ThemeDefined: (_, { data, meta }) => ({
      ...traceOf(meta),
      theme: data.theme,
      pillar: data.pillar,
      title: data.title,
      description: data.description,
      place: data.order,
    }),
  },
});
