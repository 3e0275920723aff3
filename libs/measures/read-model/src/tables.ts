import type { Stored } from '@zielwerk/kernel';

import type { ContributionRow } from './contribution.projection';
import type { MeasureRow } from './measure.projection';
import type { MeasureProgressRow } from './measure-progress.projection';
import type { MilestoneRow } from './milestone.projection';

export type MeasureTables = Readonly<{
  measure: Stored<MeasureRow>;
  measure_progress: Stored<MeasureProgressRow>;
  milestone: Stored<MilestoneRow>;
  contribution: Stored<ContributionRow>;
}>;
