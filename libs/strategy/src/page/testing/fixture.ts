// A small state as the read API would answer it, with long words, every state and every light.
import { limitsOf } from '@zielwerk/platform';

import type { AsOf, EventView } from '../../views/answer';
import type { GoalProgress, Health, MeasureTally, Tally } from '../../views/figures';
import type { GoalDetail, GoalSummary } from '../../views/goal';
import type { MinistryView, OverviewView, PillarView } from '../../views/overview';
import { goalHealth, isConflict } from '../../goal-health';
import { loadAssets } from '../assets';
import type { Language } from '../language';
import type { Names, Query, Site } from '../site';
import { wordingOf } from '../wording';

const id = (last: number) => `0190a1de-0000-7000-8000-${String(last).padStart(12, '0')}`;
const assets = loadAssets();

export const names: Names = {
  place: 'Sachsen-Anhalt',
  sample: 'facts',
  ministries: [
    { code: 'stk', shortName: 'StK', name: 'Staatskanzlei und Ministerium für Kultur' },
    { code: 'mi', shortName: 'MI', name: 'Ministerium für Inneres und Sport' },
    { code: 'ms', shortName: 'MS', name: 'Ministerium für Arbeit, Soziales, Gesundheit und Gleichstellung' },
    { code: 'mb', shortName: 'MB', name: 'Ministerium für Bildung' },
    { code: 'mid', shortName: 'MID', name: 'Ministerium für Infrastruktur und Digitales' },
  ],
  pillars: [
    { code: 'verwaltung', title: 'Digital vernetzte Verwaltung' },
    { code: 'gesellschaft', title: 'Digital vernetzte Gesellschaft' },
  ],
  themes: [
    { code: 'online-dienste', pillar: 'verwaltung', title: 'Verwaltungsleistungen online' },
    { code: 'e-akte', pillar: 'verwaltung', title: 'Elektronische Akte und Vorgangsbearbeitung' },
    { code: 'register', pillar: 'verwaltung', title: 'Register und Nachweise' },
    { code: 'telemedizin', pillar: 'gesellschaft', title: 'Telemedizin und Pflege' },
    { code: 'fernlernen', pillar: 'gesellschaft', title: 'Schule und Lernen aus der Ferne' },
  ],
};

export type SiteChoice = Readonly<{
  asked?: boolean;
  path?: string;
  query?: Query;
  names?: Names;
  setDay?: string | null;
}>;
export const siteOf = (language: Language, choice: SiteChoice = {}): Site => ({
  wording: wordingOf(language),
  languageAsked: choice.asked ?? false,
  names: choice.names ?? names,
  setDay: choice.setDay === undefined ? '2026-09-30' : choice.setDay,
  assets,
  path: choice.path ?? '/',
  query: choice.query ?? {},
});

export const limits = limitsOf({});
export const asOf: AsOf = { day: '2026-09-30', positions: { mid: 1284, stk: 96, mi: 412, ms: 230, mb: -1 } };
const trace = {
  stream: `mid.goal-${id(1)}`,
  revision: 4,
  occurredOn: '2026-09-18',
  recordedAt: '2026-09-18T08:12:45.000Z',
};

const NO_GOALS = {
  ...{ draft: 0, adopted: 0, underway: 0, deferred: 0, reached: 0, partlyReached: 0, missed: 0 },
  ...{ abandoned: 0, superseded: 0, withdrawn: 0 },
};
const NO_MEASURES = {
  ...{ proposed: 0, planned: 0, released: 0, underway: 0, suspended: 0, inAcceptance: 0, completed: 0 },
  ...{ impactReviewed: 0, rejected: 0, cancelled: 0, merged: 0 },
};

type Lights = readonly [green: number, amber: number, red: number, undeclared: number];
export const tally = (
  [green, amber, red, undeclared]: Lights,
  ofIndicators: number | null,
  ofMeasures: number | null,
): Tally => {
  const total = green + amber + red + undeclared;
  const adopted = Math.floor(total / 3);
  const median = (value: number | null) => ({
    formula: 'median(goals)',
    inputs:
      value === null ? { goals: 0, without: total } : { goals: Math.max(1, total - 1), without: total > 1 ? 1 : 0 },
    value,
  });
  return {
    goals: {
      total,
      byState: { ...NO_GOALS, adopted, underway: total - adopted },
      byHealth: { green, amber, red, undeclared },
      byComputedHealth: { green, amber: 0, red: amber + red, grey: undeclared, ended: 0 },
      conflicts: amber,
      overdue: red,
    },
    progress: { byIndicators: median(ofIndicators), byMeasures: median(ofMeasures) },
  };
};

