import { type EventEmitter, once, setMaxListeners } from 'node:events';
import { setImmediate as others } from 'node:timers/promises';

import type { ReceivedMessage, Running, Subscription } from '@zielwerk/kernel';

import { Backoff, type Warn } from './backoff';

/** Gives a topic to the readers of one name one after the other, in the order in which they came. */
export class Turns {
  private readonly last = new Map<string, Promise<void>>();

  take(reader: string, topic: string, work: () => Promise<void>): void {
    const name = JSON.stringify([reader, topic]);
    this.last.set(name, (this.last.get(name) ?? Promise.resolve()).then(work));
  }
}

export type Source = Readonly<{
  /** The next messages from an offset on; none at the end. */
  read: (topic: string, from: number) => readonly ReceivedMessage[];
  /** Emits the name of a topic when messages have arrived there. */
  arrivals: EventEmitter;
  turns: Turns;
  warn: Warn;
}>;

/** One subscription: its topics independently of each other, each in order. */
export class EmbeddedReader implements Running {
  private readonly ending = new AbortController();
  private readonly reading: Promise<void>[] = [];

  constructor(
    private readonly subscription: Subscription,
    private readonly source: Source,
  ) {
    // One listener a topic, and no more: no leak, however many houses a state has.
    setMaxListeners(0, this.ending.signal);
    for (const topic of subscription.topics)
      source.turns.take(subscription.reader, topic, async () => {
        if (this.ending.signal.aborted) return;
        const reading = this.readTopic(topic);
        this.reading.push(reading);
        await reading;
      });
  }

  async stop(): Promise<void> {
    this.ending.abort();
    await Promise.all(this.reading);
  }

  private async readTopic(topic: string): Promise<void> {
    const { signal } = this.ending;
    const backoff = new Backoff(signal);
    let next: number | undefined;
    while (!signal.aborted) {
      try {
        next ??= await this.subscription.startAt(topic);
        next = await this.deliver(topic, next);
        backoff.reset();
      } catch (error) {
        this.source.warn(`${this.subscription.reader} could not take messages of ${topic}; it tries again.`, error);
        await backoff.pause();
      }
    }
  }

  private async deliver(topic: string, next: number): Promise<number> {
    const messages = this.source.read(topic, next);
    const last = messages.at(-1);
    if (!last) {
      // A stopped reader ends this wait with an error.
      await once(this.source.arrivals, topic, { signal: this.ending.signal }).catch(() => undefined);
      return next;
    }
    await this.subscription.handle(messages);
    // A reader with much to catch up on must leave time for everybody else in this process.
    await others();
    return last.offset + 1;
  }
}
