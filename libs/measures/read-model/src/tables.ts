import type { BudgetLineRow } from './budget-line.projection';
import type { ContributionRow } from './contribution.projection';
import type { DependencyAnswerRow } from './dependency-answer.projection';
import type { DependencyDeclaredRow } from './dependency-declared.projection';
import type { MeasureProgressRow } from './measure-progress.projection';
import type { MeasureRow } from './measure-row';
import type { MilestoneRow } from './milestone.projection';

export type MeasureTables = Readonly<{
  measure: MeasureRow;
  measure_progress: MeasureProgressRow;
  milestone: MilestoneRow;
  contribution: ContributionRow;
  budget_line: BudgetLineRow;
  dependency_declared: DependencyDeclaredRow;
  dependency_answer: DependencyAnswerRow;
}>;
