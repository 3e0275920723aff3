import type { BusMessage } from '@zielwerk/kernel';
import type { Producer } from 'kafkajs';

import { MOST_MESSAGES } from './batch';
import { explained } from './kafka-refusal';

// Below the 1 MiB that a broker takes by default, as some kilobytes of framing are added.
const MOST_BYTES = 900_000;
const HEADER_BYTES = 600;

type Settle = Readonly<{ resolve: () => void; reject: (error: unknown) => void }>;
/** `settle` stands with the last message of each publish. */
type Waiting = Readonly<{ message: BusMessage; settle?: Settle }>;

const bytesOf = ({ key, value }: BusMessage): number => Buffer.byteLength(value) + key.length + HEADER_BYTES;

/**
 * One topic's way to the broker: one request in flight, and what comes meanwhile is the next batch. When a batch fails,
 * whatever waits behind it fails with it: sent all the same, it would overtake.
 */
export class KafkaPublisher {
  private waiting: Waiting[] = [];
  private sending: Promise<void> | undefined;

  constructor(
    private readonly topic: string,
    private readonly producer: () => Promise<Producer>,
  ) {}

  publish(messages: readonly BusMessage[]): Promise<void> {
    const last = messages.at(-1);
    if (!last) return Promise.resolve();
    return new Promise((resolve, reject) => {
      for (const message of messages.slice(0, -1)) this.waiting.push({ message });
      this.waiting.push({ message: last, settle: { resolve, reject } });
      this.sending ??= this.send().finally(() => (this.sending = undefined));
    });
  }

  /** Resolves when nothing waits any more, whether sent or refused. */
  async idle(): Promise<void> {
    await this.sending;
  }

  private async send(): Promise<void> {
    // What is published in the same turn of the event loop goes into the first batch already.
    await Promise.resolve();
    while (this.waiting.length > 0) {
      const batch = this.nextBatch();
      try {
        const producer = await this.producer();
        await producer.send({ topic: this.topic, acks: -1, messages: batch.map(({ message }) => message) });
        for (const { settle } of batch) settle?.resolve();
      } catch (failure) {
        const error = explained(failure, `to write to ${this.topic}`);
        for (const { settle } of [...batch, ...this.waiting.splice(0)]) settle?.reject(error);
      }
    }
  }

  private nextBatch(): Waiting[] {
    let bytes = 0;
    const next = this.waiting.slice(0, MOST_MESSAGES);
    const end = next.findIndex(({ message }, index) => (bytes += bytesOf(message)) > MOST_BYTES && index > 0);
    return this.waiting.splice(0, end < 0 ? next.length : end);
  }
}
