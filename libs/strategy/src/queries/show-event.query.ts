import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';

import { type Snapshot, Snapshots } from '../reading/snapshots';
import type { EventView, Reader } from '../views/answer';
import { eventView, readableEvents } from './event.view';

/** The event at a revision of a stream; null when there is none that the reader may see. */
export class ShowEvent extends Query<Snapshot<EventView | null>> {
  constructor(
    readonly stream: string,
    readonly revision: number,
    readonly reader: Reader,
  ) {
    super();
  }
}

@QueryHandler(ShowEvent)
export class ShowEventHandler implements IQueryHandler<ShowEvent> {
  constructor(private readonly snapshots: Snapshots) {}

  execute({ stream, revision, reader }: ShowEvent): Promise<Snapshot<EventView | null>> {
    return this.snapshots.take(async (db) => {
      const event = await readableEvents(db, reader.audience)
        .where('event.stream', '=', stream)
        .where('event.revision', '=', revision)
        .executeTakeFirst();
      return event ? eventView(event, reader.audience) : null;
    });
  }
}
