import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type CalendarDate, given } from '@zielwerk/kernel';
import { InvalidRequest } from '@zielwerk/platform';
import type { ExpressionBuilder } from 'kysely';

import { pageOf, type PageRequest, pageView, pagingOf, type Sorting, sortOf } from '../reading/page';
import { type Snapshot, Snapshots } from '../reading/snapshots';
import { type StrategyTables, unindexed } from '../reading/tables';
import type { EventView, Page, Reader } from '../views/answer';
import { eventView, readableEvents } from './event.view';

/** Which events, and which page of them. `from` and `to` are days on which they became true, both included. */
export type EventsRequest = PageRequest &
  Readonly<{
    ministry?: string | undefined;
    stream?: string | undefined;
    type?: string | undefined;
    from?: CalendarDate | undefined;
    to?: CalendarDate | undefined;
  }>;

/** In the order in which they arrived here, the last one first unless told: new ones then shift no page. */
export const eventSorting: Sorting = {
  table: 'event',
  keys: { arrival: 'ordinal', occurredOn: 'occurred_on' },
  tie: 'ordinal',
  first: '-arrival',
};

/** Days can only be asked for in the order of days: in any other the whole log would have to be looked through. */
const inOrder = (request: EventsRequest): EventsRequest => {
  const { from, to, sort = '-occurredOn' } = request;
  if (from === undefined && to === undefined) return request;
  if (sort.endsWith('occurredOn')) return { ...request, sort };
  const detail = 'sort must be occurredOn or -occurredOn together with from or to.';
  throw new InvalidRequest([{ pointer: '#/sort', detail }]);
};

export class ListEvents extends Query<Snapshot<Page<EventView>>> {
  constructor(
    readonly request: EventsRequest,
    readonly reader: Reader,
  ) {
    super();
  }
}

type Column = 'stream' | 'type' | 'ministry';

/** The log is read by one index, that of what narrows it most: any other would be followed only to sort what it finds. */
const indexFor = ({ sort, stream, type }: EventsRequest): Column | null => {
  if (stream !== undefined) return 'stream';
  if (sort?.endsWith('occurredOn')) return null;
  return type === undefined ? 'ministry' : 'type';
};

const conditions = (eb: ExpressionBuilder<StrategyTables, 'event'>, request: EventsRequest) => [
  ...(['stream', 'type', 'ministry'] as const).flatMap((column) =>
    given(request[column], (value) =>
      eb(indexFor(request) === column ? eb.ref(`event.${column}`) : unindexed(`event.${column}`), '=', value),
    ),
  ),
  ...given(request.from, (day) => eb('event.occurred_on', '>=', day)),
  ...given(request.to, (day) => eb('event.occurred_on', '<=', day)),
];

@QueryHandler(ListEvents)
export class ListEventsHandler implements IQueryHandler<ListEvents> {
  constructor(private readonly snapshots: Snapshots) {}

  async execute({ request: asked, reader }: ListEvents): Promise<Snapshot<Page<EventView>>> {
    const request = inOrder(asked);
    const paging = pagingOf(request, eventSorting);
    return this.snapshots.take(async (db) => {
      const events = readableEvents(db, reader.audience).where((eb) => eb.and(conditions(eb, request)));
      const { rows, next } = await pageOf(events, paging);
      return pageView(
        rows.map((row) => eventView(row, reader.audience)),
        next,
        sortOf(request, eventSorting),
      );
    });
  }
}
