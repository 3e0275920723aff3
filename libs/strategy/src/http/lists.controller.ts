import { Controller, Get } from '@nestjs/common';

import { ListEvents } from '../queries/list-events.query';
import { ListGoals } from '../queries/list-goals.query';
import { ListIndicators } from '../queries/list-indicators.query';
import { ListMeasures } from '../queries/list-measures.query';
import { ListMinistries } from '../queries/list-ministries.query';
import { ListReportingPeriods } from '../queries/list-reporting-periods.query';
import type { Answer, EventView, Page } from '../views/answer';
import type { GoalSummary } from '../views/goal';
import type { IndicatorSummary } from '../views/indicator';
import type { MeasureSummary } from '../views/measure';
import type { MinistryView, ReportingPeriodView } from '../views/overview';
import { Answers } from './answers';
import { documented } from './documented';
import { type Exchange, Exchanged } from './exchange';
import {
  EventParameters,
  GoalParameters,
  IndicatorParameters,
  MeasureParameters,
  OneParameters,
  Parameters,
  requestOf,
} from './parameters';

type PageOf<Item> = Promise<Answer<Page<Item>> | undefined>;
const answers = 'a page';

/** The lists of the read API. */
@Controller('api/strategy')
export class ListsController {
  constructor(private readonly answers: Answers) {}

  @Get('goals')
  @documented({ id: 'ListGoals', summary: 'Goals with their progress.', parameters: GoalParameters, answers })
  goals(@Exchanged() exchange: Exchange, @Parameters(GoalParameters) asked: GoalParameters): PageOf<GoalSummary> {
    return this.answers.give(exchange, asked.after, (reader) => new ListGoals(requestOf(asked), reader));
  }

  @Get('measures')
  @documented({ id: 'ListMeasures', summary: 'Measures.', parameters: MeasureParameters, answers })
  measures(
    @Exchanged() exchange: Exchange,
    @Parameters(MeasureParameters) asked: MeasureParameters,
  ): PageOf<MeasureSummary> {
    return this.answers.give(exchange, asked.after, (reader) => new ListMeasures(requestOf(asked), reader));
  }

  @Get('indicators')
  @documented({ id: 'ListIndicators', summary: 'Indicators.', parameters: IndicatorParameters, answers })
  indicators(
    @Exchanged() exchange: Exchange,
    @Parameters(IndicatorParameters) asked: IndicatorParameters,
  ): PageOf<IndicatorSummary> {
    return this.answers.give(exchange, asked.after, (reader) => new ListIndicators(requestOf(asked), reader));
  }

  @Get('events')
  @documented({ id: 'ListEvents', summary: 'Events, the last to arrive first.', parameters: EventParameters, answers })
  events(@Exchanged() exchange: Exchange, @Parameters(EventParameters) asked: EventParameters): PageOf<EventView> {
    return this.answers.give(exchange, asked.after, (reader) => new ListEvents(requestOf(asked), reader));
  }

  @Get('reporting-periods')
  @documented({
    id: 'ListReportingPeriods',
    summary: 'Reporting periods, and who has reported.',
    parameters: OneParameters,
    answers,
  })
  reportingPeriods(
    @Exchanged() exchange: Exchange,
    @Parameters(OneParameters) asked: OneParameters,
  ): PageOf<ReportingPeriodView> {
    return this.answers.give(exchange, asked.after, (reader) => new ListReportingPeriods(reader));
  }

  @Get('ministries')
  @documented({ id: 'ListMinistries', summary: 'Ministries and their freshness.', parameters: OneParameters, answers })
  ministries(@Exchanged() exchange: Exchange, @Parameters(OneParameters) asked: OneParameters): PageOf<MinistryView> {
    return this.answers.give(exchange, asked.after, (reader) => new ListMinistries(reader));
  }
}
