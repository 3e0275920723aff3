import { type Context, context, type Span, SpanKind, trace } from '@opentelemetry/api';
import type { FastifyInstance } from 'fastify';

import { contextIn, startSpan } from './spans';

declare module 'fastify' {
  interface FastifyRequest {
    tracing: Readonly<{ span: Span; context: Context }> | null;
  }
}

/** Platforms ask every few seconds: nobody looks for that among traces. */
const PROBED = /\/health\/(?:live|ready)$/u;

/** A span for each request, the child of the sender's; whatever is done for the request happens in it. */
export const traceRequests = (fastify: FastifyInstance, service: string): void => {
  fastify.decorateRequest('tracing', null);
  fastify.addHook('onRequest', (request, _reply, done) => {
    const { method, routeOptions, headers } = request;
    if (PROBED.test(routeOptions.url ?? '')) {
      done();
      return;
    }
    const parent = contextIn(headers);
    const name = routeOptions.url === undefined ? method : `${method} ${routeOptions.url}`;
    const attributes = {
      'http.request.method': method,
      ...(routeOptions.url !== undefined && { 'http.route': routeOptions.url }),
      'zielwerk.service': service,
    };
    const span = startSpan({ name, kind: SpanKind.SERVER, attributes }, parent);
    request.tracing = { span, context: trace.setSpan(parent, span) };
    request.traceId = span.spanContext().traceId;
    done();
  });
  // Not before: the stream of a body ends in a context of its own.
  fastify.addHook('preHandler', (request, _reply, done) => {
    if (request.tracing) context.with(request.tracing.context, done);
    else done();
  });
  fastify.addHook('onResponse', ({ tracing, problemCode }, reply, done) => {
    tracing?.span.setAttribute('http.response.status_code', reply.statusCode);
    if (problemCode !== null) tracing?.span.setAttribute('zielwerk.problem', problemCode);
    tracing?.span.end();
    done();
  });
};
