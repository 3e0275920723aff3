import type { Kysely } from 'kysely';

import type { MeasureTables } from './tables';

/** A measure's reports, oldest period first. */
export const listReports = (db: Kysely<MeasureTables>, stream: string) =>
  db
    .selectFrom('measure_progress')
    .selectAll()
    .where('stream', '=', stream)
    .orderBy('period_end')
    .orderBy('revision')
    .execute();

/** The milestones of a measure's plan by the date they were planned for. */
export const listMilestones = (db: Kysely<MeasureTables>, stream: string, planRevision: number | null) =>
  db
    .selectFrom('milestone')
    .selectAll()
    .where('stream', '=', stream)
    .where('plan_revision', '=', planRevision ?? -1)
    .orderBy('baseline_date')
    .orderBy('milestone')
    .execute();

/** What a measure costs, line by line: by year, then as the budget orders it. */
export const listBudgetLines = (db: Kysely<MeasureTables>, stream: string) =>
  db.selectFrom('budget_line').selectAll().where('stream', '=', stream).orderBy('year').orderBy('line').execute();
