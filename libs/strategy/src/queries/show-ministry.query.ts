import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';

import { type Snapshot, Snapshots } from '../reading/snapshots';
import type { Reader } from '../views/answer';
import type { MinistryDetail } from '../views/overview';
import { Agendas } from './agendas';
import { Overviews } from './overviews';

/** A ministry with its figures, what is due and what is late; null for a house that there has never been. */
export class ShowMinistry extends Query<Snapshot<MinistryDetail | null>> {
  constructor(
    readonly ministry: string,
    readonly reader: Reader,
  ) {
    super();
  }
}

@QueryHandler(ShowMinistry)
export class ShowMinistryHandler implements IQueryHandler<ShowMinistry> {
  constructor(
    private readonly snapshots: Snapshots,
    private readonly overviews: Overviews,
    private readonly agendas: Agendas,
  ) {}

  execute({ ministry, reader }: ShowMinistry): Promise<Snapshot<MinistryDetail | null>> {
    return this.snapshots.take(async (db, moment) => {
      const { ministries } = await this.overviews.at(db, moment, reader);
      const house = ministries.find((one) => one.ministry === ministry);
      return house ? { ...house, ...(await this.agendas.at(db, moment, { ministry, reader })) } : null;
    });
  }
}
