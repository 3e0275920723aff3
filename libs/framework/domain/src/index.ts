export { type OutcomeAnswers, type OutcomeCommand, outcomeDecider } from './outcome.decider';
export { type Pillar, type PillarCommand, pillarDecider } from './pillar.decider';
export { type ReportingPeriod, type ReportingPeriodCommand, reportingPeriodDecider } from './reporting-period.decider';
export { type Strategy, type StrategyCommand, strategyDecider } from './strategy.decider';
export { type Theme, type ThemeCommand, themeDecider } from './theme.decider';
