import { type BundleRow, RecordedRows } from '@zielwerk/bundle';
import type { AnyEvent } from '@zielwerk/contracts';
import type { Recorded } from '@zielwerk/kernel';

/** With these begins what other houses' tables may name. */
const BEGINNINGS: readonly string[] = [
  ...['GoalDrafted', 'MeasureProposed', 'IndicatorDefined'],
  ...['StrategyAdopted', 'PillarDefined', 'ThemeDefined', 'PillarRenamed', 'ThemeRenamed', 'ReportingPeriodOpened'],
];

/** What things are called in the tables of all houses. */
export class KnownThings {
  private readonly rows = new RecordedRows();

  asksFor(type: string): boolean {
    return BEGINNINGS.includes(type);
  }

  learn(event: Recorded<AnyEvent>): void {
    if (this.asksFor(event.type)) this.rows.add(event);
  }

  /** As their houses began them; what became of them stands in their own tables. */
  ofOthers(code: string): readonly BundleRow[] {
    return this.rows.all().filter(({ ministry }) => ministry !== code);
  }
}
