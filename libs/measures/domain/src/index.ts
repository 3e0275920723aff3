export { type Measure, type MeasureCommand, measureDecider, type MeasureStatus } from './measure.decider';
