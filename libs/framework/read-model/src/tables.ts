import type { PillarRow } from './pillar.projection';
import type { ReportingPeriodRow } from './reporting-period.projection';
import type { StrategyRow } from './strategy.projection';
import type { ThemeRow } from './theme.projection';

export type FrameworkTables = Readonly<{
  strategy: StrategyRow;
  pillar: PillarRow;
  theme: ThemeRow;
  reporting_period: ReportingPeriodRow;
}>;
