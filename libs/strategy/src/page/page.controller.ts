import { Controller, Get, Param } from '@nestjs/common';
import type { Query as BusQuery } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { InvalidRequest } from '@zielwerk/platform';

import { Answers } from '../http/answers';
import { type Exchange, Exchanged } from '../http/exchange';
import { GoalParameters, parametersOf, requestOf } from '../http/parameters';
import { ListGoals } from '../queries/list-goals.query';
import { ShowGoal } from '../queries/show-goal.query';
import { ShowIndicator } from '../queries/show-indicator.query';
import { ShowMeasure } from '../queries/show-measure.query';
import { ShowOverview } from '../queries/show-overview.query';
import type { Snapshot } from '../reading/snapshots';
import type { Answer, Reader } from '../views/answer';
import { renderGoal } from './goal.page';
import { GOAL_FILTERS, type GoalFilter, renderGoals } from './goals.page';
import { renderIndicator } from './indicator.page';
import { renderMeasure } from './measure.page';
import { renderMinistry } from './ministry.page';
import { renderOverview } from './overview.page';
import { PAGE_HEADERS } from './page-headers';
import { ShowMinistry } from './show-ministry.query';
import type { Query, Site } from './site';
import { Sites } from './sites';

type Ask<View> = (reader: Reader, site: Site) => BusQuery<Snapshot<View | null>>;
type Render<View> = (site: Site, view: Answer<View>) => string;
/** Nothing when the reader has the page already. */
type Sent = Promise<string | undefined>;

/** The pages: the same queries and the same caching as the read API, written for people. */
@ApiExcludeController()
@Controller()
export class PageController {
  constructor(
    private readonly answers: Answers,
    private readonly sites: Sites,
  ) {}

  @Get()
  overview(@Exchanged() exchange: Exchange): Sent {
    return this.show(exchange, (reader) => new ShowOverview(reader), renderOverview);
  }

  @Get('goals')
  async goals(@Exchanged() exchange: Exchange): Sent {
    const site = await this.sites.of(exchange.request);
    const filter = filterIn(site.query);
    const { cursor } = site.query;
    try {
      return await this.goalsLike(exchange, filter, cursor);
    } catch (error) {
      if (!(error instanceof InvalidRequest)) throw error;
      return this.goalsLike(exchange, {}, undefined, true);
    }
  }

  @Get('goals/:id')
  goal(@Exchanged() exchange: Exchange, @Param('id') id: string): Sent {
    return this.show(exchange, (reader) => new ShowGoal(id, reader), renderGoal);
  }

  @Get('measures/:id')
  measure(@Exchanged() exchange: Exchange, @Param('id') id: string): Sent {
    return this.show(exchange, (reader) => new ShowMeasure(id, reader), renderMeasure);
  }

  @Get('indicators/:id')
  indicator(@Exchanged() exchange: Exchange, @Param('id') id: string): Sent {
    return this.show(exchange, (reader) => new ShowIndicator(id, reader), renderIndicator);
  }

  @Get('ministries/:code')
  ministry(@Exchanged() exchange: Exchange, @Param('code') code: string): Sent {
    return this.show(exchange, (reader, { query }) => new ShowMinistry(code, query.cursor, reader), renderMinistry);
  }

  private goalsLike(exchange: Exchange, filter: GoalFilter, cursor: string | undefined, refused = false): Sent {
    const asked = parametersOf(GoalParameters, { ...filter, ...(cursor !== undefined && { cursor }) });
    return this.show(
      exchange,
      (reader) => new ListGoals(requestOf(asked), reader),
      (site, goals) => renderGoals(site, { goals, filter, continued: cursor !== undefined, refused }),
    );
  }

  private async show<View extends object>(exchange: Exchange, ask: Ask<View>, render: Render<View>): Sent {
    const site = await this.sites.of(exchange.request);
    const answer = await this.answers.give({ ...exchange, form: this.sites.edition }, undefined, (reader) =>
      ask(reader, site),
    );
    if (!answer) return undefined;
    void exchange.reply.headers(PAGE_HEADERS);
    return render(site, answer);
  }
}

/** What was chosen in the form; a choice left open is sent as an empty one. */
const filterIn = (query: Query): GoalFilter => {
  const chosen: Record<string, string> = {};
  for (const name of GOAL_FILTERS) if (query[name]) chosen[name] = query[name];
  return chosen;
};
