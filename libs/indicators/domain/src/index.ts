export type { Indicator, IndicatorCommand } from './indicator';
export { indicatorDecider } from './indicator.decider';
