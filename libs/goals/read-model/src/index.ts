export { GOAL_STATES, goalProjection, type GoalRow, type GoalState } from './goal.projection';
export {
  type GoalContentEvent,
  goalParticipantProjection,
  type GoalParticipantRow,
} from './goal-participant.projection';
export {
  findGoal,
  type GoalFilter,
  goalOrders,
  listGoals,
  listGoalsById,
  listGoalsInShort,
  listSubgoals,
} from './list-goals.query';
export { COORDINATION_NEEDS, type CoordinationNeed, missingForCoordination } from './missing-for-coordination';
export type { GoalTables } from './tables';
