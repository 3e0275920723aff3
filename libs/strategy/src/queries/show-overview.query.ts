import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';

import { type Snapshot, Snapshots } from '../reading/snapshots';
import type { Reader } from '../views/answer';
import type { OverviewView } from '../views/overview';
import { Overviews } from './overviews';

/** The whole strategy in figures. */
export class ShowOverview extends Query<Snapshot<OverviewView>> {
  constructor(readonly reader: Reader) {
    super();
  }
}

@QueryHandler(ShowOverview)
export class ShowOverviewHandler implements IQueryHandler<ShowOverview> {
  constructor(
    private readonly snapshots: Snapshots,
    private readonly overviews: Overviews,
  ) {}

  execute({ reader }: ShowOverview): Promise<Snapshot<OverviewView>> {
    return this.snapshots.take((db, moment) => this.overviews.at(db, moment, reader));
  }
}
