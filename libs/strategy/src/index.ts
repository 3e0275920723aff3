export { allProjections } from './projections';
export type { StrategyTables } from './reading/tables';
export { createStrategyApp, type StrategyParts } from './strategy.app';
export type * from './views/answer';
export type * from './views/figures';
export type * from './views/goal';
export type * from './views/indicator';
export type * from './views/measure';
export type * from './views/overview';
