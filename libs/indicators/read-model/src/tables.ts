import type { Stored } from '@zielwerk/kernel';

import type { IndicatorRow } from './indicator.projection';
import type { IndicatorGoalRow } from './indicator-goal.projection';
import type { ObservationRow } from './observation.projection';

export type IndicatorTables = Readonly<{
  indicator: Stored<IndicatorRow>;
  indicator_goal: Stored<IndicatorGoalRow>;
  observation: Stored<ObservationRow>;
}>;
