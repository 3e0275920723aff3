// One indicator for the specs: what can be asked of it, and what has happened to it.
import {
  type IndicatorDefined,
  type IndicatorEvent,
  indicatorEvents,
  type ObservationCorrected,
} from '@zielwerk/contracts';
import { deciderSpec } from '@zielwerk/testing';

import type { IndicatorCommand } from '../indicator';
import { indicatorDecider } from '../indicator.decider';

export const given = deciderSpec(indicatorDecider, indicatorEvents);

export const indicatorId = '0190a1de-0000-7000-8000-0000000000b1';
export const goalId = '0190a1de-0000-7000-8000-0000000000a1';
export const otherGoalId = '0190a1de-0000-7000-8000-0000000000a2';
export const indicator: IndicatorDefined = {
  indicatorId,
  reference: 'K-MID-1',
  title: 'Authorities that work with electronic files',
  description: null,
  unit: 'authorities',
  decimals: 0,
  kind: 'increase',
  baseline: { value: 10, date: '2024-12-31' },
  targetPath: [
    { date: '2026-12-31', value: 30 },
    { date: '2028-12-31', value: 60 },
  ],
  source: null,
  region: null,
  periodicity: 'quarter',
  goals: [goalId],
};

export const define = (change: Partial<IndicatorDefined> = {}): IndicatorCommand => ({
  type: 'DefineIndicator',
  data: { ...indicator, ...change },
});
export const defined = (change: Partial<IndicatorDefined> = {}): IndicatorEvent => ({
  type: 'IndicatorDefined',
  data: { ...indicator, ...change },
});

const observation = (period: string, provisional: boolean, source: string | null) => ({
  ...{ indicatorId, period, provisional, source },
  value: 12,
});
export const report = (period: string, provisional = false, source: string | null = null): IndicatorCommand => ({
  type: 'ReportObservation',
  data: observation(period, provisional, source),
});
export const reported = (period: string, provisional = false, source: string | null = null): IndicatorEvent => ({
  type: 'ObservationReported',
  data: observation(period, provisional, source),
});

export const findPlausible = (revision: number): IndicatorCommand => ({
  type: 'FindObservationPlausible',
  data: { indicatorId, observation: revision },
});
export const foundPlausible = (revision: number): IndicatorEvent => ({
  type: 'ObservationFoundPlausible',
  data: { indicatorId, observation: revision },
});

export const refuse = (revision: number, reason = 'Twice last year'): IndicatorCommand => ({
  type: 'RefuseObservation',
  data: { indicatorId, observation: revision, reason },
});
export const refused = (revision: number): IndicatorEvent => ({
  type: 'ObservationRefused',
  data: { indicatorId, observation: revision, reason: 'Twice last year' },
});

type Correction = Omit<ObservationCorrected, 'indicatorId' | 'corrects' | 'period'>;
const right: Correction = { value: 15, provisional: false, reason: 'Two were missing' };
export const correct = (corrects: number, change: Partial<Correction> = {}): IndicatorCommand => ({
  type: 'CorrectObservation',
  data: { indicatorId, corrects, ...right, ...change },
});
export const corrected = (corrects: number, period: string, change: Partial<Correction> = {}): IndicatorEvent => ({
  type: 'ObservationCorrected',
  data: { indicatorId, corrects, period, ...right, ...change },
});

export const link = (to: string): IndicatorCommand => ({
  type: 'LinkIndicatorToGoal',
  data: { indicatorId, goalId: to },
});
export const linked = (to: string): IndicatorEvent => ({
  type: 'IndicatorLinkedToGoal',
  data: { indicatorId, goalId: to },
});
