import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Jurisdiction } from '@zielwerk/platform';

import { type Snapshot, Snapshots } from '../reading/snapshots';
import type { MinistryView, Page, Reader } from '../views';
import { ministryViews } from './ministry.view';
import { StatewideCache } from './statewide.cache';

/** All ministries with their figures and how fresh they are, on one page. */
export class ListMinistries extends Query<Snapshot<Page<MinistryView>>> {
  constructor(readonly reader: Reader) {
    super();
  }
}

@QueryHandler(ListMinistries)
export class ListMinistriesHandler implements IQueryHandler<ListMinistries> {
  constructor(
    private readonly snapshots: Snapshots,
    private readonly statewide: StatewideCache,
    private readonly jurisdiction: Jurisdiction,
  ) {}

  execute({ reader: { audience } }: ListMinistries): Promise<Snapshot<Page<MinistryView>>> {
    return this.snapshots.take(async (db, moment) => {
      const statewide = await this.statewide.at(db, moment, audience);
      const { positions } = moment;
      const items = await ministryViews(db, { statewide, jurisdiction: this.jurisdiction, positions });
      return { items, cursor: null };
    });
  }
}
