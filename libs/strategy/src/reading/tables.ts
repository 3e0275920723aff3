import type { FrameworkTables } from '@zielwerk/framework-read-model';
import type { GoalTables } from '@zielwerk/goals-read-model';
import type { IndicatorTables } from '@zielwerk/indicators-read-model';
import type { MeasureTables } from '@zielwerk/measures-read-model';

export type StrategyTables = FrameworkTables & GoalTables & MeasureTables & IndicatorTables;
