export type { Goal, GoalCommand, GoalStatus } from './goal';
export { goalDecider } from './goal.decider';
