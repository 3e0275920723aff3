import { type DynamicModule, type LoggerService, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Clock } from '@zielwerk/kernel';
import {
  type Checks,
  createServiceApp,
  HEALTH_CHECKS,
  HealthController,
  Jurisdiction,
  type TokenVerifier,
} from '@zielwerk/platform';
import type { ReadModel } from '@zielwerk/projection-engine';

import { Answers, Arrivals } from './http/answers';
import { ListsController } from './http/lists.controller';
import { ThingsController } from './http/things.controller';
import { ListEventsHandler } from './queries/list-events.query';
import { ListGoalsHandler } from './queries/list-goals.query';
import { ListIndicatorsHandler } from './queries/list-indicators.query';
import { ListMeasuresHandler } from './queries/list-measures.query';
import { ListMinistriesHandler } from './queries/list-ministries.query';
import { ShowEventHandler } from './queries/show-event.query';
import { ShowGoalHandler } from './queries/show-goal.query';
import { ShowIndicatorHandler } from './queries/show-indicator.query';
import { ShowMeasureHandler } from './queries/show-measure.query';
import { ShowOverviewHandler } from './queries/show-overview.query';
import { StatewideCache } from './queries/statewide.cache';
import { Snapshots } from './reading/snapshots';
import type { StrategyTables } from './reading/tables';

/** What the strategy service is made of. The read model is fed from outside and stays the caller's to close. */
export type StrategyParts = Readonly<{
  jurisdiction: Jurisdiction;
  readModel: ReadModel<StrategyTables>;
  clock: Clock;
  tokens: TokenVerifier;
  /** Requests per second and subject; 100 unless told. */
  rateLimit?: number;
  logger?: LoggerService | null;
}>;

const HANDLERS = [
  ShowOverviewHandler,
  ListGoalsHandler,
  ShowGoalHandler,
  ListMeasuresHandler,
  ShowMeasureHandler,
  ListIndicatorsHandler,
  ShowIndicatorHandler,
  ListMinistriesHandler,
  ListEventsHandler,
  ShowEventHandler,
];

@Module({})
class StrategyModule {
  static of({ jurisdiction, readModel, clock }: StrategyParts): DynamicModule {
    return {
      module: StrategyModule,
      imports: [CqrsModule.forRoot()],
      controllers: [ListsController, ThingsController, HealthController],
      providers: [
        { provide: Jurisdiction, useValue: jurisdiction },
        { provide: Snapshots, useValue: new Snapshots(readModel.db) },
        { provide: Arrivals, useValue: readModel },
        { provide: Clock, useValue: clock },
        { provide: StatewideCache, useValue: new StatewideCache() },
        { provide: HEALTH_CHECKS, useValue: checksOf(readModel) },
        Answers,
        ...HANDLERS,
      ],
    };
  }
}

const checksOf = (readModel: ReadModel<StrategyTables>): Checks => ({
  readModel: async () => {
    const { lastOrdinal, projections, parked, held, refused } = await readModel.health();
    const behind = lastOrdinal - Math.min(...Object.values(projections).map(({ checkpoint }) => checkpoint));
    return { up: true, behind, parked, held, refused };
  },
});

/** The strategy service: `/api/strategy`, its documentation below it, and `/health`. Listen with it, or route to it. */
export const createStrategyApp = (parts: StrategyParts): Promise<NestFastifyApplication> => {
  const { tokens, rateLimit, logger = null } = parts;
  return createServiceApp(StrategyModule.of(parts), {
    title: `${parts.jurisdiction.name}: strategy`,
    prefix: '',
    docs: '/api/strategy',
    tokens,
    logger,
    ...(rateLimit !== undefined && { rateLimit }),
  });
};
