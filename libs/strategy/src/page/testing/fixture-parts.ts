// Measures and indicators of the small state.
import { lastDayOf } from '@zielwerk/kernel';

import type {
  ContributingMeasure,
  GoalDetail,
  IndicatorDetail,
  IndicatorKind,
  IndicatorProgress,
  MeasureDetail,
} from '../../views';
import { event, goalDetail, goals } from './fixture';

const id = (last: number) => `0190a1de-0000-7000-8000-${String(last).padStart(12, '0')}`;
const trace = { revision: 6, occurredOn: '2026-07-10', recordedAt: '2026-07-10T08:12:45.000Z' };

export const indicatorProgress = (
  kind: IndicatorKind,
  value: number | null,
  met: boolean | null,
): IndicatorProgress => ({
  formula: '(latest - baseline) / (target - baseline)',
  inputs: { kind, baseline: 12.5, target: 80, latest: 1234.5, period: '2026-Q2' },
  value,
  met,
  missing: [],
});

const VALUES = [12.5, 18.2, 24, 31.75, 30.9, 38.4, 47];
const periodAt = (index: number) => `${2024 + Math.floor((index + 3) / 4)}-Q${((index + 3) % 4) + 1}`;

export const indicator: IndicatorDetail = {
  ...trace,
  stream: `ms.indicator-${id(21)}`,
  indicatorId: id(21),
  ministry: 'ms',
  reference: 'KZ-017',
  title: 'Anteil der online gestellten Anträge auf Elterngeld',
  description: 'Anträge, die vollständig über das Onlineportal eingehen, bezogen auf alle Anträge eines Quartals.',
  unit: '%',
  decimals: 1,
  kind: 'increase',
  baseline: { value: 12.5, date: '2024-12-31' },
  targetPath: [
    { date: '2025-12-31', value: 30 },
    { date: '2026-12-31', value: 55 },
    { date: '2027-12-31', value: 80 },
  ],
  source: 'Elterngeldstatistik der Landkreise und kreisfreien Städte',
  region: null,
  periodicity: 'quarter',
  observationCount: VALUES.length,
  latest: { period: periodAt(VALUES.length - 1), value: 47, provisional: true },
  ratio: 0.511,
  progress: {
    ...indicatorProgress('increase', 0.511, null),
    inputs: { kind: 'increase', baseline: 12.5, target: 80, latest: 47, period: periodAt(VALUES.length - 1) },
  },
  goals: [{ goalId: id(1), title: goalDetail.title, lead: 'mid', state: 'underway' }],
  observations: VALUES.map((value, index) => ({
    period: periodAt(index),
    value,
    provisional: index === VALUES.length - 1,
    periodEnd: lastDayOf(periodAt(index)),
    ratio: (value - 12.5) / 67.5,
    occurredOn: lastDayOf(periodAt(index)),
    recordedAt: `${lastDayOf(periodAt(index))}T10:00:00.000Z`,
  })),
  history: [
    event(0, 'IndicatorDefined', 'Referat 43'),
    ...VALUES.map((_, index) => event(index + 1, 'ObservationReported')),
  ],
};

export const indicatorOf = (kind: IndicatorKind, met: boolean | null): IndicatorDetail => ({
  ...indicator,
  indicatorId: id(40),
  title: 'Mittlere Bearbeitungsdauer eines Antrags vom Eingang bis zum Bescheid',
  unit: 'Tage',
  decimals: 0,
  kind,
  progress: indicatorProgress(kind, met === null ? null : Number(met), met),
});

export const measure: MeasureDetail = {
  ...trace,
  stream: `mid.measure-${id(31)}`,
  measureId: id(31),
  ministry: 'mid',
  reference: 'M-2025-08',
  title: 'Antragsstrecke Elterngeld mit Nachweisabruf aus Registern',
  description:
    'Aufbau der Antragsstrecke nach dem Prinzip «Einer für alle» und Anbindung an die Fachverfahren der Elterngeldstellen.',
  state: 'underway',
  startsOn: '2025-01-15',
  endsOn: '2027-06-30',
  percent: 65,
  lastPeriod: '2026-Q2',
  setbacks: 1,
  charter: {
    purpose: 'Familien sparen Wege, die Elterngeldstellen gewinnen Zeit für Beratung.',
    result: 'Der Antrag ist in allen 14 Landkreisen und kreisfreien Städten vollständig digital möglich.',
  },
  projectLead: { function: 'Referatsleitung 23', unit: 'Abteilung 2' },
  budgetLine: 'Einzelplan 14, Kapitel 1402, Titel 533 61',
  needsNoMoney: false,
  result: null,
  acceptedBy: null,
  milestones: [
    { milestone: 'konzept', title: 'Fachkonzept abgenommen', baselineDate: '2025-06-30' },
    { milestone: 'pilot', title: 'Erprobung im Landkreis Harz beendet', baselineDate: '2026-03-31' },
  ],
  contributions: [{ goalId: id(1), title: goalDetail.title, lead: 'mid', weight: 70 }],
  reports: [
    {
      period: '2026-Q1',
      percent: 70,
      text: 'Erprobung läuft in drei Elterngeldstellen.',
      explanation: null,
      occurredOn: '2026-04-02',
      recordedAt: trace.recordedAt,
    },
    {
      period: '2026-Q2',
      percent: 65,
      text: null,
      explanation: 'Die Schnittstelle zum Melderegister musste neu vergeben werden.',
      occurredOn: '2026-07-03',
      recordedAt: trace.recordedAt,
    },
  ],
  history: [event(0, 'MeasureReleased', 'Referatsleitung 23'), event(1, 'MeasureBegun')],
};

export const contributing: ContributingMeasure = { ...measure, weight: 70 };

export const goal: GoalDetail = {
  ...goalDetail,
  indicators: [indicator, indicatorOf('keepAtMost', false), indicatorOf('observed', null)],
  measures: [
    contributing,
    {
      ...contributing,
      measureId: id(32),
      percent: null,
      lastPeriod: null,
      state: 'released',
      weight: 30,
      title: 'Schulung der Beschäftigten',
    },
  ],
};

export const goalsPage = { items: goals, cursor: 'eyJuYWNoIjoiNTAifQ' };
