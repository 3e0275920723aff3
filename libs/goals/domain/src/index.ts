export { type Goal, type GoalCommand, goalDecider, type GoalStatus } from './goal.decider';
