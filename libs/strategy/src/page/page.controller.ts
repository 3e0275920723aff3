import { Controller, Get, Param } from '@nestjs/common';
import type { Query as BusQuery } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { InvalidRequest } from '@zielwerk/platform';

import { Answers } from '../http/answers';
import { type Exchange, Exchanged } from '../http/exchange';
import { ShowGoal } from '../queries/show-goal.query';
import { ShowIndicator } from '../queries/show-indicator.query';
import { ShowMeasure } from '../queries/show-measure.query';
import { ShowOverview } from '../queries/show-overview.query';
import type { Snapshot } from '../reading/snapshots';
import type { Answer, Reader } from '../views/answer';
import { renderGoal } from './goal.page';
import { renderIndicator } from './indicator.page';
import { filterIn, goalListing, indicatorListing, type Listing, measureListing } from './listings';
import { renderMeasure } from './measure.page';
import { renderMinistry } from './ministry.page';
import { renderOverview } from './overview.page';
import { PAGE_HEADERS } from './page-headers';
import type { Filter } from './parts/filter-form';
import { ShowMinistryPage } from './show-ministry-page.query';
import type { Site } from './site';
import { Sites } from './sites';

type Choice = Readonly<{ filter: Filter; cursor: string | undefined; refused: boolean }>;
type Ask<View> = (reader: Reader) => BusQuery<Snapshot<View | null>>;
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
  goals(@Exchanged() exchange: Exchange): Sent {
    return this.list(exchange, goalListing);
  }

  @Get('measures')
  measures(@Exchanged() exchange: Exchange): Sent {
    return this.list(exchange, measureListing);
  }

  @Get('indicators')
  indicators(@Exchanged() exchange: Exchange): Sent {
    return this.list(exchange, indicatorListing);
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
    return this.show(exchange, (reader) => new ShowMinistryPage(code, reader), renderMinistry);
  }

  /** A choice that is not possible is said to be so, above the whole list. */
  private async list<Item>(exchange: Exchange, listing: Listing<Item>): Sent {
    const { query } = await this.sites.of(exchange.request);
    const { cursor } = query;
    const filter = filterIn(query, listing.filters);
    try {
      return await this.listLike(exchange, listing, { filter, cursor, refused: false });
    } catch (error) {
      if (!(error instanceof InvalidRequest)) throw error;
      return this.listLike(exchange, listing, { filter: {}, cursor: undefined, refused: true });
    }
  }

  private listLike<Item>(exchange: Exchange, { ask, render }: Listing<Item>, choice: Choice): Sent {
    const { filter, cursor, refused } = choice;
    return this.show(exchange, ask({ ...filter, ...(cursor !== undefined && { cursor }) }), (site, page) =>
      render(site, { page, filter, continued: cursor !== undefined, refused }),
    );
  }

  private async show<View extends object>(exchange: Exchange, ask: Ask<View>, render: Render<View>): Sent {
    const site = await this.sites.of(exchange.request);
    const answer = await this.answers.give({ ...exchange, form: this.sites.edition }, undefined, ask);
    if (!answer) return undefined;
    void exchange.reply.headers(PAGE_HEADERS);
    return render(site, answer);
  }
}
