import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';

import { type Snapshot, Snapshots } from '../reading/snapshots';
import type { Page, Reader } from '../views/answer';
import type { ReportingPeriodView } from '../views/overview';
import { Overviews } from './overviews';

/** All reporting periods with who has reported, the latest first, on one page. */
export class ListReportingPeriods extends Query<Snapshot<Page<ReportingPeriodView>>> {
  constructor(readonly reader: Reader) {
    super();
  }
}

@QueryHandler(ListReportingPeriods)
export class ListReportingPeriodsHandler implements IQueryHandler<ListReportingPeriods> {
  constructor(
    private readonly snapshots: Snapshots,
    private readonly overviews: Overviews,
  ) {}

  execute({ reader }: ListReportingPeriods): Promise<Snapshot<Page<ReportingPeriodView>>> {
    return this.snapshots.take(async (db, moment) => {
      const { reportingPeriods } = await this.overviews.at(db, moment, reader);
      return { items: reportingPeriods, cursor: null };
    });
  }
}