const measureTally = (released: number, underway: number, completed: number): MeasureTally => ({
  total: released + underway + completed + 1,
  byState: { ...NO_MEASURES, released, underway, inAcceptance: 1, completed },
  byHealth: { green: underway, amber: 1, red: 0, undeclared: released + completed },
  byComputedHealth: { green: underway, amber: 0, red: 1, notRunning: released + completed },
  conflicts: 1,
});

const theme = (order: number, lights: Lights, ofIndicators: number | null, ofMeasures: number | null) => {
  const { code, pillar, title } = names.themes[order] ?? { code: '', pillar: '', title: '' };
  return { theme: code, pillar, title, description: null, order, tally: tally(lights, ofIndicators, ofMeasures) };
};

const pillars: readonly PillarView[] = [
  {
    pillar: 'verwaltung',
    title: 'Digital vernetzte Verwaltung',
    description:
      'Verfahren auf Papier werden zu Verfahren ohne Medienbruch. Dazu gehören die Ausstattung der Dienststellen und die Begleitung der Beschäftigten im Wandel.',
    order: 1,
    tally: tally([9, 4, 2, 3], 0.5, 0.45),
    themes: [
      theme(0, [6, 2, 1, 0], 0.735, 0.6),
      theme(1, [3, 2, 1, 2], 0.412, 0.3),
      theme(2, [0, 0, 0, 1], null, null),
    ],
  },
  {
    pillar: 'gesellschaft',
    title: 'Digital vernetzte Gesellschaft',
    description: null,
    order: 2,
    tally: tally([1, 0, 0, 0], 1.08, 0.2),
    themes: [theme(3, [1, 0, 0, 0], 1.08, 0.2), theme(4, [0, 0, 0, 0], null, null)],
  },
];

const ministry = (index: number, lights: Lights, lastRecordedAt: string | null): MinistryView => {
  const { code, name, shortName } = names.ministries[index] ?? { code: '', name: '', shortName: '' };
  const offset = asOf.positions[code] ?? -1;
  return {
    ministry: code,
    name,
    shortName,
    tally: tally(lights, index === 3 ? null : 0.4, index === 3 ? null : 0.35),
    measures: measureTally(2, 3, 1),
    indicators: index + 1,
    freshness: { lastRecordedAt, offset: Math.max(0, offset), events: offset + 1 },
    dissolved: null,
    remits: [],
  };
};

export const ministries: readonly MinistryView[] = [
  ministry(0, [2, 0, 0, 0], '2026-09-30T07:05:00.000Z'),
  ministry(1, [3, 2, 0, 1], '2026-09-29T15:30:00.000Z'),
  ministry(2, [1, 0, 1, 0], '2026-09-01T09:00:00.000Z'),
  ministry(3, [0, 0, 0, 0], null),
  ministry(4, [4, 2, 1, 2], '2026-09-30T08:44:00.000Z'),
];

export const overview: OverviewView = {
  jurisdiction: { id: 'sachsen-anhalt', name: 'Sachsen-Anhalt', sample: true },
  tally: tally([10, 4, 2, 3], 0.5, 0.425),
  measures: measureTally(8, 21, 6),
  indicators: 23,
  limits,
  strategies: [
    {
      ...{ strategy: 'digital-2030', title: 'Strategie Sachsen-Anhalt Digital 2030', continues: null },
      ...{ startsOn: '2023-01-01', endsOn: '2030-12-31' },
    },
  ],
  reportingPeriods: [
    {
      ...{ period: '2026-Q2', reportBy: '2026-07-31', openedOn: '2026-07-01', closedOn: null, overdue: true },
      houses: [{ ministry: 'mi', measures: 4, reported: 3 }],
    },
  ],
  pillars,
  unassigned: tally([0, 0, 0, 0], null, null),
  ministries,
};

const TITLES = [
  'Alle Anträge auf Elterngeld können vollständig digital gestellt und bearbeitet werden',
  'Elektronische Akte in allen obersten Landesbehörden',
  'Donaudampfschifffahrtsgesellschaftskapitänsmützenregisterverordnungsdurchführungsbestimmungen digitalisieren',
  'Videosprechstunde in jeder Hausarztpraxis des ländlichen Raums',
] as const;

