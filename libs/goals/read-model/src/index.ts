export { goalProjection, type GoalRow, type GoalState } from './goal.projection';
export {
  type GoalContentEvent,
  goalParticipantProjection,
  type GoalParticipantRow,
} from './goal-participant.projection';
export { findGoal, type GoalFilter, goalOrders, listGoals, listGoalsById, listGoalsInShort } from './list-goals.query';
export type { GoalTables } from './tables';
