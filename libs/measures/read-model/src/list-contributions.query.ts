import type { Kysely } from 'kysely';

import type { MeasureFilter } from './list-measures.query';
import type { MeasureRow } from './measure-row';
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
    .select(['measure.state', 'measure.counted_percent', 'measure.percent', 'measure.audience', 'measure.title_key'])
    .select(['measure.reports_since', 'measure.last_period', 'measure.last_slip_days', 'measure.largest_slip_days'])
    .where('contribution.goal_id', 'in', goalIds)
    .execute();
  // Not asked of the database: it would read all measures of an audience, or in the order of titles, for the few of a goal.
  return rows.filter((row) => isVisible(row, audience)).sort(byTitle);
};

type Led = Pick<MeasureRow, 'state' | 'audience'>;

// What was handed over contributes as a measure of its new house.
const isVisible = ({ state, audience }: Led, reader: MeasureFilter['audience']): boolean =>
  state !== 'handedOver' && (reader === 'government' || audience === 'public');

type Titled = Readonly<{ title_key: string; stream: string }>;

const byTitle = (a: Titled, b: Titled): number => {
  if (a.title_key === b.title_key) return a.stream < b.stream ? -1 : 1;
  return a.title_key < b.title_key ? -1 : 1;
};

/** All contributions of measures that count, with what each counts for in percent; in no order. */
export const listCountedContributions = async (db: Kysely<MeasureTables>) => {
  const rows = await joined(db)
    .select(['contribution.goal_id', 'contribution.weight', 'contribution.stream', 'measure.counted_percent'])
    .where('measure.counted_percent', 'is not', null)
    .execute();
  return rows.map(({ counted_percent, ...row }) => ({ ...row, counted_percent: counted_percent ?? 0 }));
};

/** The goals a measure contributes to, the first one first. */
export const listContributionsOf = (db: Kysely<MeasureTables>, stream: string) =>
  db
    .selectFrom('contribution')
    .select(['goal_id', 'weight'])
    .where('stream', '=', stream)
    .orderBy('revision')
    .execute();
