// A measure that was handed over goes on in the stream of another house: what it was before is read with it.
import type { Audience } from '@zielwerk/contracts';
import { listReports, type MeasureProgressRow, type MeasureRow } from '@zielwerk/measures-read-model';

import { rowsFor } from '../reading/audience';
import type { Tables } from '../reading/tables';
import type { EventView } from '../views/answer';
import type { ProgressReportView } from '../views/measure';
import { historyOf } from './event.view';

/** The measure in the houses it comes from, the last one first, as far as the reader may see them. */
export const earlierLives = async (db: Tables, row: MeasureRow, audience: Audience): Promise<readonly MeasureRow[]> => {
  const lives: MeasureRow[] = [];
  // Whatever houses may write: nothing comes from itself.
  const seen = new Set([row.stream]);
  for (let next = await before(db, row, audience); next && !seen.has(next.stream);) {
    lives.push(next);
    seen.add(next.stream);
    next = await before(db, next, audience);
  }
  return lives;
};

const before = (db: Tables, { continues }: MeasureRow, audience: Audience): Promise<MeasureRow | undefined> =>
  continues === null
    ? Promise.resolve(undefined)
    : db
        .selectFrom('measure')
        .selectAll()
        .where('stream', '=', continues.stream)
        .$if(rowsFor(audience) === 'public', (measures) => measures.where('audience', '=', 'public'))
        .executeTakeFirst();

const oldestFirst = (row: MeasureRow, lives: readonly MeasureRow[]): readonly MeasureRow[] => [
  ...lives.toReversed(),
  row,
];

export const joinedHistory = async (
  db: Tables,
  row: MeasureRow,
  lives: readonly MeasureRow[],
  audience: Audience,
): Promise<readonly EventView[]> => {
  const histories = oldestFirst(row, lives).map(({ stream }) => historyOf(db, stream, audience));
  return (await Promise.all(histories)).flat();
};

/** One report for each period. The new house repeats the last figure; only what it corrects takes the place of what was said. */
export const joinedReports = async (
  db: Tables,
  row: MeasureRow,
  lives: readonly MeasureRow[],
): Promise<readonly ProgressReportView[]> => {
  const all = await Promise.all(oldestFirst(row, lives).map(({ stream }) => listReports(db, stream)));
  const byPeriod = new Map<string, MeasureProgressRow>();
  for (const report of all.flat())
    if (report.corrected || !byPeriod.has(report.period)) byPeriod.set(report.period, report);
  return [...byPeriod.values()].sort(byEnd).map(reportView);
};

const byEnd = (one: MeasureProgressRow, other: MeasureProgressRow): number =>
  one.period_end < other.period_end ? -1 : 1;

const reportView = (row: MeasureProgressRow): ProgressReportView => ({
  period: row.period,
  percent: row.percent,
  corrected: row.corrected ? { firstPercent: row.first_percent, reason: row.reason ?? '' } : null,
  text: row.text,
  explanation: row.explanation,
  occurredOn: row.occurred_on,
  recordedAt: row.recorded_at,
});
