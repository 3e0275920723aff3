import type { GoalEvent } from '@zielwerk/contracts';
import { projectionSpec, recorded } from '@zielwerk/testing';

import { GOAL_STATES, goalProjection, type GoalRow } from './goal.projection';
import {
  abandoned,
  at,
  concluded,
  deferred,
  drafted,
  draftRow,
  goal,
  goalId,
  name,
  proposed,
  resumed,
  said,
  sentBack,
  successorGoalId,
  superseded,
  toUnderway,
  underwayRow,
  withdrawn,
} from './testing/goal-history';

const given = projectionSpec(goalProjection);
const deferral = { deferred_reason: 'No money this year', deferred_until: '2027-01-01' };
const open = { proposal: 1, proposed: said };

describe('a deferred goal', () => {
  it('says why, until when and from where', () => {
    given(goal(['2026-01-12', drafted], ['2026-01-13', deferred])).then({
      [name]: { ...draftRow, ...at(1, '2026-01-13'), state: 'deferred', deferred_from: 'draft', ...deferral },
    });
    given(goal(...toUnderway, ['2026-04-01', deferred])).then({
      [name]: { ...underwayRow, ...at(3, '2026-04-01'), state: 'deferred', deferred_from: 'underway', ...deferral },
    });
  });

  it('resumes where it was', () => {
    given(goal(['2026-01-12', drafted], ['2026-01-13', deferred], ['2026-01-14', resumed])).then({
      [name]: { ...draftRow, ...at(2, '2026-01-14') },
    });
    given(goal(...toUnderway, ['2026-04-01', deferred], ['2026-04-02', resumed])).then({
      [name]: { ...underwayRow, ...at(4, '2026-04-02') },
    });
  });

  it('has no open proposal any more', () =>
    given(goal(...toUnderway, ['2026-07-01', proposed(1)], ['2026-07-02', deferred])).then({
      [name]: { ...underwayRow, ...at(4, '2026-07-02'), state: 'deferred', deferred_from: 'underway', ...deferral },
    }));
});

it('a goal that was withdrawn says why, also out of a deferral', () => {
  const row: GoalRow = { ...draftRow, state: 'withdrawn', end_reason: 'The federation does it' };
  given(goal(['2026-01-12', drafted], ['2026-01-13', withdrawn])).then({ [name]: { ...row, ...at(1, '2026-01-13') } });
  given(goal(['2026-01-12', drafted], ['2026-01-13', deferred], ['2026-01-14', withdrawn])).then({
    [name]: { ...row, ...at(2, '2026-01-14') },
  });
});

describe('the outcome of a goal', () => {
  it('is an open proposal until the strategy office has decided', () =>
    given(goal(...toUnderway, ['2026-07-01', proposed(1)])).then({
      // The public, which reads the trace as well, does not learn that there is one.
      [name]: { ...underwayRow, open_proposal: open },
    }));

  it('is open anew once it was sent back and proposed again', () => {
    const history = [...toUnderway, ['2026-07-01', proposed(1)], ['2026-07-02', sentBack]] satisfies [
      string,
      GoalEvent,
    ][];
    given(goal(...history)).then({ [name]: underwayRow });
    given(goal(...history, ['2026-07-03', proposed(2)])).then({
      [name]: { ...underwayRow, open_proposal: { ...open, proposal: 2 } },
    });
  });

  it('stands with cut-off date, statement and evidence once it is confirmed', () =>
    given(goal(...toUnderway, ['2026-07-01', proposed(1)], ['2026-07-05', concluded])).then({
      [name]: {
        ...underwayRow,
        ...at(4, '2026-07-05'),
        state: 'partlyReached',
        outcome: 'partlyReached',
        cut_off_date: '2026-06-30',
        outcome_statement: 'In every second municipality',
        evidence: said.evidence,
      },
    }));
});

it.each<[string, GoalEvent, Partial<GoalRow>]>([
  ['abandoned', abandoned, { state: 'abandoned', end_reason: 'Hydrogen won' }],
  [
    'superseded',
    superseded,
    { state: 'superseded', end_reason: 'Part of a larger one', successor_goal_id: successorGoalId },
  ],
])('a goal that was %s says why, and has no open proposal any more', (_, end, change) =>
  given(goal(...toUnderway, ['2026-07-01', proposed(1)], ['2026-07-02', end])).then({
    [name]: { ...underwayRow, ...at(4, '2026-07-02'), ...change },
  }),
);

it('goals of two houses end apart, however their facts interleave', () => {
  const other = `mi.goal-${goalId}`;
  given(
    goal(...toUnderway, ['2026-07-02', abandoned]),
    recorded<GoalEvent>(other, ['2026-01-12', drafted], ['2026-01-13', deferred], ['2026-01-14', withdrawn]),
  ).then({
    [name]: { ...underwayRow, ...at(3, '2026-07-02'), state: 'abandoned', end_reason: 'Hydrogen won' },
    [other]: {
      ...{ ...draftRow, stream: other, lead: 'mi', state: 'withdrawn', end_reason: 'The federation does it' },
      ...at(2, '2026-01-14'),
    },
  });
});

it('a goal is in one of ten states', () =>
  expect([...GOAL_STATES].sort()).toEqual([
    ...['abandoned', 'adopted', 'deferred', 'draft', 'missed', 'partlyReached', 'reached', 'superseded'],
    ...['underway', 'withdrawn'],
  ]));
