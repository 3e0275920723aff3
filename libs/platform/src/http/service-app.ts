// What every service's HTTP side has: who asks, strict bodies, problems, limits, documentation.
import { type DynamicModule, HttpException, type LoggerService, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';

import type { ServiceMetrics } from '../metrics/metrics';
import { traceRequests } from '../tracing/trace-requests';
import { identifyCallers } from '../identity/identify';
import type { TokenVerifier } from '../identity/token-verifier';
import { VerifiedTokens } from '../identity/verified-tokens';
import { acceptBodies, BODY_LIMIT } from './body';
import { serveDocs } from './docs';
import { KnownRoutes } from './known-routes';
import { type FailurePages, ProblemFilter } from './problem.filter';
import { RateLimit } from './rate-limit';
import { watchRequests } from './watch-requests';

export type ServiceAppOptions = Readonly<{
  title: string;
  /** `/api/ministries/mwu`; empty for a service that is alone on its port. */
  prefix: string;
  /** The path below which `/docs` is; the prefix unless told. */
  docs?: string;
  tokens: TokenVerifier;
  /** Requests per second and subject; 100 unless told. */
  rateLimit?: number | undefined;
  /** Failures of the service itself are told to it; null keeps silent. */
  logger?: LoggerService | null;
  /** Counts requests and refusals. */
  metrics?: Pick<ServiceMetrics, 'answered' | 'refused'> | null;
  /** The logger gets a line for each request, too. */
  logsRequests?: boolean;
  /** The service's name in traces; left out, requests are not traced. */
  tracedAs?: string | undefined;
  /** Failures as pages, for a service that people look at. */
  failurePages?: FailurePages;
}>;

const PER_SECOND = 100;

/**
 * An application that is ready for requests: listen with it, or hand requests to `getHttpAdapter().getInstance().routing`
 * behind a server of one's own. `app.close()` answers what was accepted. It listens to no signal.
 */
export const createServiceApp = async (
  module: Type | DynamicModule,
  options: ServiceAppOptions,
): Promise<NestFastifyApplication> => {
  const { title, prefix, docs = prefix, tokens, rateLimit = PER_SECOND, logger = null, metrics = null } = options;
  const routes = new KnownRoutes();
  const filter = new ProblemFilter(routes, { logger, metrics }, options.failurePages);
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    skipMiddie: true,
    // A request that has arrived while the service closes is still answered.
    return503OnClosing: false,
    // What fails before there is a route, such as a path that cannot be decoded.
    frameworkErrors: ({ statusCode = 500 }: FastifyError, request: FastifyRequest, reply: FastifyReply) =>
      filter.answer(new HttpException({}, statusCode), request, reply),
    // Alone on its port a service also answers at the places where a platform looks.
    rewriteUrl: ({ url = '/' }) => (ROOT_PATHS.test(url) ? `${prefix}${url}` : url),
  });
  const fastify = adapter.getInstance();
  routes.watch(fastify);
  if (options.tracedAs !== undefined) traceRequests(fastify, options.tracedAs);
  watchRequests(fastify, { metrics, requestLog: options.logsRequests ? logger : null });
  acceptBodies(fastify);
  identifyCallers(fastify, new VerifiedTokens(tokens), new RateLimit(rateLimit));
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger: logger ?? false,
    abortOnError: false,
    bodyParser: false,
  });
  app.setGlobalPrefix(prefix);
  app.useGlobalFilters(filter);
  serveDocs(app, title, docs);
  await app.init();
  await fastify.ready();
  return app;
};

const ROOT_PATHS = /^\/(?:health|docs)(?:\/|$)/u;