export const progress: GoalProgress = {
  byIndicators: {
    formula: 'mean(indicators)',
    inputs: [
      { indicatorId: id(21), title: 'Anteil der online gestellten Anträge auf Elterngeld', value: 0.8125 },
      { indicatorId: id(22), title: 'Mittlere Bearbeitungsdauer', value: 0.4 },
    ],
    value: 0.60625,
    missing: [{ id: id(23), title: 'Zufriedenheit der Antragstellenden', reason: 'no-observation' }],
  },
  byMeasures: {
    formula: 'sum(weight * percent) / sum(weight)',
    inputs: [
      { measureId: id(31), title: 'Antragsstrecke Elterngeld', weight: 70, percent: 65, reported: true },
      { measureId: id(32), title: 'Schulung der Beschäftigten', weight: 30, percent: 0, reported: false },
    ],
    value: 0.455,
    missing: [],
  },
};

const notComputed: GoalProgress = { ...progress, byIndicators: { ...progress.byIndicators, value: null } };
const DIFFERENCES = [
  { state: 'adopted', lead: 'stk', theme: 'online-dienste', pillar: 'verwaltung', progress },
  { state: 'underway', lead: 'mi', theme: 'e-akte', pillar: 'verwaltung', progress },
  { state: 'underway', lead: 'ms', theme: 'register', pillar: 'verwaltung', progress },
  { state: 'adopted', lead: 'mb', theme: 'telemedizin', pillar: 'gesellschaft', progress: notComputed },
] as const;

export const goalSummary = (index: 0 | 1 | 2 | 3, health: Health | null): GoalSummary => ({
  ...trace,
  ...DIFFERENCES[index],
  goalId: id(index + 1),
  reference: `DS-2030-${index + 1}`,
  title: TITLES[index],
  description: null,
  participants: [],
  parentGoalId: null,
  targetDate: '2028-12-31',
  fileReference: null,
  adopted: { decisionNumber: '2025/114', decidedOn: '2025-11-04' },
  declaredHealth: health && { health, reason: 'Die Schnittstelle zum Fachverfahren kommt später.', on: '2026-09-18' },
  ...computedOf(health),
  overdue: index === 2,
  deferred: null,
  indicatorCount: 2,
  measureCount: 1,
});

/** Computed is red for the goal that is declared amber, grey for the one without a declaration. */
function computedOf(health: Health | null): Pick<GoalSummary, 'computedHealth' | 'conflict'> {
  const pace = { green: 1.02, amber: 0.45, red: 0.3 }[health ?? 'green'];
  const indicators = [
    { indicatorId: id(21), title: 'Anteil der online gestellten Anträge auf Elterngeld', pace: health && pace },
    { indicatorId: id(23), title: 'Zufriedenheit der Antragstellenden', pace: null },
  ];
  const measure = { measureId: id(31), title: 'Antragsstrecke Elterngeld', weight: 70, health: 'amber' } as const;
  const measures = health === null ? [] : [measure];
  const computedHealth = goalHealth({ state: 'underway', indicators, measures }, asOf.day, limits);
  return { computedHealth, conflict: isConflict(health, computedHealth?.health ?? null) };
}

export const goals: readonly GoalSummary[] = [
  goalSummary(0, 'amber'),
  goalSummary(1, 'green'),
  goalSummary(2, 'red'),
  goalSummary(3, null),
];

export const event = (revision: number, type: string, by: string | null = null): EventView => ({
  id: id(900 + revision),
  type,
  wireType: `${type}.v1`,
  ministry: 'mid',
  offset: 100 + revision,
  stream: trace.stream,
  revision,
  occurredOn: `2026-0${(revision % 8) + 1}-14`,
  recordedAt: `2026-0${(revision % 8) + 1}-14T09:15:00.000Z`,
  function: by,
  correlationId: id(999),
  origin: null,
  reportedOn: null,
  data: type.endsWith('Reported') ? { period: `2026-Q${(revision % 2) + 1}` } : {},
});

export const goalDetail: GoalDetail = {
  ...goalSummary(0, 'amber'),
  description:
    'Eltern stellen ihren Antrag am Rechner oder am Telefon, laden Nachweise hoch und erhalten den Bescheid in ihr Postfach.\n\nDie Elterngeldstellen bearbeiten den Antrag ohne Medienbruch.',
  participants: ['mi', 'ms'],
  parentGoalId: id(77),
  fileReference: '51.2-04011/3',
  indicators: [],
  measures: [],
  firstTitle: null,
  parent: { goalId: id(77), title: 'Familien erledigen alles von zu Hause aus', lead: 'ms', state: 'underway' },
  subgoals: [goalSummary(3, null)],
  ...{ justification: null, missingForCoSignature: [], proposal: null, outcome: null, ended: null, successor: null },
  history: [
    event(0, 'GoalAdopted', 'Referatsleitung 12'),
    event(1, 'GoalBegun'),
    event(2, 'GoalHealthDeclared', 'Referatsleitung 12'),
  ],
};
