import type { ContributionRow } from './contribution.projection';
import type { MeasureRow } from './measure.projection';
import type { MeasureProgressRow } from './measure-progress.projection';
import type { MilestoneRow } from './milestone.projection';

export type MeasureTables = Readonly<{
  measure: MeasureRow;
  measure_progress: MeasureProgressRow;
  milestone: MilestoneRow;
  contribution: ContributionRow;
}>;
