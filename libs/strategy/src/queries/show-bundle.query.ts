// The strategy as the tables of a bundle, as far as the reader may see it.
import { type Published, type TableName, visibleRows, type WrittenRow, writtenTables } from '@zielwerk/bundle';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';

import { type Snapshot, Snapshots } from '../reading/snapshots';
import type { Tables } from '../reading/tables';
import type { Reader } from '../views/answer';

export type BundleView = Readonly<{ tables: Readonly<Record<TableName, readonly WrittenRow[]>> }>;

/** Of all houses, or what one house leads. */
export class ShowBundle extends Query<Snapshot<BundleView>> {
  constructor(
    readonly ministry: string | undefined,
    readonly reader: Reader,
  ) {
    super();
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

@QueryHandler(ShowBundle)
export class ShowBundleHandler implements IQueryHandler<ShowBundle> {
  constructor(private readonly snapshots: Snapshots) {}

  execute({ ministry, reader: { audience } }: ShowBundle): Promise<Snapshot<BundleView>> {
    return this.snapshots.take(async (db) => {
      const rows = await db.selectFrom('bundle').selectAll().execute();
      const tables = writtenTables(visibleRows(rows, audience, await publishedIn(db)));
      return { tables: ministry === undefined ? tables : ledBy(ministry, tables) };
    });
  }
}

const ledBy = (ministry: string, tables: BundleView['tables']): BundleView['tables'] =>
  Object.fromEntries(
    Object.entries(tables).map(([name, rows]) => [
      name,
      rows.filter(({ stream }) => stream.startsWith(`${ministry}.`)),
    ]),
  ) as unknown as BundleView['tables'];
