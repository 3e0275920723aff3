export { type Indicator, type IndicatorCommand, indicatorDecider } from './indicator.decider';
