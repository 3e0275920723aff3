export { listPillars, listThemes } from './list-framework.query';
export { pillarProjection, type PillarRow } from './pillar.projection';
export type { FrameworkTables } from './tables';
export { themeProjection, type ThemeRow } from './theme.projection';
