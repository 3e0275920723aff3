import type { Kysely } from 'kysely';

import { observationsInForce } from './observations-in-force';
import type { IndicatorTables } from './tables';

const measured = (db: Kysely<IndicatorTables>) =>
  db
    .selectFrom('indicator_goal')
    .innerJoin('indicator', 'indicator.stream', 'indicator_goal.stream')
    .select(['indicator_goal.goal_id', 'indicator.indicator_id', 'indicator.title', 'indicator.kind'])
    .select(['indicator.baseline_value', 'indicator.target_value', 'indicator.latest_value', 'indicator.latest_period'])
    .select(['indicator.baseline_date', 'indicator.target_path']);

/** The indicators that serve these goals: what a goal's progress is computed from, in the order of their titles. */
export const listIndicatorsOfGoals = (db: Kysely<IndicatorTables>, goalIds: readonly string[]) =>
  measured(db)
    .where('indicator_goal.goal_id', 'in', goalIds)
    .orderBy('indicator.title_key')
    .orderBy('indicator.stream')
    .execute();

/** The same for all goals at once, in no order. */
export const listIndicatorsOfAllGoals = (db: Kysely<IndicatorTables>) => measured(db).execute();

/** The goals an indicator serves. */
export const listGoalsOf = (db: Kysely<IndicatorTables>, stream: string) =>
  db.selectFrom('indicator_goal').select('goal_id').where('stream', '=', stream).orderBy('goal_id').execute();

/** An indicator's values in force, oldest period first. */
export const listObservations = async (db: Kysely<IndicatorTables>, stream: string) => {
  const rows = await db
    .selectFrom('observation')
    .selectAll()
    .where('stream', '=', stream)
    .orderBy('period_end')
    .orderBy('value_revision')
    .execute();
  return observationsInForce(rows);
};
