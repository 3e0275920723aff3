export type { Measure, MeasureCommand, MeasureStatus } from './measure';
export { measureDecider } from './measure.decider';
