// The tables of a bundle: made once, and answered until something changes.
import { type Published, visibleRows, type WrittenTables, writtenTables } from '@zielwerk/bundle';
import { Injectable } from '@nestjs/common';
import type { Audience } from '@zielwerk/contracts';

import { rowsFor } from '../reading/audience';
import type { Moment } from '../reading/snapshots';
import type { Tables } from '../reading/tables';

@Injectable()
export class Bundles {
  private readonly kept = new Map<string, Readonly<{ edition: string; tables: WrittenTables }>>();

  /** `db` must be the transaction in which `edition` was read. */
  async at(db: Tables, { edition }: Moment, audience: Audience): Promise<WrittenTables> {
    const rows = rowsFor(audience);
    const kept = this.kept.get(rows);
    if (kept?.edition === edition) return kept.tables;
    const all = await db.selectFrom('bundle').selectAll().execute();
    const tables = writtenTables(visibleRows(all, rows, await publishedIn(db)));
    this.kept.set(rows, { edition, tables });
    return tables;
  }
}

const publishedIn = async (db: Tables): Promise<Published> => {
  const goals = await db.selectFrom('goal').select('goal_id').where('audience', '=', 'public').execute();
  const measures = await db.selectFrom('measure').select('measure_id').where('audience', '=', 'public').execute();
  const serving = await db.selectFrom('indicator_goal').select(['indicator_id', 'goal_id']).execute();
  const goalIds = new Set(goals.map(({ goal_id }) => goal_id));
  return {
    goals: goalIds,
    measures: new Set(measures.map(({ measure_id }) => measure_id)),
    indicators: new Set(serving.flatMap(({ indicator_id, goal_id }) => (goalIds.has(goal_id) ? [indicator_id] : []))),
  };
};
