import type { BundleRow } from '@zielwerk/bundle';
import type { CabinetTables } from '@zielwerk/cabinet-read-model';
import type { FrameworkTables } from '@zielwerk/framework-read-model';
import type { GoalTables } from '@zielwerk/goals-read-model';
import type { IndicatorTables } from '@zielwerk/indicators-read-model';
import type { MeasureTables } from '@zielwerk/measures-read-model';
import type { EngineTables } from '@zielwerk/projection-engine';
import { type Kysely, sql } from 'kysely';

/** Everything the strategy service reads: the rows of all projections, and the log they were made of. */
export type StrategyTables = CabinetTables &
  FrameworkTables &
  GoalTables &
  MeasureTables &
  IndicatorTables &
  EngineTables & { bundle: BundleRow };

/** A connection, or a transaction on it. */
export type Tables = Kysely<StrategyTables>;

/** A column of text in a condition that must not decide how the table is read. */
export const unindexed = (column: string) => sql<string>`coalesce(${sql.ref(column)}, '')`;
