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

/** The milestones of a measure's plan by date. */
export const listMilestones = (db: Kysely<MeasureTables>, stream: string, planRevision: number | null) =>
  db
    .selectFrom('milestone')
    .selectAll()
    .where('stream', '=', stream)
    .where('revision', '=', planRevision ?? -1)
    .orderBy('baseline_date')
    .orderBy('milestone')
    .execute();
