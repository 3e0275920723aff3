// What is kept of each request once it is answered: how it is called, what it was, and how it ended. Never what it says.
import type { LoggerService } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import type { Answered, ServiceMetrics } from '../metrics/metrics';
import { traceIdOf } from './trace';

declare module 'fastify' {
  interface FastifyRequest {
    /** What the request is called in the log; empty for one that reached no route. */
    traceId: string;
    /** The code of the problem that answers it. */
    problemCode: string | null;
  }
}

export type Watching = Readonly<{
  metrics: Pick<ServiceMetrics, 'answered'> | null;
  /** Gets a line for each request. */
  requestLog: LoggerService | null;
}>;

const NO_ROUTE = 'none';

/** Gives each request its trace id, and tells who asked for it how it was answered. */
export const watchRequests = (fastify: FastifyInstance, { metrics, requestLog }: Watching): void => {
  fastify.decorateRequest('traceId', '');
  fastify.decorateRequest('problemCode', null);
  fastify.addHook('onRequest', (request, _reply, done) => {
    if (request.traceId === '') request.traceId = traceIdOf(request.headers);
    done();
  });
  if (!metrics && !requestLog) return;
  fastify.addHook('onResponse', (request, reply, done) => {
    const answered = answeredOf(request, reply);
    metrics?.answered(answered);
    requestLog?.log(lineOf(request, answered));
    done();
  });
};

const answeredOf = ({ method, routeOptions }: FastifyRequest, reply: FastifyReply): Answered => ({
  method,
  route: routeOptions.url ?? NO_ROUTE,
  status: reply.statusCode,
  seconds: reply.elapsedTime / 1000,
});

const lineOf = ({ traceId, problemCode }: FastifyRequest, { method, route, status, seconds }: Answered): object => ({
  ...{ msg: 'request', traceId, method, route, status, ms: Math.round(seconds * 10_000) / 10 },
  ...(problemCode !== null && { code: problemCode }),
});
