import type { ReceivedMessage, Subscription } from '@zielwerk/kernel';
import type { Batch, Consumer, EachBatchPayload, IHeaders, KafkaMessage } from 'kafkajs';

import { Backoff, type Warn } from './backoff';
import { MOST_MESSAGES } from './batch';

const HEARTBEAT_MS = 2_000;
const NOTHING = Buffer.alloc(0);

const textsOf = (headers: IHeaders = {}): Record<string, string> => {
  const texts: Record<string, string> = {};
  // Not String(value), which takes twice as long for a Buffer.
  for (const name in headers) texts[name] = headers[name]?.toString() ?? '';
  return texts;
};

const received = (topic: string, { offset, key, value, headers }: KafkaMessage): ReceivedMessage => ({
  topic,
  offset: Number(offset),
  key: key?.toString() ?? '',
  value: value ?? NOTHING,
  headers: textsOf(headers),
});

// kafkajs does not declare it: the offset that was asked for, while `firstOffset` is the first that came.
const askedOffset = (batch: Batch): number => Number((batch as Batch & { fetchedOffset: string }).fetchedOffset);

/** A topic while this consumer has it. */
class Place {
  next: number | undefined;

  constructor(
    readonly placed: Promise<void>,
    readonly backoff: Backoff,
  ) {}
}

/** Takes the messages of one consumer to the subscription. The position is the reader's own, never Kafka's. */
export class KafkaDelivery {
  private places = new Map<string, Place>();

  constructor(
    private readonly consumer: Consumer,
    private readonly subscription: Subscription,
    /** Ends with the consumer. */
    private readonly signal: AbortSignal,
    private readonly warn: Warn,
  ) {}

  /** After every rebalance, also for topics that stay: meanwhile another reader may have had them. */
  assign(topics: readonly string[]): void {
    this.places = new Map(
      topics.map((topic) => {
        const backoff = new Backoff(this.signal);
        const place: Place = new Place(
          Promise.resolve().then(() => this.settle(topic, place)),
          backoff,
        );
        return [topic, place];
      }),
    );
  }

  /** Throws only errors of kafkajs: with them it learns that it must join its group again. */
  async take(payload: EachBatchPayload): Promise<void> {
    const place = this.places.get(payload.batch.topic);
    // Somebody who is long at work must not be taken for dead. A failure shows again at the next heartbeat.
    const beat = setInterval(() => void payload.heartbeat().catch(() => undefined), HEARTBEAT_MS);
    try {
      await place?.placed;
      if (place?.next !== undefined) await this.deliver(place, place.next, payload);
    } finally {
      clearInterval(beat);
    }
  }

  private async settle(topic: string, place: Place): Promise<void> {
    while (place.next === undefined && !this.signal.aborted) {
      try {
        const next = await this.subscription.startAt(topic);
        this.seek(topic, next);
        place.next = next;
        place.backoff.reset();
      } catch (error) {
        this.warn(`${this.subscription.reader} cannot say where to start in ${topic}; it is asked again.`, error);
        await place.backoff.pause();
      }
    }
  }

  private async deliver(place: Place, from: number, payload: EachBatchPayload): Promise<void> {
    const { topic, messages } = payload.batch;
    let next = from;
    let good = this.standsAt(from, payload);
    for (let start = 0; good && start < messages.length && payload.isRunning(); start += MOST_MESSAGES) {
      const taken = messages.slice(start, start + MOST_MESSAGES).map((one) => received(topic, one));
      good = await this.handled(topic, taken);
      if (!good) break;
      next = (taken.at(-1)?.offset ?? next) + 1;
      payload.resolveOffset(String(next - 1));
      place.next = next;
      place.backoff.reset();
      await payload.heartbeat();
    }
    if (!good) this.takeAgain(place, next, payload);
    await tell(topic, next, payload);
  }

  /** False for what was fetched before a seek took effect, and for a topic that ends before the reader's record. */
  private standsAt(next: number, { batch }: EachBatchPayload): boolean {
    const asked = askedOffset(batch);
    if (asked !== next)
      this.warn(`${this.subscription.reader} wants ${batch.topic} from ${next} on, but Kafka stands at ${asked}.`);
    return asked === next;
  }

  private async handled(topic: string, messages: readonly ReceivedMessage[]): Promise<boolean> {
    try {
      await this.subscription.handle(messages);
      return true;
    } catch (error) {
      this.warn(`${this.subscription.reader} could not take messages of ${topic}; it tries again.`, error);
      return false;
    }
  }

  private takeAgain(place: Place, next: number, payload: EachBatchPayload): void {
    this.seek(payload.batch.topic, next);
    const resume = payload.pause();
    void place.backoff.pause().then(resume);
  }

  private seek(topic: string, next: number): void {
    this.consumer.seek({ topic, partition: 0, offset: String(next) });
  }
}

/** For operators, who see a reader's lag with Kafka's own tools. Nothing depends on it. */
const tell = (topic: string, next: number, payload: EachBatchPayload): Promise<void> =>
  payload
    .commitOffsetsIfNecessary({ topics: [{ topic, partitions: [{ partition: 0, offset: String(next) }] }] })
    .catch(() => undefined);
