import type { Kysely } from 'kysely';

import type { IndicatorTables } from './tables';

const joined = (db: Kysely<IndicatorTables>) =>
  db.selectFrom('indicator_goal').innerJoin('indicator', 'indicator.stream', 'indicator_goal.stream');

/** The indicators that serve these goals, each with the goal, in the order of their titles. */
export const listIndicatorsOfGoals = (db: Kysely<IndicatorTables>, goalIds: readonly string[]) =>
  joined(db)
    .selectAll('indicator')
    .select('indicator_goal.goal_id')
    .where('indicator_goal.goal_id', 'in', goalIds)
    .orderBy('indicator.title_key')
    .orderBy('indicator.stream')
    .execute();

/** For all goals at once: what the progress of their indicators is computed from. */
export const listProgressOfGoals = (db: Kysely<IndicatorTables>) =>
  joined(db)
    .select([
      'indicator_goal.goal_id',
      'indicator.kind',
      'indicator.baseline_value',
      'indicator.target_value',
      'indicator.latest_value',
      'indicator.latest_period',
    ])
    .execute();

/** The goals an indicator serves. */
export const listGoalsOf = (db: Kysely<IndicatorTables>, stream: string) =>
  db.selectFrom('indicator_goal').select('goal_id').where('stream', '=', stream).orderBy('goal_id').execute();

/** An indicator's observations, oldest period first. */
export const listObservations = (db: Kysely<IndicatorTables>, stream: string) =>
  db
    .selectFrom('observation')
    .selectAll()
    .where('stream', '=', stream)
    .orderBy('period_end')
    .orderBy('revision')
    .execute();
