import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Audience } from '@zielwerk/contracts';
import { listGoalsById } from '@zielwerk/goals-read-model';
import { findIndicator, type IndicatorRow, listGoalsOf, listObservations } from '@zielwerk/indicators-read-model';

import { ratioOf } from '../progress';
import { goalScope, rowsFor } from '../reading/audience';
import { type Snapshot, Snapshots } from '../reading/snapshots';
import type { Tables } from '../reading/tables';
import type { Reader } from '../views/answer';
import type { GoalReference } from '../views/goal';
import type { IndicatorDetail, ObservationView } from '../views/indicator';
import { historyOf } from './event.view';
import { goalReference } from './goal-parts.view';
import { indicatorView } from './indicator.view';

/** An indicator with observations, goals and history; null when there is none that the reader may see. */
export class ShowIndicator extends Query<Snapshot<IndicatorDetail | null>> {
  constructor(
    readonly indicatorId: string,
    readonly reader: Reader,
  ) {
    super();
  }
}

@QueryHandler(ShowIndicator)
export class ShowIndicatorHandler implements IQueryHandler<ShowIndicator> {
  constructor(private readonly snapshots: Snapshots) {}

  execute({ indicatorId, reader }: ShowIndicator): Promise<Snapshot<IndicatorDetail | null>> {
    return this.snapshots.take(async (db) => {
      const row = await findIndicator(db, indicatorId, goalScope(db, reader.audience));
      return row ? detailOf(db, row, reader) : null;
    });
  }
}

const detailOf = async (db: Tables, row: IndicatorRow, { audience, day }: Reader): Promise<IndicatorDetail> => ({
  ...indicatorView(row, day),
  goals: await goalsOf(db, row, audience),
  observations: await observationsOf(db, row),
  history: await historyOf(db, row.stream, audience),
});

const goalsOf = async (db: Tables, { stream }: IndicatorRow, audience: Audience): Promise<readonly GoalReference[]> => {
  const ids = (await listGoalsOf(db, stream)).map(({ goal_id }) => goal_id);
  const goals = await listGoalsById(db, ids, rowsFor(audience));
  return goals.map(goalReference);
};

const observationsOf = async (db: Tables, row: IndicatorRow): Promise<readonly ObservationView[]> =>
  (await listObservations(db, row.stream)).map(({ period, value, provisional, ...observation }) => ({
    ...{ period, value, provisional },
    periodEnd: observation.period_end,
    ratio: ratioOf({ baseline: row.baseline_value, target: row.target_value, latest: value }),
    standing: observation.standing,
    firstValue: observation.correction ? observation.first_value : null,
    reason: observation.reason,
    source: observation.source,
    occurredOn: observation.occurred_on,
    recordedAt: observation.recorded_at,
  }));
