import { setTimeout as sleep } from 'node:timers/promises';

import { MemoryCheckpoints, MemoryEventStore } from '@zielwerk/event-store/testing';
import { type Checkpoints, stoppedClock, topicOf } from '@zielwerk/kernel';

import { KafkaMessaging } from './kafka-messaging';
import { type Relay, startRelay } from './relay';
import { brokerForSpecs, describeWithKafka } from './testing/broker';
import { goalStream, GoalWriter, kept, storedIn } from './testing/goal-events';
import { Inbox } from './testing/inbox';

/** Short in the quick form, and a minute in the full one. */
const AWAY_MS = Number(process.env.ZIELWERK_BROKER_AWAY ?? 8) * 1_000;
const BACK_MS = 60_000;
const STREAMS = 20;

jest.setTimeout(AWAY_MS + BACK_MS + 60_000);

/** Publishes, dies before it can save where it is, and so begins again from there. */
class DyingCheckpoints extends MemoryCheckpoints {
  private deaths = 1;

  override save(reader: string, position: number): Promise<void> {
    return this.deaths-- > 0 ? Promise.reject(new Error('Killed.')) : super.save(reader, position);
  }
}

describeWithKafka('a house on Kafka', () => {
  const broker = brokerForSpecs();
  let house = 0;
  let close: () => Promise<void>;

  const open = async () => {
    const ministry = `h${house++}`.replace(/\d/gu, (digit) => 'abcdefghij'.charAt(Number(digit)));
    const store = new MemoryEventStore(stoppedClock('2026-04-01T10:00:00Z'));
    const messaging = new KafkaMessaging({ brokers: [broker().brokers], clientId: ministry, maxWaitTimeInMs: 100 });
    const writers = Array.from({ length: STREAMS }, (_, n) => new GoalWriter(store, goalStream(ministry, n)));
    const inbox = new Inbox('reader', { record: new Map() });
    const relays: Relay[] = [];
    const start = (checkpoints: Checkpoints = new MemoryCheckpoints()) => {
      const relay = startRelay({ ministry, store, messaging, checkpoints });
      relays.push(relay);
      return relay;
    };
    const write = (count = 1) => Promise.all(writers.map((writer) => writer.append(count)));
    /** Everything in the store has arrived, in commit order; in so many milliseconds. */
    const arrives = async () => {
      const since = Date.now();
      const stored = await storedIn(store);
      await inbox.until(() => inbox.messages.length >= stored.length && kept(inbox.messages).length >= stored.length);
      expect(kept(inbox.messages)).toEqual(stored);
      return Date.now() - since;
    };
    close = async () => {
      await Promise.all(relays.map((relay) => relay.stop()));
      await messaging.close();
      await store.close();
    };
    await inbox.open(messaging, [topicOf(ministry)]);
    return { store, messaging, inbox, start, write, arrives, topic: topicOf(ministry) };
  };

  /** Commands go on all the time, some twenty events every few milliseconds. */
  const underLoad = async (write: () => Promise<unknown>, fault: () => Promise<void>) => {
    const over = new AbortController();
    const load = (async () => {
      let rounds = 0;
      for (; !over.signal.aborted; rounds++) {
        await write();
        await sleep(20);
      }
      return rounds;
    })();
    try {
      await fault();
    } finally {
      over.abort();
    }
    return load;
  };

  afterEach(() => close());

  it.each([
    ['stopped', () => broker().stop()],
    ['killed', () => broker().kill()],
  ])('goes on while the broker is %s, and its events are on the bus soon after it is back', async (_, end) => {
    const { start, write, arrives, inbox, messaging, topic, store } = await open();
    const relay = start();
    await write();
    await arrives();
    const rounds = await underLoad(write, async () => {
      await sleep(500);
      await end();
      const before = inbox.messages.length;
      await sleep(AWAY_MS);
      expect(inbox.messages.length).toBe(before);
      expect(await relay.lag()).toBeGreaterThan(0);
      await broker().restart();
    });
    expect(rounds).toBeGreaterThan(AWAY_MS / 200);
    expect(await arrives()).toBeLessThan(BACK_MS);
    expect([await relay.lag(), relay.trouble()]).toEqual([0, undefined]);
    expect(await messaging.endOf(topic)).toBeGreaterThanOrEqual((await storedIn(store)).length);
  });

  it('loses nothing when the broker comes and goes', async () => {
    const { start, write, arrives } = await open();
    start();
    await underLoad(write, async () => {
      for (const pause of [300, 700, 100]) {
        await broker().kill();
        await sleep(pause);
        await broker().restart();
        await sleep(pause);
      }
    });
    expect(await arrives()).toBeLessThan(BACK_MS);
  });

  it('only repeats when its relay is killed between publishing and saving', async () => {
    const { start, write, arrives, inbox, store } = await open();
    const checkpoints = new DyingCheckpoints();
    await write(5);
    const killed = start(checkpoints);
    await arrives();
    await killed.stop();
    await write(5);
    start(checkpoints);
    await arrives();
    await inbox.received((await storedIn(store)).length + 5 * STREAMS);
    expect(kept(inbox.messages)).toEqual(await storedIn(store));
  });

  it('starts while the broker is still away', async () => {
    await broker().stop();
    const { start, write, arrives } = await open();
    start();
    await write(2);
    await sleep(1_000);
    await broker().restart();
    expect(await arrives()).toBeLessThan(BACK_MS);
  });
});
