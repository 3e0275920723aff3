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
  type ServiceAppOptions,
  type TokenVerifier,
} from '@zielwerk/platform';
import type { ReadModel } from '@zielwerk/projection-engine';

import { Answers, Arrivals } from './http/answers';
import { Readers } from './http/readers';
import { ExportsController } from './http/exports.controller';
import { ListsController } from './http/lists.controller';
import { ThingsController } from './http/things.controller';
import { ListEventsHandler } from './queries/list-events.query';
import { ListGoalsHandler } from './queries/list-goals.query';
import { ListIndicatorsHandler } from './queries/list-indicators.query';
import { ListMeasuresHandler } from './queries/list-measures.query';
import { ListMinistriesHandler } from './queries/list-ministries.query';
import { ListReportingPeriodsHandler } from './queries/list-reporting-periods.query';
import { ShowRequestsHandler } from './queries/show-requests.query';
import { AssetsController } from './page/assets.controller';
import { failurePages } from './page/failure-pages';
import { PageController } from './page/page.controller';
import { ShowBundleHandler } from './queries/show-bundle.query';
import { ShowMinistryPageHandler } from './page/show-ministry-page.query';
import { type SampleGoals, Sites } from './page/sites';
import { ShowEventHandler } from './queries/show-event.query';
import { ShowGoalHandler } from './queries/show-goal.query';
import { ShowIndicatorHandler } from './queries/show-indicator.query';
import { ShowMeasureHandler } from './queries/show-measure.query';
import { ShowMinistryHandler } from './queries/show-ministry.query';
import { ShowOverviewHandler } from './queries/show-overview.query';
import { Agendas } from './queries/agendas';
import { Bundles } from './queries/bundles';
import { Dependencies } from './queries/dependencies';
import { Overviews } from './queries/overviews';
import { Snapshots } from './reading/snapshots';
import type { StrategyTables } from './reading/tables';

/** What the strategy service is made of. The read model is fed from outside and stays the caller's to close. */
export type StrategyParts = Readonly<{
  jurisdiction: Jurisdiction;
  readModel: ReadModel<StrategyTables>;
  clock: Clock;
  tokens: TokenVerifier;
  /** The goals of the sample that comes with the jurisdiction: where they are, pages say that the facts are made up. */
  sample?: SampleGoals;
  /** Requests per second and subject; 100 unless told. */
  rateLimit?: number;
  logger?: LoggerService | null;
}> &
  Pick<ServiceAppOptions, 'metrics' | 'logsRequests' | 'tracedAs'>;

const HANDLERS = [
  ShowOverviewHandler,
  ListGoalsHandler,
  ShowGoalHandler,
  ListMeasuresHandler,
  ShowMeasureHandler,
  ListIndicatorsHandler,
  ShowIndicatorHandler,
  ListMinistriesHandler,
  ListReportingPeriodsHandler,
  ShowRequestsHandler,
  ListEventsHandler,
  ShowEventHandler,
  ShowMinistryHandler,
  ShowBundleHandler,
  ShowMinistryPageHandler,
];

@Module({})
class StrategyModule {
  static of({ jurisdiction, readModel, clock }: StrategyParts, snapshots: Snapshots, sites: Sites): DynamicModule {
    return {
      module: StrategyModule,
      imports: [CqrsModule.forRoot()],
      controllers: [
        ListsController,
        ThingsController,
        ExportsController,
        PageController,
        AssetsController,
        HealthController,
      ],
      providers: [
        { provide: Jurisdiction, useValue: jurisdiction },
        { provide: Snapshots, useValue: snapshots },
        { provide: Sites, useValue: sites },
        { provide: Arrivals, useValue: readModel },
        { provide: Clock, useValue: clock },
        Overviews,
        Bundles,
        Agendas,
        Dependencies,
        { provide: HEALTH_CHECKS, useValue: checksOf(readModel) },
        Readers,
        Answers,
        ...HANDLERS,
      ],
    };
  }
}

const checksOf = (readModel: ReadModel<StrategyTables>): Checks => ({
  readModel: async () => {
    // Throws while the database is away, or another release makes the rows.
    await readModel.snapshot(() => Promise.resolve());
    const { lastOrdinal, projections, parked, held, refused } = await readModel.health();
    const behind = lastOrdinal - Math.min(...Object.values(projections).map(({ checkpoint }) => checkpoint));
    return { up: true, writes: readModel.isRunner, behind, parked, held, refused };
  },
});

/** The strategy service: the pages at `/`, `/api/strategy` with its documentation below it, and `/health`. Listen with it, or route to it. */
export const createStrategyApp = (parts: StrategyParts): Promise<NestFastifyApplication> => {
  const { jurisdiction, clock, tokens, rateLimit, sample = [], logger = null } = parts;
  const snapshots = new Snapshots(parts.readModel);
  const sites = new Sites(snapshots, { jurisdiction, clock, sample });
  return createServiceApp(StrategyModule.of(parts, snapshots, sites), {
    title: `${jurisdiction.name}: strategy`,
    prefix: '',
    docs: '/api/strategy',
    tokens,
    logger,
    ...{ metrics: parts.metrics ?? null, logsRequests: parts.logsRequests ?? false, tracedAs: parts.tracedAs },
    failurePages: failurePages(sites),
    ...(rateLimit !== undefined && { rateLimit }),
  });
};
