import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { findGoal, type GoalRow, listGoals, listGoalsById } from '@zielwerk/goals-read-model';
import { listIndicators } from '@zielwerk/indicators-read-model';
import { listContributions, listMeasures } from '@zielwerk/measures-read-model';

import { goalScope, rowsFor } from '../reading/audience';
import { type Snapshot, Snapshots } from '../reading/snapshots';
import type { Tables } from '../reading/tables';
import type { Reader } from '../views/answer';
import type { ContributingMeasure, GoalDetail, GoalReference, GoalSummary } from '../views/goal';
import type { IndicatorSummary } from '../views/indicator';
import { historyOf } from './event.view';
import { goalViews } from './goal.view';
import { goalEnd, goalReference, preparation } from './goal-parts.view';
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

  execute({ goalId, reader }: ShowGoal): Promise<Snapshot<GoalDetail | null>> {
    return this.snapshots.take(async (db) => {
      const row = await findGoal(db, goalId, rowsFor(reader.audience));
      return row ? detailOf(db, row, reader) : null;
    });
  }
}

const detailOf = async (db: Tables, row: GoalRow, reader: Reader): Promise<GoalDetail | null> => {
  const [summary] = await goalViews(db, [row], reader);
  if (!summary) return null;
  const { audience } = reader;
  return {
    ...summary,
    firstTitle: row.first_title,
    parent: await referenceTo(db, row.parent_goal_id, reader),
    subgoals: await subgoalsOf(db, row, reader),
    indicators: await indicatorsOf(db, row.goal_id, reader),
    measures: await measuresOf(db, row.goal_id, reader),
    ...preparation(row, summary, audience),
    ...goalEnd(row),
    successor: await referenceTo(db, row.successor_goal_id, reader),
    history: await historyOf(db, row.stream, audience),
  };
};

const referenceTo = async (db: Tables, goalId: string | null, { audience }: Reader): Promise<GoalReference | null> => {
  const [found] = goalId === null ? [] : await listGoalsById(db, [goalId], rowsFor(audience));
  return found ? goalReference(found) : null;
};

const subgoalsOf = async (db: Tables, { goal_id }: GoalRow, reader: Reader): Promise<readonly GoalSummary[]> => {
  const rows = await listGoals(db, { audience: rowsFor(reader.audience) })
    .where('goal.parent_goal_id', '=', goal_id)
    .orderBy('goal.title_key')
    .orderBy('goal.stream')
    .execute();
  return goalViews(db, rows, reader);
};

const indicatorsOf = async (db: Tables, goal: string, reader: Reader): Promise<readonly IndicatorSummary[]> => {
  const rows = await listIndicators(db, { goal, scope: goalScope(db, reader.audience) })
    .orderBy('indicator.title_key')
    .orderBy('indicator.stream')
    .execute();
  return rows.map((row) => indicatorView(row, reader.day));
};

const measuresOf = async (db: Tables, goal: string, reader: Reader): Promise<readonly ContributingMeasure[]> => {
  const audience = rowsFor(reader.audience);
  const contributions = await listContributions(db, [goal], audience);
  const weights = new Map(contributions.map(({ stream, weight }) => [stream, weight]));
  const rows = await listMeasures(db, { goal, audience })
    // What was handed over contributes as a measure of its new house.
    .where('measure.state', '<>', 'handedOver')
    .orderBy('measure.title_key')
    .orderBy('measure.stream')
    .execute();
  return rows.map((row) => ({ ...measureView(row, reader), weight: weights.get(row.stream) ?? 0 }));
};
