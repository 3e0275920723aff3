import { type BundleRow, RecordedRows, STEPS } from '@zielwerk/bundle';
import type { AnyEvent } from '@zielwerk/contracts';
import type { Recorded } from '@zielwerk/kernel';

/** With these begins what other houses' tables may name, and what offices decide comes to stand in them. */
const TYPES: ReadonlySet<string> = new Set([
  ...['GoalDrafted', 'MeasureProposed', 'MeasureTakenOver', 'IndicatorDefined'],
  ...['StrategyAdopted', 'PillarDefined', 'ThemeDefined', 'PillarRenamed', 'ThemeRenamed', 'ReportingPeriodOpened'],
  ...['MeasureBudgetPlanned', 'MeasureBudgetConsented', 'MeasureBudgetFrozen'],
  ...STEPS.flatMap(({ by, event }) => (by === 'cabinet-office' || by === 'strategy-office' ? [event] : [])),
]);

/** What stands in the tables of other houses, as far as one's own may name it. */
export class KnownThings {
  private readonly rows = new RecordedRows();

  asksFor(type: string): boolean {
    return TYPES.has(type);
  }

  learn(event: Recorded<AnyEvent>): void {
    if (this.asksFor(event.type)) this.rows.add(event);
  }

  /** As their houses began them or took them over, with what offices have decided. */
  ofOthers(code: string): readonly BundleRow[] {
    return this.rows.all().filter(({ ministry }) => ministry !== code);
  }
}
