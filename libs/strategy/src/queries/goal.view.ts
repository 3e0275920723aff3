// A goal with what is computed from the rows of other capabilities: loaded for a whole page at once, never goal by goal.
import type { Audience } from '@zielwerk/contracts';
import { listThemes } from '@zielwerk/framework-read-model';
import type { GoalRow } from '@zielwerk/goals-read-model';
import { listIndicatorsOfGoals } from '@zielwerk/indicators-read-model';
import { listContributions } from '@zielwerk/measures-read-model';

import { progressByIndicators, progressByMeasures } from '../progress';
import { rowsFor } from '../reading/audience';
import type { Tables } from '../reading/tables';
import type { DeclaredHealth, GoalSummary } from '../views';
import { indicatorProgressOf } from './indicator.view';
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
  audience: Audience,
): Promise<readonly GoalSummary[]> => {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.goal_id);
  const contributions = grouped(await listContributions(db, ids, rowsFor(audience)), goalOf);
  const indicators = grouped(await listIndicatorsOfGoals(db, ids), goalOf);
  const pillars = new Map((await listThemes(db)).map(({ theme, pillar }) => [theme, pillar]));
  return rows.map((row) =>
    goalView(row, {
      contributions: contributions.get(row.goal_id) ?? [],
      indicators: indicators.get(row.goal_id) ?? [],
      pillar: pillars.get(row.theme) ?? null,
    }),
  );
};

const goalOf = (row: { readonly goal_id: string }): string => row.goal_id;

const goalView = (row: GoalRow, { contributions, indicators, pillar }: Parts): GoalSummary => ({
  goalId: row.goal_id,
  reference: row.reference,
  title: row.title,
  description: row.description,
  state: row.state,
  lead: row.lead,
  participants: row.participants,
  theme: row.theme,
  pillar,
  parentGoalId: row.parent_goal_id,
  targetDate: row.target_date,
  fileReference: row.file_reference,
  adopted: adoptionOf(row),
  declaredHealth: healthOf(row),
  indicatorCount: indicators.length,
  measureCount: contributions.length,
  progress: { byIndicators: shareOfIndicators(indicators), byMeasures: shareOfMeasures(contributions) },
  ...traceView(row),
});

const adoptionOf = ({ decision_number, decided_on }: GoalRow): GoalSummary['adopted'] =>
  decision_number === null || decided_on === null ? null : { decisionNumber: decision_number, decidedOn: decided_on };

const healthOf = ({ health, health_reason, health_on }: GoalRow): DeclaredHealth | null =>
  health === null ? null : { health, reason: health_reason ?? '', on: health_on ?? '' };

const shareOfIndicators = (indicators: readonly Indicator[]) =>
  progressByIndicators(
    indicators.map((row) => ({
      indicatorId: row.indicator_id,
      title: row.title,
      progress: indicatorProgressOf(row),
    })),
  );

const shareOfMeasures = (contributions: readonly Contribution[]) =>
  progressByMeasures(
    contributions.map((row) => ({
      measureId: row.measure_id,
      title: row.title,
      weight: row.weight,
      counted: row.counted_percent,
      reported: row.percent !== null,
    })),
  );
