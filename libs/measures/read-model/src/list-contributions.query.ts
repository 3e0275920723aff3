import type { Kysely } from 'kysely';

import type { MeasureFilter } from './list-measures.query';
import type { MeasureTables } from './tables';

const joined = (db: Kysely<MeasureTables>) =>
  db.selectFrom('contribution').innerJoin('measure', 'measure.stream', 'contribution.stream');

/** The measures that contribute to these goals: what a goal's progress is computed from, in the order of their titles. */
export const listContributions = async (
  db: Kysely<MeasureTables>,
  goalIds: readonly string[],
  audience: MeasureFilter['audience'],
) => {
  const rows = await joined(db)
    .select(['contribution.goal_id', 'contribution.weight', 'measure.stream', 'measure.measure_id', 'measure.title'])
    .select(['measure.counted_percent', 'measure.percent', 'measure.audience', 'measure.title_key'])
    .where('contribution.goal_id', 'in', goalIds)
    .execute();
  // Not asked of the database: it would read all measures of an audience, or in the order of titles, for the few of a goal.
  const visible = audience === 'public' ? rows.filter((row) => row.audience === 'public') : rows;
  return visible.sort(byTitle);
};

type Titled = Readonly<{ title_key: string; stream: string }>;

const byTitle = (a: Titled, b: Titled): number => {
  if (a.title_key === b.title_key) return a.stream < b.stream ? -1 : 1;
  return a.title_key < b.title_key ? -1 : 1;
};

/** Per goal: the weights of the measures that count, and the weights times their percent. */
export const sumContributions = (db: Kysely<MeasureTables>) =>
  joined(db)
    .select(({ eb, fn }) => [
      'contribution.goal_id',
      fn.sum('contribution.weight').as('weight'),
      fn.sum(eb('contribution.weight', '*', eb.ref('measure.counted_percent'))).as('weighted_percent'),
    ])
    .where('measure.counted_percent', 'is not', null)
    .groupBy('contribution.goal_id')
    .execute();

/** The goals a measure contributes to, the first one first. */
export const listContributionsOf = (db: Kysely<MeasureTables>, stream: string) =>
  db
    .selectFrom('contribution')
    .select(['goal_id', 'weight'])
    .where('stream', '=', stream)
    .orderBy('revision')
    .execute();
