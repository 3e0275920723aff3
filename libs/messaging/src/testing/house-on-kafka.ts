// A house that writes, its relay and a reader of its topic, for the faults of a broker.
import { setTimeout as sleep } from 'node:timers/promises';

import { MemoryCheckpoints, MemoryEventStore } from '@zielwerk/event-store/testing';
import { type Checkpoints, stoppedClock, topicOf } from '@zielwerk/kernel';

import { KafkaMessaging } from '../kafka-messaging';
import { type Relay, startRelay } from '../relay';
import { goalStream, GoalWriter, kept, storedIn } from './goal-events';
import { Inbox } from './inbox';

const STREAMS = 20;

export class HouseOnKafka {
  readonly topic: string;
  readonly store = new MemoryEventStore(stoppedClock('2026-04-01T10:00:00Z'));
  readonly inbox = new Inbox('reader', { record: new Map() });
  readonly messaging: KafkaMessaging;
  private readonly relays: Relay[] = [];
  private readonly writers: readonly GoalWriter[];

  constructor(
    private readonly ministry: string,
    brokers: string,
  ) {
    this.topic = topicOf(ministry);
    this.messaging = new KafkaMessaging({ brokers: brokers.split(','), clientId: ministry, maxWaitTimeInMs: 100 });
    this.writers = Array.from({ length: STREAMS }, (_, n) => new GoalWriter(this.store, goalStream(ministry, n)));
  }

  read(): Promise<void> {
    return this.inbox.open(this.messaging, [this.topic]);
  }

  startRelay(checkpoints: Checkpoints = new MemoryCheckpoints()): Relay {
    const { ministry, store, messaging } = this;
    const relay = startRelay({ ministry, store, messaging, checkpoints });
    this.relays.push(relay);
    return relay;
  }

  /** So many events on each of twenty streams. */
  async write(count = 1): Promise<void> {
    await Promise.all(this.writers.map((writer) => writer.append(count)));
  }

  /** Writes all the time while a fault takes its course; answers how often it could. */
  async writeDuring(fault: () => Promise<void>): Promise<number> {
    const over = new AbortController();
    const writing = this.writeUntil(over.signal);
    await fault().finally(() => over.abort());
    return writing;
  }

  /** Resolves when the reader has every event that is now in the store, in commit order; in so many milliseconds. */
  async arrival(): Promise<number> {
    const since = Date.now();
    const stored = await storedIn(this.store);
    const { messages } = this.inbox;
    await this.inbox.until(() => messages.length >= stored.length && kept(messages).length >= stored.length);
    expect(kept(messages).slice(0, stored.length)).toEqual(stored);
    return Date.now() - since;
  }

  async close(): Promise<void> {
    await Promise.all(this.relays.map((relay) => relay.stop()));
    await this.messaging.close();
    await this.store.close();
  }

  private async writeUntil(signal: AbortSignal): Promise<number> {
    let rounds = 0;
    for (; !signal.aborted; rounds++) {
      await this.write();
      await sleep(20);
    }
    return rounds;
  }
}
