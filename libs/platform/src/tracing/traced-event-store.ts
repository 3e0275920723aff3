import { SpanKind } from '@opentelemetry/api';
import { type Appended, EventStore, type NewEvent, type Position, type StoredEvent } from '@zielwerk/kernel';

import { activeTraceparent, inSpan } from './spans';

/** Any event store: its appends are spans, and the events keep which one they come from. */
export class TracedEventStore extends EventStore {
  constructor(
    private readonly store: EventStore,
    private readonly service: string,
  ) {
    super();
  }

  override readStream(stream: string, from?: number): Promise<readonly StoredEvent[]> {
    return this.store.readStream(stream, from);
  }

  override readAll(after: Position, limit: number): Promise<readonly StoredEvent[]> {
    return this.store.readAll(after, limit);
  }

  override append(stream: string, expected: number, events: readonly NewEvent[]): Promise<Appended> {
    const attributes = { 'zielwerk.service': this.service, 'zielwerk.stream': stream };
    return inSpan({ name: 'append', kind: SpanKind.INTERNAL, attributes }, async (span) => {
      const traceparent = activeTraceparent();
      const kept = traceparent === undefined ? events : events.map((event) => withTrace(event, traceparent));
      const appended = await this.store.append(stream, expected, kept);
      span?.setAttribute('zielwerk.revision', appended.revision);
      return appended;
    });
  }

  override subscribe(after: Position, signal: AbortSignal): AsyncIterable<readonly StoredEvent[]> {
    return this.store.subscribe(after, signal);
  }

  override close(): Promise<void> {
    return this.store.close();
  }
}

const withTrace = (event: NewEvent, traceparent: string): NewEvent => ({
  ...event,
  meta: { ...event.meta, traceparent },
});
