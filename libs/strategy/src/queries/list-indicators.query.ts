import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type IndicatorFilter, indicatorOrders, listIndicators } from '@zielwerk/indicators-read-model';

import { goalScope } from '../reading/audience';
import { pageOf, type PageRequest, pageView, pagingOf, type Sorting, sortOf } from '../reading/page';
import { type Snapshot, Snapshots } from '../reading/snapshots';
import type { Page, Reader } from '../views/answer';
import type { IndicatorSummary } from '../views/indicator';
import { indicatorView } from './indicator.view';

/** Which indicators, and which page of them. `goal` is the id of a goal they serve; `q` as for goals. */
export type IndicatorsRequest = PageRequest &
  Pick<IndicatorFilter, 'ministry' | 'kind' | 'goal'> &
  Readonly<{ q?: string | undefined }>;

export const indicatorSorting: Sorting = { table: 'indicator', keys: indicatorOrders, tie: 'stream', first: 'title' };

export class ListIndicators extends Query<Snapshot<Page<IndicatorSummary>>> {
  constructor(
    readonly request: IndicatorsRequest,
    readonly reader: Reader,
  ) {
    super();
  }
}

@QueryHandler(ListIndicators)
export class ListIndicatorsHandler implements IQueryHandler<ListIndicators> {
  constructor(private readonly snapshots: Snapshots) {}

  async execute({ request, reader }: ListIndicators): Promise<Snapshot<Page<IndicatorSummary>>> {
    const paging = pagingOf(request, indicatorSorting);
    const { ministry, kind, goal, q: text } = request;
    return this.snapshots.take(async (db) => {
      const indicators = listIndicators(db, { scope: goalScope(db, reader.audience), ministry, kind, goal, text });
      const { rows, next } = await pageOf(indicators, paging);
      return pageView(
        rows.map((row) => indicatorView(row, reader.day)),
        next,
        sortOf(request, indicatorSorting),
      );
    });
  }
}
