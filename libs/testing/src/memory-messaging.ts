import { EventEmitter, once } from 'node:events';
import { setImmediate as nextTurn } from 'node:timers/promises';

import { type BusMessage, Messaging, type ReceivedMessage, type Running, type Subscription } from '@zielwerk/kernel';

const MOST_MESSAGES = 500;

/** A bus in memory, for specs of what reads or writes one. Readers of one name do not share the work: give each its own. */
export class MemoryMessaging extends Messaging {
  private readonly topics = new Map<string, ReceivedMessage[]>();
  private readonly arrivals = new EventEmitter().setMaxListeners(0);
  private readonly running = new Set<Running>();

  override ensureTopics(topics: readonly string[]): Promise<void> {
    for (const topic of topics) if (!this.topics.has(topic)) this.topics.set(topic, []);
    return Promise.resolve();
  }

  override publish(topic: string, messages: readonly BusMessage[]): Promise<void> {
    const log = this.topics.get(topic);
    if (!log) return Promise.reject(new Error(`There is no topic ${topic}.`));
    for (const { key, value, headers } of messages)
      log.push({ topic, offset: log.length, key, value: Buffer.from(value), headers: { ...headers } });
    this.arrivals.emit(topic);
    return Promise.resolve();
  }

  override subscribe(subscription: Subscription): Promise<Running> {
    const ending = new AbortController();
    const reading = subscription.topics.map((topic) => this.read(topic, subscription, ending.signal));
    const running = {
      stop: async () => {
        ending.abort();
        this.running.delete(running);
        await Promise.all(reading);
      },
    };
    this.running.add(running);
    return Promise.resolve(running);
  }

  override endOf(topic: string): Promise<number> {
    return Promise.resolve(this.topics.get(topic)?.length ?? 0);
  }

  override async close(): Promise<void> {
    await Promise.all([...this.running].map((running) => running.stop()));
  }

  private async read(topic: string, { startAt, handle }: Subscription, signal: AbortSignal): Promise<void> {
    let next = await startAt(topic);
    while (!signal.aborted) {
      const messages = (this.topics.get(topic) ?? []).slice(next, next + MOST_MESSAGES);
      if (messages.length === 0) await once(this.arrivals, topic, { signal }).catch(() => undefined);
      else if (await accepted(handle(messages))) next += messages.length;
      await nextTurn();
    }
  }
}

const accepted = (handled: Promise<void>): Promise<boolean> =>
  handled.then(
    () => true,
    () => false,
  );
