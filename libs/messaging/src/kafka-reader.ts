import { setMaxListeners } from 'node:events';

import type { Running, Subscription } from '@zielwerk/kernel';
import type { Consumer } from 'kafkajs';

import { Backoff, type Warn } from './backoff';
import { KafkaDelivery } from './kafka-delivery';

// What lasts longer than any attempt to reach a broker has been a connection.
const STEADY_MS = 30_000;

export type KafkaSource = Readonly<{
  consumer: (reader: string) => Consumer;
  ensureTopics: (topics: readonly string[]) => Promise<void>;
  warn: Warn;
}>;

/**
 * One subscription. kafkajs recovers from some failures and gives up on others: here every crash is followed by a new
 * consumer, for ever.
 */
export class KafkaReader implements Running {
  private readonly ending = new AbortController();
  private readonly ended: Promise<void>;

  constructor(
    private readonly subscription: Subscription,
    private readonly source: KafkaSource,
  ) {
    this.ended = this.run();
  }

  async stop(): Promise<void> {
    this.ending.abort();
    await this.ended;
  }

  private async run(): Promise<void> {
    const { signal } = this.ending;
    const { reader } = this.subscription;
    const backoff = new Backoff(signal);
    while (!signal.aborted) {
      const since = Date.now();
      await this.consume().catch((error: unknown) =>
        this.source.warn(`${reader} has lost the bus and comes back to it.`, error),
      );
      if (Date.now() - since > STEADY_MS) backoff.reset();
      await backoff.pause();
    }
  }

  /** Ends when the reader is stopped; throws when the bus is lost. */
  private async consume(): Promise<void> {
    const { reader, topics } = this.subscription;
    await this.source.ensureTopics(topics);
    const consumer = this.source.consumer(reader);
    const crashed = new AbortController();
    const signal = AbortSignal.any([this.ending.signal, crashed.signal]);
    // Every topic may be pausing at once: no leak.
    setMaxListeners(0, signal);
    const delivery = new KafkaDelivery(consumer, this.subscription, signal, this.source.warn);
    consumer.on(consumer.events.CRASH, ({ payload }) => crashed.abort(payload.error));
    consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => delivery.assign(Object.keys(payload.memberAssignment)));
    try {
      await this.start(consumer, delivery);
      await whenAborted(signal);
      crashed.signal.throwIfAborted();
    } finally {
      crashed.abort();
      await consumer.disconnect().catch(() => undefined);
    }
  }

  private async start(consumer: Consumer, delivery: KafkaDelivery): Promise<void> {
    const topics = [...this.subscription.topics];
    await consumer.connect();
    await consumer.subscribe({ topics, fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: topics.length,
      eachBatch: (payload) => delivery.take(payload),
    });
  }
}

const whenAborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
