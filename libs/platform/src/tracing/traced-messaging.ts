import { SpanKind } from '@opentelemetry/api';
import { type BusMessage, Messaging, ministryOf, type Running, type Subscription } from '@zielwerk/kernel';

import { contextsOf, inSpans } from './message-spans';

/** Any bus: publishing is a span in the trace of each event. What readers do with a message is theirs to tell. */
export class TracedMessaging extends Messaging {
  constructor(private readonly bus: Messaging) {
    super();
  }

  override ensureTopics(topics: readonly string[]): Promise<void> {
    return this.bus.ensureTopics(topics);
  }

  override publish(topic: string, messages: readonly BusMessage[]): Promise<void> {
    const step = { name: 'publish', kind: SpanKind.PRODUCER, service: ministryOf(topic) };
    return inSpans(step, contextsOf(messages), () => this.bus.publish(topic, messages));
  }

  override subscribe(subscription: Subscription): Promise<Running> {
    return this.bus.subscribe(subscription);
  }

  override endOf(topic: string): Promise<number> {
    return this.bus.endOf(topic);
  }

  override close(): Promise<void> {
    return this.bus.close();
  }
}
