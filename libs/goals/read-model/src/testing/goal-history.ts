// One goal of MWU for the specs: its facts, and the rows that they make.
import type { GoalContent, GoalEvent, GoalOutcome } from '@zielwerk/contracts';
import { recorded } from '@zielwerk/testing';

import type { GoalRow } from '../goal.projection';
import type { GoalContentEvent } from '../goal-participant.projection';

export const goalId = '0190a1de-0000-7000-8000-0000000000a1';
export const successorGoalId = '0190a1de-0000-7000-8000-0000000000a2';
export const name = `mwu.goal-${goalId}`;
export const goal = (...history: [string, GoalEvent][]) => recorded(name, ...history);

const content: GoalContent = {
  title: 'Öffentliche Ladepunkte',
  description: 'In jeder Gemeinde',
  theme: 'mobility',
  participants: ['mi', 'mf'],
  parentGoalId: null,
  targetDate: null,
  fileReference: 'A-1',
};
const better: GoalContent = { ...content, title: 'Ladepunkte', participants: ['mf'], targetDate: '2027-12-31' };
const reason = 'No money this year';
export const said: GoalOutcome = {
  ...{ outcome: 'partlyReached', cutOffDate: '2026-06-30', statement: 'In every second municipality' },
  evidence: [
    {
      ...{ indicatorId: '0190a1de-0000-7000-8000-0000000000b1', title: 'Ladepunkte je Gemeinde' },
      ...{ period: '2026-Q2', value: 0.5, provisional: false },
    },
  ],
};

export const drafted: GoalContentEvent = { type: 'GoalDrafted', data: { goalId, reference: 'Z-7', content } };
export const revised: GoalContentEvent = { type: 'GoalRevised', data: { goalId, content: better } };
export const justified: GoalEvent = {
  type: 'GoalJustified',
  data: { goalId, rationale: 'Nobody charges at home', qualitative: false, touchesMoney: true },
};
export const deferred: GoalEvent = { type: 'GoalDeferred', data: { goalId, reason, until: '2027-01-01' } };
export const resumed: GoalEvent = { type: 'GoalResumed', data: { goalId } };
export const withdrawn: GoalEvent = { type: 'GoalWithdrawn', data: { goalId, reason: 'The federation does it' } };
export const adopted: GoalEvent = {
  type: 'GoalAdopted',
  data: { goalId, decisionNumber: '12/2026', decidedOn: '2026-02-03', reference: 'Z-7', content: better },
};
export const corrected = (corrects: number, title: string): GoalEvent => ({
  type: 'GoalWordingCorrected',
  data: { goalId, corrects, title, description: null, reason: 'A slip' },
});
export const begun: GoalEvent = { type: 'GoalBegun', data: { goalId } };
export const amber: GoalEvent = { type: 'GoalHealthDeclared', data: { goalId, health: 'amber', reason: 'Late' } };
export const proposed = (proposal: number): GoalEvent => ({
  type: 'GoalOutcomeProposed',
  data: { goalId, proposal, proposed: said },
});
export const sentBack: GoalEvent = {
  type: 'GoalProposalSentBack',
  data: { goalId, proposal: 1, reason: 'Count again' },
};
export const concluded: GoalEvent = { type: 'GoalConcluded', data: { goalId, proposal: 1, concluded: said } };
export const abandoned: GoalEvent = { type: 'GoalAbandoned', data: { goalId, reason: 'Hydrogen won' } };
export const superseded: GoalEvent = {
  type: 'GoalSuperseded',
  data: { goalId, successorGoalId, reason: 'Part of a larger one' },
};

/** The trace of the stream's nth event, which `recorded` dates. */
export const at = (revision: number, occurred_on: string) => ({
  revision,
  occurred_on,
  recorded_at: `2026-12-01T00:0${revision}:00.000Z`,
});

export const draftRow: GoalRow = {
  stream: name,
  ...at(0, '2026-01-12'),
  goal_id: goalId,
  created_at: '2026-12-01T00:00:00.000Z',
  lead: 'mwu',
  reference: 'Z-7',
  state: 'draft',
  audience: 'government',
  title: 'Öffentliche Ladepunkte',
  first_title: null,
  description: 'In jeder Gemeinde',
  wording_revision: 0,
  theme: 'mobility',
  participants: ['mi', 'mf'],
  parent_goal_id: null,
  target_date: null,
  file_reference: 'A-1',
  rationale: null,
  qualitative: null,
  touches_money: null,
  content_revision: 0,
  decision_number: null,
  decided_on: null,
  health: null,
  health_reason: null,
  health_on: null,
  deferred_from: null,
  deferred_reason: null,
  deferred_until: null,
  open_proposal: null,
  outcome: null,
  cut_off_date: null,
  outcome_statement: null,
  evidence: null,
  end_reason: null,
  successor_goal_id: null,
  title_key: 'offentliche ladepunkte',
  target_key: '9999-12-31',
  search_text: 'offentliche ladepunkte in jeder gemeinde z 7',
};
export const betterRow: GoalRow = {
  ...draftRow,
  ...at(1, '2026-01-20'),
  title: 'Ladepunkte',
  wording_revision: 1,
  participants: ['mf'],
  target_date: '2027-12-31',
  content_revision: 1,
  title_key: 'ladepunkte',
  target_key: '2027-12-31',
  search_text: 'ladepunkte in jeder gemeinde z 7',
};
export const adoptedRow: GoalRow = {
  ...betterRow,
  ...at(1, '2026-02-03'),
  state: 'adopted',
  audience: 'public',
  decision_number: '12/2026',
  decided_on: '2026-02-03',
};
export const toUnderway: readonly [string, GoalEvent][] = [
  ['2026-01-12', drafted],
  ['2026-02-03', adopted],
  ['2026-03-01', begun],
];
export const underwayRow: GoalRow = { ...adoptedRow, ...at(2, '2026-03-01'), state: 'underway' };
