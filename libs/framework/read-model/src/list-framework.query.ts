import type { Kysely } from 'kysely';

import type { FrameworkTables } from './tables';

/** All pillars in their order; where two streams define one code, the first to do so counts. */
export const listPillars = async (db: Kysely<FrameworkTables>) =>
  firstOfEach(
    await db.selectFrom('pillar').selectAll().orderBy('defined_at').orderBy('stream').execute(),
    (row) => row.pillar,
  );

/** All themes in their order; where two streams define one code, the first to do so counts. */
export const listThemes = async (db: Kysely<FrameworkTables>) =>
  firstOfEach(
    await db.selectFrom('theme').selectAll().orderBy('defined_at').orderBy('stream').execute(),
    (row) => row.theme,
  );

/** All strategies, the earliest one first. */
export const listStrategies = (db: Kysely<FrameworkTables>) =>
  db.selectFrom('strategy').selectAll().orderBy('starts_on').orderBy('stream').execute();

/** All reporting periods by the day on which they end, a month before the quarter that ends with it. */
export const listReportingPeriods = (db: Kysely<FrameworkTables>) =>
  db.selectFrom('reporting_period').selectAll().orderBy('period_end').orderBy('period').orderBy('stream').execute();

const firstOfEach = <Row extends { readonly place: number }>(
  rows: readonly Row[],
  codeOf: (row: Row) => string,
): readonly Row[] => {
  const first = new Map<string, Row>();
  for (const row of rows) if (!first.has(codeOf(row))) first.set(codeOf(row), row);
  return [...first.values()].sort((a, b) => a.place - b.place);
};
