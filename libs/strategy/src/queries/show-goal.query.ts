import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Audience } from '@zielwerk/contracts';
import { findGoal, type GoalRow } from '@zielwerk/goals-read-model';
import { listIndicators } from '@zielwerk/indicators-read-model';
import { listContributions, listMeasures } from '@zielwerk/measures-read-model';

import { goalScope, rowsFor } from '../reading/audience';
import { type Snapshot, Snapshots } from '../reading/snapshots';
import type { Tables } from '../reading/tables';
import type { ContributingMeasure, GoalDetail, IndicatorSummary, Reader } from '../views';
import { historyOf } from './event.view';
import { goalViews } from './goal.view';
import { indicatorView } from './indicator.view';
import { measureView } from './measure.view';

/** A goal with its indicators, measures and history; null when there is none that the reader may see. */
export class ShowGoal extends Query<Snapshot<GoalDetail | null>> {
  constructor(
    readonly goalId: string,
    readonly reader: Reader,
  ) {
    super();
  }
}

@QueryHandler(ShowGoal)
export class ShowGoalHandler implements IQueryHandler<ShowGoal> {
  constructor(private readonly snapshots: Snapshots) {}

  execute({ goalId, reader: { audience } }: ShowGoal): Promise<Snapshot<GoalDetail | null>> {
    return this.snapshots.take(async (db) => {
      const row = await findGoal(db, goalId, rowsFor(audience));
      return row ? detailOf(db, row, audience) : null;
    });
  }
}

const detailOf = async (db: Tables, row: GoalRow, audience: Audience): Promise<GoalDetail | null> => {
  const [summary] = await goalViews(db, [row], audience);
  return summary
    ? {
        ...summary,
        indicators: await indicatorsOf(db, row.goal_id, audience),
        measures: await measuresOf(db, row.goal_id, audience),
        history: await historyOf(db, row.stream, audience),
      }
    : null;
};

const indicatorsOf = async (db: Tables, goal: string, audience: Audience): Promise<readonly IndicatorSummary[]> => {
  const rows = await listIndicators(db, { goal, scope: goalScope(db, audience) })
    .orderBy('indicator.title_key')
    .orderBy('indicator.stream')
    .execute();
  return rows.map(indicatorView);
};

const measuresOf = async (db: Tables, goal: string, audience: Audience): Promise<readonly ContributingMeasure[]> => {
  const contributions = await listContributions(db, [goal], rowsFor(audience));
  const weights = new Map(contributions.map(({ stream, weight }) => [stream, weight]));
  const rows = await listMeasures(db, { goal, audience: rowsFor(audience) })
    .orderBy('measure.title_key')
    .orderBy('measure.stream')
    .execute();
  return rows.map((row) => ({ ...measureView(row), weight: weights.get(row.stream) ?? 0 }));
};
