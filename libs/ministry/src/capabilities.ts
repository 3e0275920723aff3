import { CabinetModule } from '@zielwerk/cabinet-feature';
import { FinanceModule } from '@zielwerk/finance-feature';
import { FrameworkModule } from '@zielwerk/framework-feature';
import { GoalsModule } from '@zielwerk/goals-feature';
import { IndicatorsModule } from '@zielwerk/indicators-feature';
import { MeasuresModule } from '@zielwerk/measures-feature';
import type { Capability } from '@zielwerk/platform';

/** What ministries can do. Those that belong to an office are mounted only where the jurisdiction file says. */
export const capabilities: readonly Capability[] = [
  FrameworkModule,
  GoalsModule,
  CabinetModule,
  FinanceModule,
  MeasuresModule,
  IndicatorsModule,
];
