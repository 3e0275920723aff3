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
export {
  OBSERVATION_STANDINGS,
  observationProjection,
  type ObservationRow,
  type ObservationStanding,
} from './observation.projection';
export type { ObservationInForce } from './observations-in-force';
export type { IndicatorTables } from './tables';
