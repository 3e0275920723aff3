import type { BusMessage } from '@zielwerk/kernel';
import type { Producer, ProducerRecord } from 'kafkajs';

import { KafkaPublisher } from './kafka-publisher';

/** Stands for Kafka's client: keeps each request until it is answered. */
class Requests {
  readonly sent: ProducerRecord[] = [];
  private readonly answers: { resolve: () => void; reject: (error: Error) => void }[] = [];
  private arrived: () => void = () => undefined;

  readonly send = (record: ProducerRecord): Promise<void> => {
    this.sent.push(record);
    this.arrived();
    return new Promise((resolve, reject) => this.answers.push({ resolve, reject }));
  };

  async until(count: number): Promise<void> {
    while (this.sent.length < count) await new Promise<void>((resolve) => (this.arrived = resolve));
  }

  acknowledge(): void {
    this.answers.shift()?.resolve();
  }

  refuse(): void {
    this.answers.shift()?.reject(new Error('The broker is away.'));
  }

  get values(): unknown[][] {
    return this.sent.map(({ messages }) => messages.map(({ value }) => value));
  }
}

const message = (value: string): BusMessage => ({ key: 'mf.goal-1', value, headers: {} });
const numbered = (count: number) => Array.from({ length: count }, (_, n) => message(String(n)));

const world = () => {
  const requests = new Requests();
  const producer = { send: requests.send } as unknown as Producer;
  return { requests, publisher: new KafkaPublisher('topic', () => Promise.resolve(producer)) };
};

describe('what is published on one topic', () => {
  it('waits while a request is in flight, and is the next one together', async () => {
    const { requests, publisher } = world();
    const first = publisher.publish([message('a')]);
    await requests.until(1);
    const rest = [publisher.publish([message('b'), message('c')]), publisher.publish([message('d')])];
    requests.acknowledge();
    await first;
    await requests.until(2);
    requests.acknowledge();
    await Promise.all(rest);
    expect(requests.values).toEqual([['a'], ['b', 'c', 'd']]);
    expect(requests.sent.map(({ acks }) => acks)).toEqual([-1, -1]);
  });

  it('goes out in requests of at most 500 messages', async () => {
    const { requests, publisher } = world();
    const published = publisher.publish(numbered(1_100));
    for (const count of [1, 2, 3]) {
      await requests.until(count);
      requests.acknowledge();
    }
    await published;
    expect(requests.values.map((values) => values.length)).toEqual([500, 500, 100]);
    expect(requests.values.flat()).toEqual(numbered(1_100).map(({ value }) => value));
  });

  it('goes out in requests that a broker takes, and alone when it is larger by itself', async () => {
    const { requests, publisher } = world();
    const sizes = [400_000, 400_000, 400_000, 2_000_000, 10];
    const published = publisher.publish(sizes.map((size) => message('x'.repeat(size))));
    for (const count of [1, 2, 3, 4]) {
      await requests.until(count);
      requests.acknowledge();
    }
    await published;
    expect(requests.values.map((values) => values.map((value) => String(value).length))).toEqual([
      [400_000, 400_000],
      [400_000],
      [2_000_000],
      [10],
    ]);
  });

  it('fails with what it waited behind, as it would overtake it', async () => {
    const { requests, publisher } = world();
    const published = [publisher.publish(numbered(501)), publisher.publish([message('behind')])];
    const outcomes = Promise.allSettled(published);
    await requests.until(1);
    requests.refuse();
    expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected']);

    const again = publisher.publish([message('again')]);
    await requests.until(2);
    requests.acknowledge();
    await again;
    expect(requests.values.slice(1)).toEqual([['again']]);
  });
});
