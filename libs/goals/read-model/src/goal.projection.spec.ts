import type { GoalContent, GoalEvent } from '@zielwerk/contracts';
import { projectionSpec, recorded } from '@zielwerk/testing';

import { goalProjection, type GoalRow } from './goal.projection';
import { type GoalContentEvent, goalParticipantProjection } from './goal-participant.projection';

const goalId = '0190a1de-0000-7000-8000-0000000000a1';
const name = `mwu.goal-${goalId}`;
const goal = (...history: [string, GoalEvent][]) => recorded(name, ...history);

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
const drafted: GoalContentEvent = { type: 'GoalDrafted', data: { goalId, reference: 'Z-7', content } };
const revised: GoalContentEvent = { type: 'GoalRevised', data: { goalId, content: better } };
const adopted: GoalEvent = {
  type: 'GoalAdopted',
  data: { goalId, decisionNumber: '12/2026', decidedOn: '2026-02-03', reference: 'Z-7', content: better },
};
const begun: GoalEvent = { type: 'GoalBegun', data: { goalId } };
const amber: GoalEvent = { type: 'GoalHealthDeclared', data: { goalId, health: 'amber', reason: 'Late' } };

const draft: GoalRow = {
  stream: name,
  revision: 0,
  occurred_on: '2026-01-12',
  recorded_at: '2026-12-01T00:00:00.000Z',
  goal_id: goalId,
  created_at: '2026-12-01T00:00:00.000Z',
  lead: 'mwu',
  reference: 'Z-7',
  state: 'draft',
  audience: 'government',
  title: 'Öffentliche Ladepunkte',
  description: 'In jeder Gemeinde',
  theme: 'mobility',
  participants: ['mi', 'mf'],
  parent_goal_id: null,
  target_date: null,
  file_reference: 'A-1',
  content_revision: 0,
  decision_number: null,
  decided_on: null,
  health: null,
  health_reason: null,
  health_on: null,
  title_key: 'offentliche ladepunkte',
  target_key: '9999-12-31',
  search_text: 'offentliche ladepunkte in jeder gemeinde z 7',
};
const betterDraft: GoalRow = {
  ...draft,
  revision: 1,
  occurred_on: '2026-01-20',
  recorded_at: '2026-12-01T00:01:00.000Z',
  title: 'Ladepunkte',
  participants: ['mf'],
  target_date: '2027-12-31',
  content_revision: 1,
  title_key: 'ladepunkte',
  target_key: '2027-12-31',
  search_text: 'ladepunkte in jeder gemeinde z 7',
};
const decided: GoalRow = {
  ...betterDraft,
  revision: 2,
  occurred_on: '2026-02-03',
  recorded_at: '2026-12-01T00:02:00.000Z',
  state: 'adopted',
  audience: 'public',
  content_revision: 2,
  decision_number: '12/2026',
  decided_on: '2026-02-03',
};

describe('goal', () => {
  const given = projectionSpec(goalProjection);

  it('begins as a draft that only the government reads', () =>
    given(goal(['2026-01-12', drafted])).then({ [name]: draft }));

  it('says what the last revision says', () =>
    given(goal(['2026-01-12', drafted], ['2026-01-20', revised])).then({ [name]: betterDraft }));

  it('is public from its adoption, with the content that was adopted', () =>
    given(goal(['2026-01-12', drafted], ['2026-01-20', revised], ['2026-02-03', adopted])).then({ [name]: decided }));

  it('keeps its declared health, with reason and day, apart from its state', () =>
    given(
      goal(
        ['2026-01-12', drafted],
        ['2026-01-20', revised],
        ['2026-02-03', adopted],
        ['2026-03-01', begun],
        ['2026-03-05', amber],
      ),
    ).then({
      [name]: {
        ...decided,
        revision: 4,
        occurred_on: '2026-03-05',
        recorded_at: '2026-12-01T00:04:00.000Z',
        state: 'underway',
        health: 'amber',
        health_reason: 'Late',
        health_on: '2026-03-05',
      },
    }));

  it('is not touched by the stream of another house that uses its id', () => {
    const other = `mi.goal-${goalId}`;
    given(
      goal(['2026-01-12', drafted]),
      recorded<GoalEvent>(other, ['2026-01-12', drafted], ['2026-02-03', adopted]),
    ).then({
      [name]: draft,
      [other]: {
        ...decided,
        stream: other,
        lead: 'mi',
        revision: 1,
        content_revision: 1,
        recorded_at: '2026-12-01T00:01:00.000Z',
      },
    });
  });
});

describe('goal_participant', () => {
  it('shows by its revision who still takes part', () => {
    const row = {
      stream: name,
      revision: 0,
      occurred_on: '2026-01-12',
      recorded_at: '2026-12-01T00:00:00.000Z',
      participation: `${name}/mi`,
      goal_id: goalId,
      ministry: 'mi',
    };
    projectionSpec(goalParticipantProjection)(
      recorded<GoalContentEvent>(name, ['2026-01-12', drafted], ['2026-01-20', revised]),
    ).then({
      [`${name}/mi`]: row,
      [`${name}/mf`]: {
        ...row,
        participation: `${name}/mf`,
        ministry: 'mf',
        revision: 1,
        occurred_on: '2026-01-20',
        recorded_at: '2026-12-01T00:01:00.000Z',
      },
    });
  });
});
