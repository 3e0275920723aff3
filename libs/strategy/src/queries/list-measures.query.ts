import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { listMeasures, type MeasureFilter, measureOrders } from '@zielwerk/measures-read-model';

import { rowsFor } from '../reading/audience';
import { pageOf, type PageRequest, pageView, pagingOf, type Sorting, sortOf } from '../reading/page';
import { type Snapshot, Snapshots } from '../reading/snapshots';
import type { Page, Reader } from '../views/answer';
import type { MeasureSummary } from '../views/measure';
import { measureView } from './measure.view';

/** Which measures, and which page of them. `goal` is the id of a goal they contribute to; `q` as for goals. */
export type MeasuresRequest = PageRequest &
  Pick<MeasureFilter, 'ministry' | 'state' | 'health' | 'goal'> &
  Readonly<{ q?: string | undefined }>;

export const measureSorting: Sorting = { table: 'measure', keys: measureOrders, tie: 'stream', first: 'title' };

export class ListMeasures extends Query<Snapshot<Page<MeasureSummary>>> {
  constructor(
    readonly request: MeasuresRequest,
    readonly reader: Reader,
  ) {
    super();
  }
}

@QueryHandler(ListMeasures)
export class ListMeasuresHandler implements IQueryHandler<ListMeasures> {
  constructor(private readonly snapshots: Snapshots) {}

  async execute({ request, reader }: ListMeasures): Promise<Snapshot<Page<MeasureSummary>>> {
    const paging = pagingOf(request, measureSorting);
    const { ministry, state, health, goal, q: text } = request;
    const filter = { ministry, state, health, goal, text };
    return this.snapshots.take(async (db) => {
      const measures = listMeasures(db, { audience: rowsFor(reader.audience), ...filter });
      const { rows, next } = await pageOf(measures, paging);
      return pageView(
        rows.map((row) => measureView(row, reader)),
        next,
        sortOf(request, measureSorting),
      );
    });
  }
}
