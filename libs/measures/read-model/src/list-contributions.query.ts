import type { Kysely } from 'kysely';

import type { MeasureFilter } from './list-measures.query';
import type { MeasureTables } from './tables';

const joined = (db: Kysely<MeasureTables>) =>
  db.selectFrom('contribution').innerJoin('measure', 'measure.stream', 'contribution.stream');

/** The measures that contribute to these goals: what a goal's progress is computed from, in the order of their titles. */
export const listContributions = (
  db: Kysely<MeasureTables>,
  goalIds: readonly string[],
  audience: MeasureFilter['audience'],
) =>
  joined(db)
    .select(['contribution.goal_id', 'contribution.weight'])
    .select(['measure.stream', 'measure.measure_id', 'measure.title', 'measure.counted_percent', 'measure.percent'])
    .where('contribution.goal_id', 'in', goalIds)
    .$if(audience === 'public', (measures) => measures.where('measure.audience', '=', 'public'))
    .orderBy('measure.title_key')
    .orderBy('measure.stream')
    .execute();

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
