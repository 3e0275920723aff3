// Measures and indicators of the small state.
import { lastDayOf } from '@zielwerk/kernel';
import type { BudgetLineRow } from '@zielwerk/measures-read-model';

import { isMissed, measureHealth, type MilestoneFacts, slipOf, statusOf } from '../../measure-health';
import { paceOn } from '../../pace';
import { budgetView } from '../../queries/budget.view';
import type { RequestsView } from '../../views/overview';
import type { IndicatorKind, IndicatorProgress } from '../../views/figures';
import type { ContributingMeasure, GoalDetail, OutcomeView } from '../../views/goal';
import type { IndicatorDetail } from '../../views/indicator';
import type { MeasureDetail } from '../../views/measure';
import { asOf, event, goalDetail, goals, limits } from './fixture';

const id = (last: number) => `0190a1de-0000-7000-8000-${String(last).padStart(12, '0')}`;
const milestone = (of: Partial<MilestoneFacts>): MilestoneFacts => ({
  ...{ milestone: '', title: '', baselineDate: '2025-06-30', forecastDate: null, actualDate: null, dropped: false },
  ...of,
});

const line = (year: number, planned: number, spent: number): BudgetLineRow => ({
  ...{ stream: '', revision: 0, occurred_on: '', recorded_at: '', line: '', measure_id: '' },
  ...{ year, section: '14', chapter: '1402', line_item: '533 61', source: year === 2025 ? 'state' : 'federal' },
  ...{ planned_cents: planned, commitment_cents: year === 2026 ? 5_000_000 : 0 },
  ...{ consented_cents: year === 2025 ? planned : null, frozen_cents: year === 2026 ? 1_000_000 : 0 },
  ...{ spent_cents: spent, spent_on: null, spent_revision: null },
});

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

const STANDINGS = ['plausible', 'plausible', 'plausible', 'plausible', 'corrected', 'refused'] as const;
const targetPath = [
  { date: '2025-12-31', value: 30 },
  { date: '2026-12-31', value: 55 },
  { date: '2027-12-31', value: 80 },
];
const onPath = (kind: IndicatorKind, path = targetPath) =>
  paceOn(
    { kind, baseline: { value: 12.5, date: '2024-12-31' }, path, latest: { period: '2026-Q2', value: 47 } },
    asOf.day,
  );

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
  targetPath,
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
  pace: onPath('increase'),
  goals: [{ goalId: id(1), title: goalDetail.title, lead: 'mid', state: 'underway' }],
  observations: VALUES.map((value, index) => ({
    period: periodAt(index),
    value,
    provisional: index === VALUES.length - 1,
    standing: STANDINGS[index] ?? 'reported',
    firstValue: index === 4 ? 39 : null,
    reason: index === 4 ? 'Ein Landkreis war doppelt gezählt.' : null,
    source: index === 5 ? 'Sondererhebung der Kreise' : null,
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
  pace: onPath(kind, kind === 'observed' ? [] : targetPath),
});

export const milestones: readonly MilestoneFacts[] = [
  milestone({ milestone: 'konzept', title: 'Fachkonzept abgenommen', actualDate: '2025-06-27' }),
  milestone({ milestone: 'pilot', title: 'Erprobung im Landkreis Harz beendet', baselineDate: '2026-03-31' }),
  milestone({ milestone: 'schulung', title: 'Schulung aller Elterngeldstellen', dropped: true }),
  milestone({
    ...{ milestone: 'betrieb', title: 'Betrieb in allen Kreisen' },
    ...{ baselineDate: '2026-12-31', forecastDate: '2027-05-31' },
  }),
];
const computedHealth = measureHealth(
  { state: 'underway', reportsSince: '2025-02-01', lastPeriod: '2026-Q2', milestones },
  asOf.day,
  limits,
);
const judged = {
  ...{ computedHealth, conflict: true },
  nextMilestone: { milestone: 'pilot', title: 'Erprobung im Landkreis Harz beendet', day: '2026-03-31', missed: true },
};

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
  declaredHealth: { health: 'amber', reason: 'Die Vergabe der Schnittstelle dauert länger.', on: '2026-07-03' },
  ...judged,
  begunOn: '2025-02-01',
  completedOn: null,
  refusedAcceptances: 0,
  impact: null,
  ended: null,
  blockers: [],
  needs: [],
  neededBy: [],
  mergedInto: null,
  continues: null,
  handedOverTo: null,
  budget: budgetView([line(2025, 12_000_000, 11_500_000), line(2026, 34_950_050, 0)], 'public'),
  milestones: milestones.map((facts) => ({
    ...facts,
    status: statusOf(facts),
    reason: facts.forecastDate && 'Das Melderegister liefert die Daten erst im Herbst.',
    slipDays: slipOf(facts),
    missed: isMissed(facts, asOf.day),
  })),
  contributions: [{ goalId: id(1), title: goalDetail.title, lead: 'mid', weight: 70 }],
  reports: [
    {
      period: '2026-Q1',
      percent: 70,
      corrected: { firstPercent: 75, reason: 'Eine Elterngeldstelle war doppelt gezählt.' },
      text: 'Erprobung läuft in drei Elterngeldstellen.',
      explanation: null,
      occurredOn: '2026-04-02',
      recordedAt: trace.recordedAt,
    },
    {
      period: '2026-Q2',
      percent: 65,
      corrected: null,
      text: null,
      explanation: 'Die Schnittstelle zum Melderegister musste neu vergeben werden.',
      occurredOn: '2026-07-03',
      recordedAt: trace.recordedAt,
    },
  ],
  history: [event(0, 'MeasureReleased', 'Referatsleitung 23'), event(1, 'MeasureBegun')],
};

