// A goal with what is computed from the rows of other capabilities: loaded for a whole page at once, never goal by goal.
import { listThemes } from '@zielwerk/framework-read-model';
import type { GoalRow } from '@zielwerk/goals-read-model';
import { listIndicatorsOfGoals } from '@zielwerk/indicators-read-model';
import { listContributions } from '@zielwerk/measures-read-model';

import { goalHealth, isConflict, isOverdue } from '../goal-health';
import { progressByIndicators, progressByMeasures } from '../progress';
import { rowsFor } from '../reading/audience';
import type { Tables } from '../reading/tables';
import type { Reader } from '../views/answer';
import type { MeasureState } from '../views/figures';
import type { Deferral, GoalSummary } from '../views/goal';
import type { GoalHealth } from '../views/health';
import { indicatorProgressOf, paceOf } from './indicator.view';
import { declaredOf, lightOf } from './measure.view';
import { grouped } from './tally';
import { traceView } from './trace.view';

type Contribution = Awaited<ReturnType<typeof listContributions>>[number];
type Indicator = Awaited<ReturnType<typeof listIndicatorsOfGoals>>[number];
type Parts = Readonly<{
  contributions: readonly Contribution[];
  indicators: readonly Indicator[];
  pillar: string | null;
}>;

/** The goals' summaries, in the order of the rows. */
export const goalViews = async (
  db: Tables,
  rows: readonly GoalRow[],
  reader: Reader,
): Promise<readonly GoalSummary[]> => {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.goal_id);
  const contributions = grouped(await listContributions(db, ids, rowsFor(reader.audience)), goalOf);
  const indicators = grouped(await listIndicatorsOfGoals(db, ids), goalOf);
  const pillars = new Map((await listThemes(db)).map(({ theme, pillar }) => [theme, pillar]));
  return rows.map((row) => {
    const parts = {
      contributions: contributions.get(row.goal_id) ?? [],
      indicators: indicators.get(row.goal_id) ?? [],
      pillar: pillars.get(row.theme) ?? null,
    };
    return { ...goalView(row, parts, reader), ...healthView(row, parts, reader) };
  });
};

const goalOf = (row: { readonly goal_id: string }): string => row.goal_id;

type Health = 'declaredHealth' | 'computedHealth' | 'conflict';

const goalView = (row: GoalRow, parts: Parts, { audience, day }: Reader): Omit<GoalSummary, Health> => ({
  goalId: row.goal_id,
  reference: row.reference,
  title: row.title,
  description: row.description,
  state: row.state,
  lead: row.lead,
  participants: row.participants,
  theme: row.theme,
  pillar: parts.pillar,
  parentGoalId: row.parent_goal_id,
  targetDate: row.target_date,
  fileReference: audience === 'public' ? null : row.file_reference,
  adopted: adoptionOf(row),
  overdue: isOverdue({ state: row.state, targetDate: row.target_date }, day),
  deferred: deferralOf(row),
  indicatorCount: parts.indicators.length,
  measureCount: parts.contributions.length,
  progress: { byIndicators: shareOfIndicators(parts.indicators), byMeasures: shareOfMeasures(parts.contributions) },
  ...traceView(row),
});

const healthView = (row: GoalRow, parts: Parts, reader: Reader): Pick<GoalSummary, Health> => {
  const computed = computedOf(row, parts, reader);
  return {
    declaredHealth: declaredOf(row),
    computedHealth: computed,
    conflict: isConflict(row.health, computed?.health ?? null),
  };
};

const adoptionOf = ({ decision_number, decided_on }: GoalRow): GoalSummary['adopted'] =>
  decision_number === null || decided_on === null ? null : { decisionNumber: decision_number, decidedOn: decided_on };

const deferralOf = ({ deferred_from, deferred_reason, deferred_until }: GoalRow): Deferral | null =>
  deferred_from && { reason: deferred_reason ?? '', until: deferred_until, resumesAs: deferred_from };

const computedOf = ({ state }: GoalRow, { indicators, contributions }: Parts, reader: Reader): GoalHealth | null =>
  goalHealth(
    {
      state,
      indicators: indicators.map((row) => ({
        indicatorId: row.indicator_id,
        title: row.title,
        pace: paceOf(row, reader.day).value,
      })),
      measures: contributions
        .filter(({ counted_percent }) => counted_percent !== null)
        .map((row) => ({
          measureId: row.measure_id,
          title: row.title,
          weight: row.weight,
          health: lightOf(row, reader),
        })),
    },
    reader.day,
    reader.limits,
  );

const shareOfIndicators = (indicators: readonly Indicator[]) =>
  progressByIndicators(
    indicators.map((row) => ({
      indicatorId: row.indicator_id,
      title: row.title,
      progress: indicatorProgressOf(row),
    })),
  );

const GIVEN_UP: readonly MeasureState[] = ['rejected', 'cancelled', 'merged'];

const shareOfMeasures = (contributions: readonly Contribution[]) =>
  progressByMeasures(
    contributions.map((row) => ({
      measureId: row.measure_id,
      title: row.title,
      weight: row.weight,
      counted: row.counted_percent,
      reported: row.percent !== null,
      reason: GIVEN_UP.includes(row.state) ? 'given-up' : 'not-released',
    })),
  );
