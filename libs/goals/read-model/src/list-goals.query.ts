import { given, wordsIn } from '@zielwerk/kernel';
import { type ExpressionBuilder, type Kysely, sql, type SqlBool } from 'kysely';

import type { GoalState } from './goal.projection';
import type { GoalTables } from './tables';

export type GoalFilter = Readonly<{
  /** The public sees goals from their adoption on. */
  audience: 'public' | 'government';
  themes?: readonly string[] | undefined;
  lead?: string | undefined;
  participant?: string | undefined;
  state?: GoalState | undefined;
  health?: 'green' | 'amber' | 'red' | 'undeclared' | undefined;
  /** Each word must occur somewhere in title, description or reference. */
  text?: string | undefined;
}>;

/** The sort keys and the columns behind them. Each is followed by `stream`, which no two goals have in common. */
export const goalOrders = { title: 'title_key', targetDate: 'target_key' } as const;

type Builder = ExpressionBuilder<GoalTables, 'goal'>;

const takesPart = (eb: Builder, ministry: string) =>
  eb.exists(
    eb
      .selectFrom('goal_participant')
      .select('goal_participant.participation')
      .whereRef('goal_participant.stream', '=', 'goal.stream')
      .whereRef('goal_participant.revision', '=', 'goal.content_revision')
      .where('goal_participant.ministry', '=', ministry),
  );

const occurs = (eb: Builder, word: string) => sql<SqlBool>`${eb.ref('goal.search_text')} like ${`%${word}%`}`;

const conditions = (eb: Builder, filter: GoalFilter) => [
  ...(filter.audience === 'public' ? [eb('goal.audience', '=', 'public')] : []),
  ...given(filter.themes, (themes) => (themes.length ? eb('goal.theme', 'in', themes) : eb.lit(false))),
  ...given(filter.lead, (lead) => eb('goal.lead', '=', lead)),
  ...given(filter.participant, (ministry) => takesPart(eb, ministry)),
  ...given(filter.state, (state) => eb('goal.state', '=', state)),
  ...given(filter.health, (health) =>
    health === 'undeclared' ? eb('goal.health', 'is', null) : eb('goal.health', '=', health),
  ),
  ...wordsIn(filter.text ?? '').map((word) => occurs(eb, word)),
];

/** The goals that fit, in no order yet. */
export const listGoals = (db: Kysely<GoalTables>, filter: GoalFilter) =>
  db
    .selectFrom('goal')
    .selectAll('goal')
    .where((eb) => eb.and(conditions(eb, filter)));

/** The goal with that id; should a second house have used the id, an adopted one is meant, else the earlier draft. */
export const findGoal = (db: Kysely<GoalTables>, goalId: string, audience: GoalFilter['audience']) =>
  listGoals(db, { audience })
    .where('goal.goal_id', '=', goalId)
    // «public» comes behind «government» in the alphabet: what is binding goes before a mere draft.
    .orderBy('goal.audience', 'desc')
    .orderBy('goal.created_at')
    .orderBy('goal.stream')
    .limit(1)
    .executeTakeFirst();

const named = (db: Kysely<GoalTables>, audience: GoalFilter['audience']) =>
  db
    .selectFrom('goal')
    .select(['goal_id', 'title', 'lead', 'state'])
    .$if(audience === 'public', (goals) => goals.where('audience', '=', 'public'))
    .orderBy('title_key')
    .orderBy('stream');

/** Those of the goals with these ids that the reader may see, by title. */
export const listGoalsById = (db: Kysely<GoalTables>, goalIds: readonly string[], audience: GoalFilter['audience']) =>
  named(db, audience).where('goal_id', 'in', goalIds).execute();

/** The goals right below the goal, of any house, that the reader may see, by title. */
export const listSubgoals = (db: Kysely<GoalTables>, goalId: string, audience: GoalFilter['audience']) =>
  named(db, audience).where('parent_goal_id', '=', goalId).execute();

/** All goals in the few columns that tallies are made of. */
export const listGoalsInShort = (db: Kysely<GoalTables>, audience: GoalFilter['audience']) =>
  db
    .selectFrom('goal')
    .select(['goal_id', 'theme', 'lead', 'state', 'health', 'target_date'])
    .$if(audience === 'public', (goals) => goals.where('audience', '=', 'public'))
    .execute();
