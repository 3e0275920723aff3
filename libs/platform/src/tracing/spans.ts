// Spans by the API of OpenTelemetry. Where no traces are kept there is no active span, and all of this does nothing.
import {
  type Attributes,
  type Context,
  context,
  propagation,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';

import { Rejected } from '../commands/order';

const tracer = () => trace.getTracer('zielwerk');

export type SpanParts = Readonly<{ name: string; kind: SpanKind; attributes: Attributes }>;

/** The context that a request's, or a message's, headers tell of: the root where they tell of none. */
export const contextIn = (headers: Readonly<Record<string, unknown>>): Context =>
  propagation.extract(ROOT_CONTEXT, { traceparent: headers.traceparent });

/** The active span as `traceparent`; undefined without one. */
export const activeTraceparent = (): string | undefined => {
  const carrier: { traceparent?: string } = {};
  propagation.inject(context.active(), carrier);
  return carrier.traceparent;
};

/** For a line of the log; nothing without an active span. */
export const activeTrace = (): Readonly<{ traceId?: string }> => {
  const traceId = trace.getActiveSpan()?.spanContext().traceId;
  return traceId === undefined ? {} : { traceId };
};

export const startSpan = ({ name, ...options }: SpanParts, parent: Context): Span =>
  tracer().startSpan(name, options, parent);

/** Runs work as a child of the active span, or just runs it where there is none. */
export const inSpan = async <Result>(
  parts: SpanParts,
  work: (span: Span | null) => Promise<Result>,
): Promise<Result> => {
  const active = context.active();
  if (!trace.getSpan(active)) return work(null);
  const span = startSpan(parts, active);
  try {
    return await context.with(trace.setSpan(active, span), () => work(span));
  } catch (error) {
    failed(span, error);
    throw error;
  } finally {
    span.end();
  }
};

/** A command, or what a policy does, as it is called. */
export const inCommandSpan = <Result>(name: string, work: () => Promise<Result>): Promise<Result> =>
  inSpan({ name, kind: SpanKind.INTERNAL, attributes: {} }, work);

/** Says what kind of failure it was; a message could hold what somebody wrote. */
export const failed = (span: Span, error: unknown): void => {
  if (error instanceof Rejected) span.setAttribute('zielwerk.refusal', error.rejection.code);
  else span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : 'error' });
};

/** Runs work in the context that the headers tell of, so that its spans belong there. */
export const inTraceOf = <Result>(headers: Readonly<Record<string, unknown>>, work: () => Result): Result =>
  context.with(contextIn(headers), work);
