// The figures behind the overview, added up in the database as far as it can.
import type { Audience } from '@zielwerk/contracts';
import { listPillars, listThemes } from '@zielwerk/framework-read-model';
import { listGoalsInShort } from '@zielwerk/goals-read-model';
import { countIndicators, listIndicatorsOfAllGoals } from '@zielwerk/indicators-read-model';
import { countMeasures, type MeasureState, sumContributions } from '@zielwerk/measures-read-model';

import { meanOf, weightedShare } from '../progress';
import { goalScope, rowsFor } from '../reading/audience';
import type { Tables } from '../reading/tables';
import type { MeasureTally } from '../views';
import { indicatorProgressOf } from './indicator.view';
import { type Counted, grouped } from './tally';

export type MeasureCount = Readonly<{ ministry: string; state: MeasureState; measures: number }>;
export type IndicatorCount = Readonly<{ ministry: string; indicators: number }>;
export type Statewide = Readonly<{
  goals: readonly Counted[];
  measures: readonly MeasureCount[];
  indicators: readonly IndicatorCount[];
  pillars: Awaited<ReturnType<typeof listPillars>>;
  themes: Awaited<ReturnType<typeof listThemes>>;
}>;

/** One reading of everything; what it costs grows with the number of goals and measures, so its results are kept. */
export const readStatewide = async (db: Tables, audience: Audience): Promise<Statewide> => {
  // Counts come as numbers from SQLite and as texts from PostgreSQL.
  const measures = await countMeasures(db, rowsFor(audience));
  const indicators = await countIndicators(db, goalScope(db, audience));
  return {
    goals: await countedGoals(db, audience),
    measures: measures.map((row) => ({ ...row, measures: Number(row.measures) })),
    indicators: indicators.map((row) => ({ ...row, indicators: Number(row.indicators) })),
    pillars: await listPillars(db),
    themes: await listThemes(db),
  };
};

const countedGoals = async (db: Tables, audience: Audience): Promise<readonly Counted[]> => {
  const byIndicators = await meansByGoal(db);
  const byMeasures = new Map(
    (await sumContributions(db)).map((row) => [
      row.goal_id,
      weightedShare(Number(row.weighted_percent), Number(row.weight)),
    ]),
  );
  return (await listGoalsInShort(db, rowsFor(audience))).map(({ goal_id, ...goal }) => ({
    ...goal,
    byIndicators: byIndicators.get(goal_id) ?? null,
    byMeasures: byMeasures.get(goal_id) ?? null,
  }));
};

const meansByGoal = async (db: Tables): Promise<ReadonlyMap<string, number | null>> => {
  const indicators = grouped(await listIndicatorsOfAllGoals(db), (row) => row.goal_id);
  return new Map(
    [...indicators].map(([goal, rows]) => [
      goal,
      meanOf(rows.map((row) => indicatorProgressOf(row).value).filter((value) => value !== null)),
    ]),
  );
};

export const measureTallyOf = (counts: readonly MeasureCount[]): MeasureTally => {
  const byState = { proposed: 0, planned: 0, released: 0, underway: 0, inAcceptance: 0, completed: 0 };
  for (const { state, measures } of counts) byState[state] += measures;
  return { total: counts.reduce((sum, { measures }) => sum + measures, 0), byState };
};
