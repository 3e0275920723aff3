import type { FrameworkEvent } from '@zielwerk/contracts';
import { type CalendarDate, defineProjection, present, type Trace, traceColumns, traceOf } from '@zielwerk/kernel';

export type ThemeRow = Trace &
  Readonly<{
    theme: string;
    /** Below which it stands: where it was defined, else where it was continued last. */
    pillar: string;
    /** In force; `first_title` is the one it was defined with. */
    title: string;
    first_title: string;
    description: string | null;
    place: number;
    /** When it was defined: of two with one code, the earlier one counts. */
    defined_at: string;
    /** Those it was continued in and below which pillar, in the order in which that was said. */
    strategies: readonly Readonly<{ strategy: string; pillar: string; since: CalendarDate }>[];
  }>;

/** The themes (Themenfelder) below the pillars, one row per stream. */
export const themeProjection = defineProjection<FrameworkEvent, ThemeRow>({
  name: 'theme',
  version: 2,
  key: 'stream',
  columns: {
    ...traceColumns,
    theme: 'text',
    pillar: 'text',
    title: 'text',
    first_title: 'text',
    description: 'text',
    place: 'integer',
    defined_at: 'text',
    strategies: 'json',
  },
  indexes: [['pillar']],
  keyOf: (event) => event.meta.stream,
  on: {
    ThemeDefined: (_, { data, meta }) => ({
      ...traceOf(meta),
      theme: data.theme,
      pillar: data.pillar,
      title: data.title,
      first_title: data.title,
      description: data.description,
      place: data.order,
      defined_at: meta.recordedAt,
      strategies: [],
    }),

    ThemeRenamed: (row, { data, meta }) => ({
      ...present(row),
      ...traceOf(meta),
      title: data.title,
      description: data.description,
    }),

    ThemeContinued: (row, { data: { strategy, pillar }, meta }) => {
      const theme = present(row);
      const continued = { strategy, pillar, since: meta.occurredOn };
      return { ...theme, ...traceOf(meta), pillar, strategies: [...theme.strategies, continued] };
    },
  },
});
