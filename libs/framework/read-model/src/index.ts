export { listPillars, listReportingPeriods, listStrategies, listThemes } from './list-framework.query';
export { pillarProjection, type PillarRow } from './pillar.projection';
export { reportingPeriodProjection, type ReportingPeriodRow } from './reporting-period.projection';
export { strategyProjection, type StrategyRow } from './strategy.projection';
export type { FrameworkTables } from './tables';
export { themeProjection, type ThemeRow } from './theme.projection';
