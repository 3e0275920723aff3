// A strategy small enough to compute by hand: two pillars, three goals, four measures, three indicators.
import type { AnyEvent, GoalContent, IndicatorDefined, MeasurePlan } from '@zielwerk/contracts';

import type { Recording } from './open-strategy';

const id = (number: number): string => `0190a1de-0000-7000-8000-${String(number).padStart(12, '0')}`;

export const goals = { fibre: id(101), files: id(102), secret: id(103) };
export const measures = { dig: id(201), lay: id(202), map: id(203), plan: id(204) };
export const indicators = { households: id(301), forms: id(302), hidden: id(303) };

export const streams = {
  fibre: `mid.goal-${goals.fibre}`,
  files: `mf.goal-${goals.files}`,
  secret: `mf.goal-${goals.secret}`,
  dig: `mid.measure-${measures.dig}`,
  lay: `mwu.measure-${measures.lay}`,
  map: `mid.measure-${measures.map}`,
  plan: `mid.measure-${measures.plan}`,
  households: `mid.indicator-${indicators.households}`,
  forms: `mf.indicator-${indicators.forms}`,
  hidden: `mf.indicator-${indicators.hidden}`,
};

const content = (of: Partial<GoalContent>): GoalContent => ({
  title: 'Glasfaser für alle',
  description: 'Jedes Haus',
  theme: 'networks',
  participants: [],
  parentGoalId: null,
  targetDate: '2030-12-31',
  fileReference: null,
  ...of,
});
export const drafted = (goalId: string, of: Partial<GoalContent> = {}): AnyEvent => ({
  type: 'GoalDrafted',
  data: { goalId, reference: null, content: content(of) },
});
export const adopted = (goalId: string, of: Partial<GoalContent> = {}): AnyEvent => ({
  type: 'GoalAdopted',
  data: { goalId, reference: null, decisionNumber: '7/2026', decidedOn: '2026-02-01', content: content(of) },
});

export const plan: MeasurePlan = {
  startsOn: '2026-01-01',
  endsOn: '2027-06-30',
  charter: { purpose: 'Speed', result: 'Fibre' },
  projectLead: { function: 'Head of 12', unit: '12' },
  budgetLine: '14 02 812 01',
  needsNoMoney: false,
  milestones: [{ milestone: 'pilot', title: 'Pilot', baselineDate: '2026-06-30' }],
};
export const proposed = (measureId: string, title: string): AnyEvent => ({
  type: 'MeasureProposed',
  data: { measureId, reference: null, title, description: null },
});
export const released = (measureId: string, title: string): AnyEvent => ({
  type: 'MeasureReleased',
  data: { measureId, reference: null, title, description: null, plan },
});
export const contributed = (measureId: string, goalId: string, weight: number): AnyEvent => ({
  type: 'MeasureContributionAdded',
  data: { measureId, goalId, weight },
});
export const reported = (measureId: string, percent: number): AnyEvent => ({
  type: 'MeasureProgressReported',
  data: { measureId, period: '2026-Q1', percent, text: 'On it', explanation: null },
});
export const defined = (of: Partial<IndicatorDefined>): AnyEvent => ({
  type: 'IndicatorDefined',
  data: {
    indicatorId: indicators.households,
    reference: null,
    title: 'Households with fibre',
    description: null,
    unit: '%',
    decimals: 1,
    kind: 'increase',
    baseline: { value: 20, date: '2025-12-31' },
    targetPath: [{ date: '2030-12-31', value: 100 }],
    source: null,
    region: null,
    periodicity: 'quarter',
    goals: [goals.fibre],
    ...of,
  },
});
export const observed = (indicatorId: string, period: string, value: number): AnyEvent => ({
  type: 'ObservationReported',
  data: { indicatorId, period, value, provisional: false, source: null },
});

const files = { title: 'Akten', theme: 'files', description: null, participants: ['mid'] };
const secret = { title: 'Noch geheim', theme: 'files', description: null };
const hidden = { title: 'Hidden', goals: [goals.secret], indicatorId: indicators.hidden };
const forms: Partial<IndicatorDefined> = {
  ...{ title: 'Forms', indicatorId: indicators.forms, goals: [goals.files, goals.secret] },
  ...{ kind: 'observed', baseline: null, targetPath: [] },
};

/** 20 events of mid, 6 of mf, 3 of mwu. */
export const smallState: readonly Recording[] = [
  [`mid.pillar-${id(1)}`, ['2026-01-01', pillar('society', 'Gesellschaft', 1)]],
  [`mid.theme-${id(2)}`, ['2026-01-01', theme('networks', 'Netze', 1)]],
  [`mid.theme-${id(3)}`, ['2026-01-01', theme('files', 'Akten', 2)]],
  [
    streams.fibre,
    ['2026-01-02', drafted(goals.fibre)],
    ['2026-02-01', adopted(goals.fibre)],
    ['2026-03-01', { type: 'GoalBegun', data: { goalId: goals.fibre } }],
    ['2026-03-02', { type: 'GoalHealthDeclared', data: { goalId: goals.fibre, health: 'amber', reason: 'Frost' } }],
  ],
  [streams.files, ['2026-01-02', drafted(goals.files, files)], ['2026-02-01', adopted(goals.files, files)]],
  [streams.secret, ['2026-01-03', drafted(goals.secret, secret)]],
  [
    streams.dig,
    ['2026-01-04', proposed(measures.dig, 'Dig')],
    ['2026-01-05', contributed(measures.dig, goals.fibre, 100)],
    ['2026-01-05', contributed(measures.dig, goals.secret, 100)],
    ['2026-02-02', released(measures.dig, 'Dig')],
    ['2026-02-03', { type: 'MeasureBegun', data: { measureId: measures.dig } }],
    ['2026-04-01', reported(measures.dig, 60)],
  ],
  [
    streams.lay,
    ['2026-01-04', proposed(measures.lay, 'Lay')],
    ['2026-01-05', contributed(measures.lay, goals.fibre, 50)],
    ['2026-02-02', released(measures.lay, 'Lay')],
  ],
  [streams.map, ['2026-01-04', proposed(measures.map, 'Map')], ['2026-02-02', released(measures.map, 'Map')]],
  [
    streams.plan,
    ['2026-01-04', proposed(measures.plan, 'Plan')],
    ['2026-01-05', contributed(measures.plan, goals.fibre, 10)],
  ],
  [
    streams.households,
    ['2026-01-06', defined({})],
    ['2026-04-01', observed(indicators.households, '2026-Q1', 40)],
    ['2026-07-01', observed(indicators.households, '2026-Q2', 60)],
  ],
  [streams.forms, ['2026-01-06', defined(forms)], ['2026-04-01', observed(indicators.forms, '2026-Q1', 7)]],
  [streams.hidden, ['2026-01-06', defined(hidden)]],
];

function pillar(code: string, title: string, order: number): AnyEvent {
  return { type: 'PillarDefined', data: { pillar: code, title, description: null, order } };
}

function theme(code: string, title: string, order: number): AnyEvent {
  return { type: 'ThemeDefined', data: { theme: code, pillar: 'society', title, description: null, order } };
}
