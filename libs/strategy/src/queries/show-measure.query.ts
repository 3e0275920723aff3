import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { listGoalsById } from '@zielwerk/goals-read-model';
import {
  findMeasure,
  listBudgetLines,
  listContributionsOf,
  listMilestones,
  type MeasureRow,
} from '@zielwerk/measures-read-model';

import { rowsFor } from '../reading/audience';
import { type Moment, type Snapshot, Snapshots } from '../reading/snapshots';
import type { Tables } from '../reading/tables';
import type { Reader } from '../views/answer';
import type { ContributionView, MeasureDetail } from '../views/measure';
import { budgetView } from './budget.view';
import { Dependencies, dependenciesOf } from './dependencies';
import { measureView } from './measure.view';
import { blockersOf, measureEnd, milestoneView } from './measure-parts.view';
import { earlierLives, joinedHistory, joinedReports } from './measure-lives';

/** A measure with plan, reports, goals and history; null when there is none that the reader may see. */
export class ShowMeasure extends Query<Snapshot<MeasureDetail | null>> {
  constructor(
    readonly measureId: string,
    readonly reader: Reader,
  ) {
    super();
  }
}

@QueryHandler(ShowMeasure)
export class ShowMeasureHandler implements IQueryHandler<ShowMeasure> {
  constructor(
    private readonly snapshots: Snapshots,
    private readonly dependencies: Dependencies,
  ) {}

  execute({ measureId, reader }: ShowMeasure): Promise<Snapshot<MeasureDetail | null>> {
    return this.snapshots.take(async (db, moment) => {
      const row = await findMeasure(db, measureId, rowsFor(reader.audience));
      return row ? { ...(await detailOf(db, row, reader)), ...(await this.edgesOf(db, row, moment, reader)) } : null;
    });
  }

  private async edgesOf(db: Tables, { stream }: MeasureRow, moment: Moment, { audience }: Reader): Promise<Edges> {
    if (audience === 'public') return { needs: [], neededBy: [] };
    return dependenciesOf(db, stream, await this.dependencies.at(db, moment));
  }
}

type Edges = Pick<MeasureDetail, 'needs' | 'neededBy'>;

const detailOf = async (db: Tables, row: MeasureRow, reader: Reader): Promise<Omit<MeasureDetail, keyof Edges>> => {
  const lives = await earlierLives(db, row, reader.audience);
  const milestones = await listMilestones(db, row.stream, row.plan_revision);
  const [earlier] = lives;
  return {
    ...measureView(row, reader),
    charter: row.charter,
    projectLead: row.project_lead,
    begunOn: row.begun_on,
    budgetLine: row.budget_line,
    needsNoMoney: row.needs_no_money,
    blockers: blockersOf(row, reader.audience),
    ...measureEnd(row, lives, reader.audience),
    mergedInto: await mergedInto(db, row, reader),
    continues: earlier ? { ministry: earlier.ministry, stream: earlier.stream } : null,
    handedOverTo: row.handed_over_to,
    milestones: milestones.map((milestone) => milestoneView(milestone, row, reader.day)),
    budget: budgetView(await listBudgetLines(db, row.stream), reader.audience),
    contributions: await contributionsOf(db, row, reader),
    reports: await joinedReports(db, row, lives),
    history: await joinedHistory(db, row, lives, reader.audience),
  };
};

const mergedInto = async (db: Tables, { merged_into: measureId }: MeasureRow, { audience }: Reader) => {
  if (measureId === null) return null;
  const other = await findMeasure(db, measureId, rowsFor(audience));
  return { measureId, title: other?.title ?? null };
};

const contributionsOf = async (
  db: Tables,
  { stream }: MeasureRow,
  { audience }: Reader,
): Promise<readonly ContributionView[]> => {
  const weights = new Map((await listContributionsOf(db, stream)).map(({ goal_id, weight }) => [goal_id, weight]));
  if (weights.size === 0) return [];
  const goals = await listGoalsById(db, [...weights.keys()], rowsFor(audience));
  return goals.map(({ goal_id, title, lead }) => ({
    ...{ goalId: goal_id, title, lead },
    weight: weights.get(goal_id) ?? 0,
  }));
};
