import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { listMeasuresAsking } from '@zielwerk/measures-read-model';

import { isRunning } from '../measure-health';
import { type Snapshot, Snapshots } from '../reading/snapshots';
import type { Tables } from '../reading/tables';
import type { Reader } from '../views/answer';
import type { HelpRequestView, RequestsView } from '../views/overview';
import { Dependencies, waitingFor } from './dependencies';

/** Who asks a ministry for help, and who waits for its measures. The public reads none of it. */
export class ShowRequests extends Query<Snapshot<RequestsView>> {
  constructor(
    readonly ministry: string,
    readonly reader: Reader,
  ) {
    super();
  }
}

@QueryHandler(ShowRequests)
export class ShowRequestsHandler implements IQueryHandler<ShowRequests> {
  constructor(
    private readonly snapshots: Snapshots,
    private readonly dependencies: Dependencies,
  ) {}

  execute({ ministry, reader }: ShowRequests): Promise<Snapshot<RequestsView>> {
    return this.snapshots.take(async (db, moment) =>
      reader.audience === 'public'
        ? { help: [], waiting: [] }
        : {
            help: await helpAskedOf(db, ministry),
            waiting: await waitingFor(db, ministry, await this.dependencies.at(db, moment)),
          },
    );
  }
}

const helpAskedOf = async (db: Tables, ministry: string): Promise<readonly HelpRequestView[]> => {
  const measures = (await listMeasuresAsking(db, ministry)).filter(({ state }) => isRunning(state));
  return measures.flatMap((row) =>
    row.blockers
      .filter(({ helpFrom }) => helpFrom === ministry)
      .map(({ what, help }) => ({ measureId: row.measure_id, title: row.title, ministry: row.ministry, what, help })),
  );
};
