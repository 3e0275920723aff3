import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';

import { type Snapshot, Snapshots } from '../reading/snapshots';
import type { Page, Reader } from '../views/answer';
import type { MinistryView } from '../views/overview';
import { Overviews } from './overviews';

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
    private readonly overviews: Overviews,
  ) {}

  execute({ reader }: ListMinistries): Promise<Snapshot<Page<MinistryView>>> {
    return this.snapshots.take(async (db, moment) => {
      const { ministries } = await this.overviews.at(db, moment, reader);
      return { items: ministries, cursor: null };
    });
  }
}
