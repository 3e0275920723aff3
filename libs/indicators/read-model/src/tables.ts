import type { IndicatorRow } from './indicator.projection';
import type { IndicatorGoalRow } from './indicator-goal.projection';
import type { ObservationRow } from './observation.projection';

export type IndicatorTables = Readonly<{
  indicator: IndicatorRow;
  indicator_goal: IndicatorGoalRow;
  observation: ObservationRow;
}>;
