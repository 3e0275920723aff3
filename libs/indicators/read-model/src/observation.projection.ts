// A row for each value ever given, and not for each period: who finds a value plausible, or refuses it, names the event that
// gave it. What is in force for a period is for `observationsInForce`.
import type { IndicatorEvent } from '@zielwerk/contracts';
import {
  type CalendarDate,
  defineProjection,
  type FactMeta,
  lastDayOf,
  present,
  type Trace,
  traceColumns,
  traceOf,
} from '@zielwerk/kernel';

export const OBSERVATION_STANDINGS = ['reported', 'plausible', 'refused', 'corrected'] as const;
export type ObservationStanding = (typeof OBSERVATION_STANDINGS)[number];

export type ObservationRow = Trace &
  Readonly<{
    observation: string;
    indicator_id: string;
    /** Of the event that gave the value: by it the value is found plausible, refused or corrected. */
    value_revision: number;
    period: string;
    period_end: CalendarDate;
    value: number;
    provisional: boolean;
    standing: ObservationStanding;
    /** It took the place of a value that was given before; so it stays, whatever is found of it. */
    correction: boolean;
    /** Where it comes from, when that is not the source of the indicator. */
    source: string | null;
    /** Why it was refused, or why it corrects another one. */
    reason: string | null;
  }>;

type Observed = Exclude<IndicatorEvent, { type: 'IndicatorDefined' | 'IndicatorLinkedToGoal' }>;

const revisionOf = ({ type, data, meta }: Observed & Readonly<{ meta: FactMeta }>): number =>
  type === 'ObservationFoundPlausible' || type === 'ObservationRefused' ? data.observation : meta.revision;

type Given = Readonly<{ indicatorId: string; period: string; value: number; provisional: boolean }>;

const given = ({ indicatorId, period, value, provisional }: Given, meta: FactMeta, observation: string) => ({
  ...traceOf(meta),
  ...{ observation, period, value, provisional },
  indicator_id: indicatorId,
  value_revision: meta.revision,
  period_end: lastDayOf(period),
});

/** One row per indicator and value that was given. */
export const observationProjection = defineProjection<Observed, ObservationRow>({
  name: 'observation',
  version: 2,
  key: 'observation',
  columns: {
    ...traceColumns,
    observation: 'text',
    indicator_id: 'text',
    value_revision: 'integer',
    period: 'text',
    period_end: 'text',
    value: 'real',
    provisional: 'boolean',
    standing: 'text',
    correction: 'boolean',
    source: 'text',
    reason: 'text',
  },
  indexes: [['stream', 'period_end', 'value_revision']],
  keyOf: (event) => `${event.meta.stream}@${revisionOf(event)}`,
  on: {
    ObservationReported: (_, { data, meta }, observation) => ({
      ...given(data, meta, observation),
      standing: 'reported',
      correction: false,
      source: data.source,
      reason: null,
    }),
    ObservationCorrected: (_, { data, meta }, observation) => ({
      ...given(data, meta, observation),
      standing: 'corrected',
      correction: true,
      source: null,
      reason: data.reason,
    }),

    ObservationFoundPlausible: (row, { meta }) => ({ ...present(row), ...traceOf(meta), standing: 'plausible' }),
    ObservationRefused: (row, { data, meta }) => ({
      ...present(row),
      ...traceOf(meta),
      standing: 'refused',
      reason: data.reason,
    }),
  },
});
