// What is done with many messages at once is a span in the trace of each of them.
import { type Context, ROOT_CONTEXT, type Span, type SpanKind, trace } from '@opentelemetry/api';

import { contextIn, failed, startSpan } from './spans';

/** `name` and the service that does it. */
export type Step = Readonly<{ name: string; kind: SpanKind; service: string }>;

/** The contexts of those messages that come from a trace. */
export const contextsOf = (
  messages: readonly Readonly<{ headers: Readonly<Record<string, string>> }>[],
): readonly Context[] =>
  messages.flatMap(({ headers }) => (headers.traceparent === undefined ? [] : contextIn(headers)));

/** Does the work as a child of each context, and hands it the contexts of these children. */
export const inSpans = async <Result>(
  { name, kind, service }: Step,
  parents: readonly Context[],
  work: (children: readonly Context[]) => Promise<Result>,
): Promise<Result> => {
  const attributes = { 'zielwerk.service': service };
  const spans = parents.map((parent) => startSpan({ name, kind, attributes }, parent));
  try {
    return await work(spans.map((span) => trace.setSpan(ROOT_CONTEXT, span)));
  } catch (error) {
    for (const span of spans) failed(span, error);
    throw error;
  } finally {
    end(spans);
  }
};

const end = (spans: readonly Span[]): void => {
  for (const span of spans) span.end();
};
