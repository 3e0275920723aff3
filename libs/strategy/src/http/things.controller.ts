import { Controller, Get, Param } from '@nestjs/common';
import { contractOf, IsId, IsMinistryCode } from '@zielwerk/contracts';

import { ShowEvent } from '../queries/show-event.query';
import { ShowGoal } from '../queries/show-goal.query';
import { ShowIndicator } from '../queries/show-indicator.query';
import { ShowMeasure } from '../queries/show-measure.query';
import { ShowMinistry } from '../queries/show-ministry.query';
import { ShowRequests } from '../queries/show-requests.query';
import { ShowOverview } from '../queries/show-overview.query';
import type { Answer, EventView } from '../views/answer';
import type { GoalDetail } from '../views/goal';
import type { IndicatorDetail } from '../views/indicator';
import type { MeasureDetail } from '../views/measure';
import type { MinistryDetail, OverviewView, RequestsView } from '../views/overview';
import { Answers, nothingHere } from './answers';
import { documented } from './documented';
import { type Exchange, Exchanged } from './exchange';
import { IsPlace, OneParameters, Parameters } from './parameters';

type One<View> = Promise<Answer<View> | undefined>;
const parameters = OneParameters;
const answers = 'one';

class Id {
  @IsId() readonly value!: string;
}
class Ministry {
  @IsMinistryCode() readonly value!: string;
}
class Place {
  @IsPlace() readonly value!: string;
}

/** What cannot be a name names nothing: 404, as for whatever this reader may not see. */
const named = (kind: typeof Id | typeof Place | typeof Ministry, value: string): string => {
  if (contractOf(kind).accepts({ value })) return value;
  throw nothingHere();
};

/** One thing each: the overview, and what the lists list, with its history. */
@Controller('api/strategy')
export class ThingsController {
  constructor(private readonly answers: Answers) {}

  @Get('overview')
  @documented({ id: 'ShowOverview', summary: 'The strategy in figures.', parameters, answers })
  overview(@Exchanged() exchange: Exchange, @Parameters(parameters) { after }: OneParameters): One<OverviewView> {
    return this.answers.give(exchange, after, (reader) => new ShowOverview(reader));
  }

  @Get('goals/:id')
  @documented({ id: 'ShowGoal', summary: 'A goal, what serves it, and its history.', parameters, answers })
  async goal(
    @Exchanged() exchange: Exchange,
    @Param('id') id: string,
    @Parameters(parameters) { after }: OneParameters,
  ): One<GoalDetail> {
    const goalId = named(Id, id);
    return this.answers.give(exchange, after, (reader) => new ShowGoal(goalId, reader));
  }

  @Get('measures/:id')
  @documented({ id: 'ShowMeasure', summary: 'A measure, its plan, reports and history.', parameters, answers })
  async measure(
    @Exchanged() exchange: Exchange,
    @Param('id') id: string,
    @Parameters(parameters) { after }: OneParameters,
  ): One<MeasureDetail> {
    const measureId = named(Id, id);
    return this.answers.give(exchange, after, (reader) => new ShowMeasure(measureId, reader));
  }

  @Get('indicators/:id')
  @documented({ id: 'ShowIndicator', summary: 'An indicator, its observations and history.', parameters, answers })
  async indicator(
    @Exchanged() exchange: Exchange,
    @Param('id') id: string,
    @Parameters(parameters) { after }: OneParameters,
  ): One<IndicatorDetail> {
    const indicatorId = named(Id, id);
    return this.answers.give(exchange, after, (reader) => new ShowIndicator(indicatorId, reader));
  }

  @Get('ministries/:code')
  @documented({
    id: 'ShowMinistry',
    summary: 'A ministry in figures, with `due` in the next days and `late`, each by day.',
    parameters,
    answers,
  })
  async ministry(
    @Exchanged() exchange: Exchange,
    @Param('code') code: string,
    @Parameters(parameters) { after }: OneParameters,
  ): One<MinistryDetail> {
    const ministry = named(Ministry, code);
    return this.answers.give(exchange, after, (reader) => new ShowMinistry(ministry, reader));
  }

  @Get('ministries/:code/requests')
  @documented({
    id: 'ShowRequests',
    summary: 'Who asks a ministry for help, and who waits for it; nothing of it is public.',
    parameters,
    answers,
  })
  async requests(
    @Exchanged() exchange: Exchange,
    @Param('code') code: string,
    @Parameters(parameters) { after }: OneParameters,
  ): One<RequestsView> {
    const ministry = named(Ministry, code);
    return this.answers.give(exchange, after, (reader) => new ShowRequests(ministry, reader));
  }

  @Get('events/:place')
  @documented({ id: 'ShowEvent', summary: 'The event at <stream>@<revision>.', parameters, answers })
  async event(
    @Exchanged() exchange: Exchange,
    @Param('place') place: string,
    @Parameters(parameters) { after }: OneParameters,
  ): One<EventView> {
    const [stream = '', revision] = named(Place, place).split('@');
    return this.answers.give(exchange, after, (reader) => new ShowEvent(stream, Number(revision), reader));
  }
}
