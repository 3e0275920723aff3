import type { IndicatorKind } from '@zielwerk/contracts';
import { given, wordsIn } from '@zielwerk/kernel';
import { type Expression, type ExpressionBuilder, type Kysely, sql, type SqlBool } from 'kysely';

import type { IndicatorTables } from './tables';

/** A query that finds the goal with that id if the reader may see it: what a goal is, this capability does not know. */
export type GoalScope = (goalId: Expression<string>) => Expression<unknown>;

export type IndicatorFilter = Readonly<{
  /** Only indicators that serve a goal within it; all of them without. */
  scope?: GoalScope | undefined;
  ministry?: string | undefined;
  kind?: IndicatorKind | undefined;
  /** The id of a goal it serves. */
  goal?: string | undefined;
  /** Each word must occur somewhere in title, description or reference. */
  text?: string | undefined;
}>;

/** The sort keys and the columns behind them. Each is followed by `stream`, which no two indicators have in common. */
export const indicatorOrders = { title: 'title_key' } as const;

type Builder = ExpressionBuilder<IndicatorTables, 'indicator'>;

const servesWithin = (eb: Builder, scope: GoalScope) =>
  eb.exists(
    eb
      .selectFrom('indicator_goal')
      .select('indicator_goal.serving')
      .whereRef('indicator_goal.stream', '=', 'indicator.stream')
      .where((served) => served.exists(scope(served.ref('indicator_goal.goal_id')))),
  );

const serves = (eb: Builder, goalId: string) =>
  eb(
    'indicator.stream',
    'in',
    eb.selectFrom('indicator_goal').select('indicator_goal.stream').where('indicator_goal.goal_id', '=', goalId),
  );

const occurs = (eb: Builder, word: string) => sql<SqlBool>`${eb.ref('indicator.search_text')} like ${`%${word}%`}`;

const conditions = (eb: Builder, filter: IndicatorFilter) => [
  ...given(filter.scope, (scope) => servesWithin(eb, scope)),
  ...given(filter.ministry, (ministry) => eb('indicator.ministry', '=', ministry)),
  ...given(filter.kind, (kind) => eb('indicator.kind', '=', kind)),
  ...given(filter.goal, (goalId) => serves(eb, goalId)),
  ...wordsIn(filter.text ?? '').map((word) => occurs(eb, word)),
];

/** The indicators that fit, in no order yet. */
export const listIndicators = (db: Kysely<IndicatorTables>, filter: IndicatorFilter) =>
  db
    .selectFrom('indicator')
    .selectAll('indicator')
    .where((eb) => eb.and(conditions(eb, filter)));

/** The indicator with that id; should a second house have used the id, the earlier definition is meant. */
export const findIndicator = (db: Kysely<IndicatorTables>, indicatorId: string, scope?: GoalScope) =>
  listIndicators(db, { scope })
    .where('indicator.indicator_id', '=', indicatorId)
    .orderBy('indicator.created_at')
    .orderBy('indicator.stream')
    .limit(1)
    .executeTakeFirst();

/** How many indicators each house owns. */
export const countIndicators = (db: Kysely<IndicatorTables>, scope?: GoalScope) =>
  db
    .selectFrom('indicator')
    .select(['indicator.ministry', (eb) => eb.fn.countAll().as('indicators')])
    .where((eb) => eb.and(conditions(eb, { scope })))
    .groupBy('indicator.ministry')
    .execute();
