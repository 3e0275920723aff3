import { type IQueryHandler, Query, QueryBus, QueryHandler } from '@nestjs/cqrs';

import { ListGoals } from '../queries/list-goals.query';
import { ListIndicators } from '../queries/list-indicators.query';
import { ListMeasures } from '../queries/list-measures.query';
import { ShowMinistry } from '../queries/show-ministry.query';
import { ShowRequests } from '../queries/show-requests.query';
import type { Snapshot } from '../reading/snapshots';
import type { Reader } from '../views/answer';
import type { MinistryContent } from './ministry.page';

export type MinistryFacts = Omit<MinistryContent, 'asOf'>;

/** What one house has taken on; null for a house that there has never been. */
export class ShowMinistryPage extends Query<Snapshot<MinistryFacts | null>> {
  constructor(
    readonly ministry: string,
    readonly reader: Reader,
  ) {
    super();
  }
}

const ATTEMPTS = 3;
/** Far more than a house has; what lies beyond is one link away. */
const SHOWN = 200;

@QueryHandler(ShowMinistryPage)
export class ShowMinistryPageHandler implements IQueryHandler<ShowMinistryPage> {
  constructor(private readonly queries: QueryBus) {}

  /** Several queries that must be about one moment: asked again when something was written in between. */
  async execute(query: ShowMinistryPage): Promise<Snapshot<MinistryFacts | null>> {
    let { edition, snapshot } = await this.attempt(query);
    for (let tries = 1; tries < ATTEMPTS && edition !== snapshot.edition; tries += 1)
      ({ edition, snapshot } = await this.attempt(query));
    return snapshot;
  }

  private async attempt({ ministry, reader }: ShowMinistryPage) {
    const asked = { ministry, limit: SHOWN };
    const { view: goals, edition } = await this.queries.execute(new ListGoals(asked, reader));
    const { view: measures } = await this.queries.execute(new ListMeasures(asked, reader));
    const { view: indicators } = await this.queries.execute(new ListIndicators(asked, reader));
    const { view: requests } = await this.queries.execute(new ShowRequests(ministry, reader));
    const { view: house, ...moment } = await this.queries.execute(new ShowMinistry(ministry, reader));
    const view = house && { ministry: house, goals, measures, indicators, requests };
    return { edition, snapshot: { ...moment, view } };
  }
}
