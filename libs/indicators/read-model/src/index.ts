export { indicatorProjection, type IndicatorRow } from './indicator.projection';
export { indicatorGoalProjection, type IndicatorGoalRow } from './indicator-goal.projection';
export {
  countIndicators,
  findIndicator,
  type GoalScope,
  type IndicatorFilter,
  indicatorOrders,
  listIndicators,
} from './list-indicators.query';
export {
  listGoalsOf,
  listIndicatorsOfGoals,
  listObservations,
  listIndicatorsOfAllGoals,
} from './list-indicators-of-goals.query';
export { observationProjection, type ObservationRow } from './observation.projection';
export type { IndicatorTables } from './tables';
