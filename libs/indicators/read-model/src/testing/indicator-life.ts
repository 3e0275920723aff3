// One indicator for the specs: its events.
import type { IndicatorEvent } from '@zielwerk/contracts';

export const indicatorId = '0190a1de-0000-7000-8000-000000000b01';
export const goals = ['0190a1de-0000-7000-8000-0000000000a1', '0190a1de-0000-7000-8000-0000000000a2'] as const;
export const name = `mid.indicator-${indicatorId}`;
export const at = (revision: number, occurred_on: string) => ({
  stream: name,
  revision,
  occurred_on,
  recorded_at: `2026-12-01T00:0${revision}:00.000Z`,
});

export const defined = {
  type: 'IndicatorDefined',
  data: {
    indicatorId,
    reference: null,
    title: 'Households with fibre',
    description: null,
    unit: '%',
    decimals: 1,
    kind: 'increase',
    baseline: { value: 20, date: '2025-12-31' },
    targetPath: [
      { date: '2026-12-31', value: 45 },
      { date: '2027-12-31', value: 70.5 },
    ],
    source: null,
    region: '15',
    periodicity: 'quarter',
    goals,
  },
} satisfies IndicatorEvent;

type Said = Readonly<{ provisional?: boolean; source?: string | null }>;
export const observed = (period: string, value: number, { provisional = false, source = null }: Said = {}) =>
  ({
    type: 'ObservationReported',
    data: { indicatorId, period, value, provisional, source },
  }) satisfies IndicatorEvent;
export const foundPlausible = (observation: number): IndicatorEvent => ({
  type: 'ObservationFoundPlausible',
  data: { indicatorId, observation },
});
export const refused = (observation: number): IndicatorEvent => ({
  type: 'ObservationRefused',
  data: { indicatorId, observation, reason: 'Twice last year' },
});
export const corrected = (corrects: number, period: string, value: number, provisional = false): IndicatorEvent => ({
  type: 'ObservationCorrected',
  data: { indicatorId, corrects, period, value, provisional, reason: 'Counted anew' },
});
export const linked = {
  type: 'IndicatorLinkedToGoal',
  data: { indicatorId, goalId: '0190a1de-0000-7000-8000-0000000000a3' },
} satisfies IndicatorEvent;
