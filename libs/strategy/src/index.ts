export { allProjections } from './projections';
export type { StrategyTables } from './reading/tables';
export { createStrategyApp, type StrategyParts } from './strategy.app';
export type * from './views';
