export { budgetLineProjection, type BudgetLineRow } from './budget-line.projection';
export { contributionProjection, type ContributionRow } from './contribution.projection';
export {
  countedDependencies,
  DEPENDENCY_STANDINGS,
  type DependencyStanding,
  type JudgedDependency,
} from './counted-dependencies';
export { dependencyAnswerProjection, type DependencyAnswerRow } from './dependency-answer.projection';
export { dependencyDeclaredProjection, type DependencyDeclaredRow } from './dependency-declared.projection';
export { listContributions, listContributionsOf, listCountedContributions } from './list-contributions.query';
export { listDependencies } from './list-dependencies.query';
export { listBudgetLines, listMilestones, listReports } from './list-measure-parts.query';
export {
  findMeasure,
  listMeasures,
  listMeasuresAsking,
  listMeasuresById,
  listMeasuresInShort,
  type MeasureFilter,
  measureOrders,
} from './list-measures.query';
export { MEASURE_STATES, type MeasureRow, type MeasureState } from './measure-row';
export { measureProjection } from './measure.projection';
export { measureProgressProjection, type MeasureProgressRow } from './measure-progress.projection';
export type { MilestoneFacts } from './milestone-facts';
export { type MilestoneEvent, milestoneProjection, type MilestoneRow } from './milestone.projection';
export type { MeasureTables } from './tables';
