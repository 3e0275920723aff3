// The figures behind the overview: a few narrow readings, each gone through once.
import { listPillars, listReportingPeriods, listStrategies, listThemes } from '@zielwerk/framework-read-model';
import { listGoalsInShort } from '@zielwerk/goals-read-model';
import { countIndicators, listIndicatorsOfAllGoals } from '@zielwerk/indicators-read-model';
import { listCountedContributions, listMeasuresInShort } from '@zielwerk/measures-read-model';

import { goalLight, isOverdue } from '../goal-health';
import { isReporting } from '../measure-health';
import { meanOf, weightedShare } from '../progress';
import { goalScope, rowsFor } from '../reading/audience';
import type { Tables } from '../reading/tables';
import type { Reader } from '../views/answer';
import type { Health } from '../views/figures';
import { indicatorProgressOf, paceOf } from './indicator.view';
import { lightOf } from './measure.view';
import type { Reporting } from './reporting-period.view';
import { type Counted, type CountedMeasure, grouped } from './tally';

export type IndicatorCount = Readonly<{ ministry: string; indicators: number }>;
export type Statewide = Readonly<{
  goals: readonly Counted[];
  measures: readonly CountedMeasure[];
  indicators: readonly IndicatorCount[];
  /** The measures that report now. */
  reporting: readonly Reporting[];
  periods: Awaited<ReturnType<typeof listReportingPeriods>>;
  strategies: Awaited<ReturnType<typeof listStrategies>>;
  pillars: Awaited<ReturnType<typeof listPillars>>;
  themes: Awaited<ReturnType<typeof listThemes>>;
}>;

/** One reading of everything; what it costs grows with the number of goals and measures, so its results are kept. */
export const readStatewide = async (db: Tables, reader: Reader): Promise<Statewide> => {
  const measures = await listMeasuresInShort(db, rowsFor(reader.audience));
  const lights = lightsOf(measures, reader);
  // Counts come as numbers from SQLite and as texts from PostgreSQL.
  const indicators = await countIndicators(db, goalScope(db, reader.audience));
  return {
    goals: await countedGoals(db, reader, lights),
    measures: measures.flatMap(({ state, ministry, health, stream }) =>
      state === 'handedOver' ? [] : [{ ministry, state, health, computed: lights.get(stream) ?? null }],
    ),
    indicators: indicators.map((row) => ({ ...row, indicators: Number(row.indicators) })),
    reporting: measures.filter(({ state }) => isReporting(state)),
    periods: await listReportingPeriods(db),
    strategies: await listStrategies(db),
    pillars: await listPillars(db),
    themes: await listThemes(db),
  };
};

/** By the streams of measures. */
type Lights = ReadonlyMap<string, Health | null>;
type Measures = Awaited<ReturnType<typeof listMeasuresInShort>>;

/** Many measures began on one day and reported for one period: what is alike is computed once. */
const lightsOf = (measures: Measures, reader: Reader): Lights => {
  const known = new Map<string, Health | null>();
  const alike = (row: Measures[number]): Health | null => {
    const { state, reports_since, last_period, last_slip_days, largest_slip_days } = row;
    const key = `${state} ${reports_since ?? ''} ${last_period ?? ''} ${last_slip_days ?? ''} ${largest_slip_days ?? ''}`;
    const light = known.get(key);
    if (light !== undefined) return light;
    const computed = lightOf(row, reader);
    known.set(key, computed);
    return computed;
  };
  return new Map(measures.map((row) => [row.stream, alike(row)]));
};

const countedGoals = async (db: Tables, reader: Reader, lights: Lights): Promise<readonly Counted[]> => {
  const indicators = grouped(await listIndicatorsOfAllGoals(db), goalOf);
  const contributions = grouped(await listCountedContributions(db), goalOf);
  return (await listGoalsInShort(db, rowsFor(reader.audience))).map(({ goal_id, target_date, ...goal }) => {
    const serving = indicators.get(goal_id) ?? [];
    const contributing = contributions.get(goal_id) ?? [];
    const signs = {
      paces: serving.flatMap((row) => paceOf(row, reader.day).value ?? []),
      measures: contributing.map(({ weight, stream }) => ({ weight, health: lights.get(stream) ?? null })),
    };
    return {
      ...goal,
      computed: goalLight(goal.state, signs, reader.limits),
      overdue: isOverdue({ state: goal.state, targetDate: target_date }, reader.day),
      byIndicators: meanOf(serving.flatMap((row) => indicatorProgressOf(row).value ?? [])),
      byMeasures: shareOf(contributing),
    };
  });
};

const goalOf = (row: Readonly<{ goal_id: string }>): string => row.goal_id;

const shareOf = (measures: readonly Readonly<{ weight: number; counted_percent: number }>[]): number | null =>
  weightedShare(
    measures.reduce((sum, { weight, counted_percent }) => sum + weight * counted_percent, 0),
    measures.reduce((sum, { weight }) => sum + weight, 0),
  );