/** As the government reads it, after its end. */
export const endedMeasure: MeasureDetail = {
  ...measure,
  measureId: id(33),
  state: 'cancelled',
  ...{ computedHealth: null, conflict: false, nextMilestone: null },
  continues: { ministry: 'mi', stream: `mi.measure-${id(33)}` },
  refusedAcceptances: 2,
  ended: {
    ...{ on: '2026-09-01', reason: 'Der Bund stellt die Antragsstrecke selbst bereit.' },
    ...{ costSoFarCents: 11_500_000, lessons: 'Vor dem Auftrag mit dem Bund klären, wer baut.' },
  },
  blockers: [{ what: 'Das Melderegister antwortet nicht.', helpFrom: 'mi', help: 'Zugang für den Probebetrieb' }],
  needs: [
    {
      ...{ measureId: id(34), title: 'Registerzugang', ministry: 'mi', standing: 'conflict' },
      reason: 'Ohne Nachweisabruf kein durchgehend digitaler Antrag.',
    },
  ],
  neededBy: [{ measureId: id(35), title: null, ministry: 'ms', standing: 'open', reason: null }],
  budget: budgetView([line(2025, 12_000_000, 11_500_000), line(2026, 34_950_050, 0)], 'government'),
};

export const requests: RequestsView = {
  help: [
    {
      ...{ measureId: id(33), title: measure.title, ministry: 'mid' },
      ...{ what: 'Das Melderegister antwortet nicht.', help: 'Zugang für den Probebetrieb' },
    },
  ],
  waiting: [
    {
      ...{ measureId: id(33), title: measure.title, ministry: 'mid', standing: 'open', reason: null },
      waitsFor: { measureId: id(34), title: 'Registerzugang' },
    },
  ],
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

const outcome: OutcomeView = {
  outcome: 'partlyReached',
  cutOffDate: '2026-06-30',
  statement: 'Vier von fünf Anträgen gehen online ein. In zwei Kreisen fehlt der Anschluss noch.',
  evidence: [{ indicatorId: id(21), title: indicator.title, period: '2026-Q2', value: 47, provisional: true }],
};

/** One that has ended, with a successor. */
export const endedGoal: GoalDetail = {
  ...goal,
  goalId: id(51),
  state: 'partlyReached',
  computedHealth: null,
  conflict: false,
  firstTitle: 'Alle Antrage auf Elterngeld sind digital',
  outcome: { ...outcome, on: '2026-09-15' },
  ended: { reason: 'Die Aufgabe geht in einem weiter gefassten Ziel auf.', on: '2026-09-15' },
  successor: { goalId: id(52), title: 'Alle Familienleistungen digital', lead: 'ms', state: 'adopted' },
};

/** A draft as the government reads it, deferred and with everything that is being prepared. */
export const draftGoal: GoalDetail = {
  ...goal,
  goalId: id(53),
  state: 'draft',
  deferred: { reason: 'Der Haushalt ist noch nicht beschlossen.', until: '2027-01-31', resumesAs: 'draft' },
  justification: {
    rationale: 'Familien warten heute sechs Wochen auf den Bescheid.',
    ...{ qualitative: true, touchesMoney: true },
  },
  missingForCoSignature: ['target-date', 'participants'],
  proposal: { ...outcome, evidence: [], proposal: 1 },
};
