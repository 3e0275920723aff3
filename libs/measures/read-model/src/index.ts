export { contributionProjection, type ContributionRow } from './contribution.projection';
export { listContributions, listContributionsOf, sumContributions } from './list-contributions.query';
export { listMilestones, listReports } from './list-measure-parts.query';
export { countMeasures, findMeasure, listMeasures, type MeasureFilter, measureOrders } from './list-measures.query';
export { measureProjection, type MeasureRow, type MeasureState } from './measure.projection';
export { measureProgressProjection, type MeasureProgressRow } from './measure-progress.projection';
export { type MeasurePlanEvent, milestoneProjection, type MilestoneRow } from './milestone.projection';
export type { MeasureTables } from './tables';
