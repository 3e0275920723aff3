import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Audience } from '@zielwerk/contracts';
import { listGoalsById } from '@zielwerk/goals-read-model';
import {
  findMeasure,
  listContributionsOf,
  listMilestones,
  listReports,
  type MeasureRow,
} from '@zielwerk/measures-read-model';

import { rowsFor } from '../reading/audience';
import { type Snapshot, Snapshots } from '../reading/snapshots';
import type { Tables } from '../reading/tables';
import type { ContributionView, MeasureDetail, MilestoneView, ProgressReportView, Reader } from '../views';
import { historyOf } from './event.view';
import { measureView } from './measure.view';

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
  constructor(private readonly snapshots: Snapshots) {}

  execute({ measureId, reader: { audience } }: ShowMeasure): Promise<Snapshot<MeasureDetail | null>> {
    return this.snapshots.take(async (db) => {
      const row = await findMeasure(db, measureId, rowsFor(audience));
      return row ? detailOf(db, row, audience) : null;
    });
  }
}

const detailOf = async (db: Tables, row: MeasureRow, audience: Audience): Promise<MeasureDetail> => ({
  ...measureView(row),
  charter: row.charter,
  projectLead: row.project_lead,
  budgetLine: row.budget_line,
  needsNoMoney: row.needs_no_money,
  result: row.result,
  acceptedBy: row.accepted_by,
  milestones: await milestonesOf(db, row),
  contributions: await contributionsOf(db, row, audience),
  reports: await reportsOf(db, row),
  history: await historyOf(db, row.stream, audience),
});

const milestonesOf = async (db: Tables, { stream, plan_revision }: MeasureRow): Promise<readonly MilestoneView[]> =>
  (await listMilestones(db, stream, plan_revision)).map((row) => ({
    milestone: row.milestone,
    title: row.title,
    baselineDate: row.baseline_date,
  }));

const contributionsOf = async (
  db: Tables,
  { stream }: MeasureRow,
  audience: Audience,
): Promise<readonly ContributionView[]> => {
  const weights = new Map((await listContributionsOf(db, stream)).map(({ goal_id, weight }) => [goal_id, weight]));
  const goals = await listGoalsById(db, [...weights.keys()], rowsFor(audience));
  return goals.map(({ goal_id, title, lead }) => ({
    ...{ goalId: goal_id, title, lead },
    weight: weights.get(goal_id) ?? 0,
  }));
};

const reportsOf = async (db: Tables, { stream }: MeasureRow): Promise<readonly ProgressReportView[]> =>
  (await listReports(db, stream)).map((row) => ({
    period: row.period,
    percent: row.percent,
    text: row.text,
    explanation: row.explanation,
    occurredOn: row.occurred_on,
    recordedAt: row.recorded_at,
  }));
