import { type IQueryHandler, Query, QueryBus, QueryHandler } from '@nestjs/cqrs';

import { ListGoals } from '../queries/list-goals.query';
import { ListMeasures } from '../queries/list-measures.query';
import { ShowRequests } from '../queries/show-requests.query';
import { ListMinistries } from '../queries/list-ministries.query';
import type { Snapshot } from '../reading/snapshots';
import type { Reader } from '../views/answer';
import type { MinistryContent } from './ministry.page';

export type MinistryFacts = Omit<MinistryContent, 'asOf'>;

/** What one house has taken on; null for a house that is not in the jurisdiction. `cursor` asks for further measures. */
export class ShowMinistry extends Query<Snapshot<MinistryFacts | null>> {
  constructor(
    readonly ministry: string,
    readonly cursor: string | undefined,
    readonly reader: Reader,
  ) {
    super();
  }
}

const ATTEMPTS = 3;

@QueryHandler(ShowMinistry)
export class ShowMinistryHandler implements IQueryHandler<ShowMinistry> {
  constructor(private readonly queries: QueryBus) {}

  /** Several queries that must be about one moment: asked again when something was written in between. */
  async execute(query: ShowMinistry): Promise<Snapshot<MinistryFacts | null>> {
    let { edition, snapshot } = await this.attempt(query);
    for (let tries = 1; tries < ATTEMPTS && edition !== snapshot.edition; tries += 1)
      ({ edition, snapshot } = await this.attempt(query));
    return snapshot;
  }

  private async attempt({ ministry, cursor, reader }: ShowMinistry) {
    const { view: goals, edition } = await this.queries.execute(new ListGoals({ ministry }, reader));
    const { view: measures } = await this.queries.execute(
      new ListMeasures({ ministry, ...(cursor !== undefined && { cursor }) }, reader),
    );
    const { view: requests } = await this.queries.execute(new ShowRequests(ministry, reader));
    const { view, ...moment } = await this.queries.execute(new ListMinistries(reader));
    const house = view.items.find((one) => one.ministry === ministry);
    return { edition, snapshot: { ...moment, view: house ? { ministry: house, goals, measures, requests } : null } };
  }
}
