// Keyed by the stream and not by the indicator's id: whatever another house writes, it cannot touch this row.
import type { IndicatorDefined, IndicatorEvent, IndicatorKind, TargetPoint } from '@zielwerk/contracts';
import {
  type CalendarDate,
  defineProjection,
  folded,
  type Periodicity,
  present,
  type Recorded,
  type Trace,
  traceColumns,
  traceOf,
} from '@zielwerk/kernel';

import { type CountingValue, valueColumns, withoutValue, withValue } from './counting-values';

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
    /** Of the values that count: what was refused is none of them. */
    observation_count: number;
    /** By the end of the period, however late it was reported. */
    first_period: string | null;
    latest_period: string | null;
    latest_value: number | null;
    latest_provisional: boolean | null;
    title_key: string;
    search_text: string;
    /** Those that count, by the end of their period. */
    values: readonly CountingValue[];
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
  search_text: folded([definition.title, definition.description, definition.reference].join(' ')),
});

type Row = IndicatorRow | null;
type Value = Readonly<{ data: Omit<CountingValue, 'revision'> }>;

const noted = (row: Row, { meta }: Recorded<unknown>): IndicatorRow => ({ ...present(row), ...traceOf(meta) });

const given = (row: Row, { data: { period, value, provisional }, meta }: Recorded<Value>): IndicatorRow => {
  const indicator = present(row);
  const counting = { revision: meta.revision, period, value, provisional };
  return { ...indicator, ...traceOf(meta), ...withValue(indicator, counting) };
};

/** Every indicator with its definition and the latest value that counts. */
export const indicatorProjection = defineProjection<IndicatorEvent, IndicatorRow>({
  name: 'indicator',
  version: 3,
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
    search_text: 'text',
    values: 'json',
  },
  indexes: [['indicator_id'], ['title_key', 'stream', 'ministry', 'kind']],
  keyOf: (event) => event.meta.stream,
  on: {
    IndicatorDefined: (_, { data, meta }) => ({
      ...traceOf(meta),
      ...definitionOf(data),
      created_at: meta.recordedAt,
      ministry: meta.ministry,
      ...valueColumns([]),
    }),

    IndicatorLinkedToGoal: noted,

    ObservationReported: given,
    ObservationFoundPlausible: noted,
    ObservationRefused: (row, { data, meta }) => {
      const indicator = present(row);
      return { ...indicator, ...traceOf(meta), ...withoutValue(indicator, data.observation) };
    },
    ObservationCorrected: given,
  },
});
