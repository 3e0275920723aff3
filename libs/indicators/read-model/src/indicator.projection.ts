// Keyed by the stream and not by the indicator's id: whatever another house writes, it cannot touch this row.
import type { IndicatorDefined, IndicatorEvent, IndicatorKind, TargetPoint } from '@zielwerk/contracts';
import {
  type CalendarDate,
  defineProjection,
  folded,
  lastDayOf,
  type Periodicity,
  present,
  type Trace,
  traceColumns,
  traceOf,
} from '@zielwerk/kernel';

export type IndicatorRow = Trace &
  Readonly<{
    indicator_id: string;
    created_at: string;
    ministry: string;
    reference: string | null;
    title: string;
    description: string | null;
    unit: string;
    decimals: number;
    kind: IndicatorKind;
    baseline_value: number | null;
    baseline_date: CalendarDate | null;
    target_path: readonly TargetPoint[];
    /** The last point of the path. */
    target_value: number | null;
    target_date: CalendarDate | null;
    source: string | null;
    region: string | null;
    periodicity: Periodicity;
    observation_count: number;
    /** By the end of the period, however late it was reported. */
    first_period: string | null;
    latest_period: string | null;
    latest_value: number | null;
    latest_provisional: boolean | null;
    title_key: string;
  }>;

const NONE = { value: null, date: null };

const measuredOn = (definition: IndicatorDefined) => {
  const baseline = definition.baseline ?? NONE;
  const target = definition.targetPath.at(-1) ?? NONE;
  return {
    baseline_value: baseline.value,
    baseline_date: baseline.date,
    target_path: definition.targetPath,
    target_value: target.value,
    target_date: target.date,
  };
};

const definitionOf = (definition: IndicatorDefined) => ({
  indicator_id: definition.indicatorId,
  reference: definition.reference,
  title: definition.title,
  description: definition.description,
  unit: definition.unit,
  decimals: definition.decimals,
  kind: definition.kind,
  ...measuredOn(definition),
  source: definition.source,
  region: definition.region,
  periodicity: definition.periodicity,
  title_key: folded(definition.title),
});

const ends = (period: string, side: 'before' | 'after', other: string | null) => {
  if (other === null) return true;
  return side === 'before' ? lastDayOf(period) < lastDayOf(other) : lastDayOf(period) > lastDayOf(other);
};

/** Every indicator with its definition and its latest observation. */
export const indicatorProjection = defineProjection<IndicatorEvent, IndicatorRow>({
  name: 'indicator',
  version: 1,
  key: 'stream',
  columns: {
    ...traceColumns,
    indicator_id: 'text',
    created_at: 'text',
    ministry: 'text',
    reference: 'text',
    title: 'text',
    description: 'text',
    unit: 'text',
    decimals: 'integer',
    kind: 'text',
    baseline_value: 'real',
    baseline_date: 'text',
    target_path: 'json',
    target_value: 'real',
    target_date: 'text',
    source: 'text',
    region: 'text',
    periodicity: 'text',
    observation_count: 'integer',
    first_period: 'text',
    latest_period: 'text',
    latest_value: 'real',
    latest_provisional: 'boolean',
    title_key: 'text',
  },
  indexes: [['indicator_id'], ['title_key', 'stream', 'ministry', 'kind']],
  keyOf: (event) => event.meta.stream,
  on: {
    IndicatorDefined: (_, { data, meta }) => ({
      ...traceOf(meta),
      ...definitionOf(data),
      created_at: meta.recordedAt,
      ministry: meta.ministry,
      observation_count: 0,
      first_period: null,
      latest_period: null,
      latest_value: null,
      latest_provisional: null,
    }),

    ObservationReported: (row, { data, meta }) => {
      const indicator = present(row);
      const latest = ends(data.period, 'after', indicator.latest_period) && {
        latest_period: data.period,
        latest_value: data.value,
        latest_provisional: data.provisional,
      };
      const first = ends(data.period, 'before', indicator.first_period) && { first_period: data.period };
      return {
        ...indicator,
        ...traceOf(meta),
        ...latest,
        ...first,
        observation_count: indicator.observation_count + 1,
      };
    },
  },
});
