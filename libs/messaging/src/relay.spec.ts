import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { readMeta } from '@zielwerk/contracts';
import { MemoryCheckpoints, MemoryEventStore } from '@zielwerk/event-store/testing';
import {
  type BusMessage,
  type Checkpoints,
  CorruptEvent,
  type ReceivedMessage,
  stoppedClock,
  type StoredEvent,
  topicOf,
} from '@zielwerk/kernel';

import { EmbeddedMessaging } from './embedded-messaging';
import { type Relay, startRelay } from './relay';
import { goalStream, GoalWriter, kept, storedIn } from './testing/goal-events';
import { Inbox } from './testing/inbox';

const topic = topicOf('mf');
const LONGER_THAN_A_PAUSE = 300;
const folder = mkdtempSync(join(tmpdir(), 'zielwerk-relay-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The embedded bus, which can be away or slow. */
class MoodyMessaging extends EmbeddedMessaging {
  away = 0;
  published: Promise<void> | undefined;
  readonly sizes: number[] = [];

  override async publish(name: string, messages: readonly BusMessage[]): Promise<void> {
    if (this.away-- > 0) throw new Error('The bus is away.');
    this.sizes.push(messages.length);
    this.published = super.publish(name, messages);
    await this.published;
  }
}

/** Fails to save as often as it is told to. */
class ForgetfulCheckpoints extends MemoryCheckpoints {
  failures = 0;

  override save(reader: string, position: number): Promise<void> {
    return this.failures-- > 0 ? Promise.reject(new Error('The disk is full.')) : super.save(reader, position);
  }
}

/** Cannot be read, for a while or, from one position on, for ever; or hands out all it has at once. */
class FaultyStore extends MemoryEventStore {
  failures = 0;
  whole = false;
  corruptFrom = Infinity;

  override async readAll(after: number, limit: number): Promise<readonly StoredEvent[]> {
    if (this.failures-- > 0) throw new Error('The store is away.');
    if (after + limit >= this.corruptFrom) throw new CorruptEvent(this.corruptFrom, 'mf.goal', 'another hash');
    return super.readAll(after, limit);
  }

  override async *subscribe(after: number, signal: AbortSignal): AsyncGenerator<readonly StoredEvent[]> {
    const all = this.whole ? await this.readAll(after, Number.MAX_SAFE_INTEGER) : [];
    if (all.length > 0) yield all;
    yield* super.subscribe(all.at(-1)?.position ?? after, signal);
  }
}

let files = 0;
const world = () => {
  const store = new FaultyStore(stoppedClock('2026-04-01T10:00:00Z'));
  const messaging = new MoodyMessaging(join(folder, `${files++}.db`));
  const warnings: string[] = [];
  const warn = (message: string) => warnings.push(message);
  const relays: Relay[] = [];
  const start = (checkpoints: Checkpoints = new MemoryCheckpoints()) => {
    const relay = startRelay({ ministry: 'mf', store, messaging, checkpoints, warn });
    relays.push(relay);
    return relay;
  };
  const inbox = new Inbox('reader');
  return {
    store,
    messaging,
    warnings,
    start,
    inbox,
    writers: [1, 2, 3].map((n) => new GoalWriter(store, goalStream('mf', n))),
    relays,
  };
};

let here: ReturnType<typeof world>;
beforeEach(async () => {
  here = world();
  await here.inbox.open(here.messaging, [topic]);
});
afterEach(async () => {
  await Promise.all(here.relays.map((relay) => relay.stop()));
  await here.messaging.close();
  await here.store.close();
});

const write = async (rounds: number, count = 1) => {
  for (let round = 0; round < rounds; round++) for (const writer of here.writers) await writer.append(count);
};
const revisionsOf = (messages: readonly ReceivedMessage[]) =>
  messages.map((message) => readMeta(message)).map(({ stream, revision }) => ({ stream, revision }));

describe('a relay', () => {
  it('brings to the bus what was there and what comes, in commit order', async () => {
    await write(2);
    const relay = here.start();
    await here.inbox.received(6);
    await write(2);
    expect(revisionsOf(await here.inbox.received(12))).toEqual(await storedIn(here.store));
    await relay.stop();
    expect([relay.position(), await relay.lag(), relay.trouble()]).toEqual([12, 0, undefined]);
  });

  it('goes on after a restart where it was', async () => {
    const checkpoints = new MemoryCheckpoints();
    const before = here.start(checkpoints);
    await write(2);
    await here.inbox.received(6);
    await before.stop();
    await write(1);
    here.start(checkpoints);
    expect(revisionsOf(await here.inbox.received(9))).toEqual(await storedIn(here.store));
  });

  it('brings a long history in batches of at most 500', async () => {
    here.store.whole = true;
    await write(1, 450);
    here.start();
    expect(revisionsOf(await here.inbox.received(1_350))).toEqual(await storedIn(here.store));
    expect(Math.max(...here.messaging.sizes)).toBeLessThanOrEqual(500);
  });

  it('withholds what this release does not know', async () => {
    await here.writers[0]?.append(1, (event) => ({ ...event, wireType: 'SecretKept.v1' }));
    here.start();
    const [message] = await here.inbox.received(1);
    expect([message?.headers.ce_type, message?.value.toString()]).toEqual(['Withheld.v1', 'null']);
  });

  it('tries again while the bus is away, and neither loses nor reorders anything', async () => {
    here.messaging.away = 2;
    const relay = here.start();
    await write(2);
    expect(revisionsOf(await here.inbox.received(6))).toEqual(await storedIn(here.store));
    await relay.stop();
    expect(here.warnings).toEqual(Array(2).fill('The relay of mf cannot publish and tries again: The bus is away.'));
    expect(relay.trouble()).toBeUndefined();
  });

  it('says what its trouble is and how much waits', async () => {
    here.messaging.away = Infinity;
    await write(2);
    const relay = here.start();
    while (!relay.trouble()) await new Promise((resolve) => setImmediate(resolve));
    expect([relay.position(), await relay.lag(), relay.trouble()?.message]).toEqual([0, 6, 'The bus is away.']);
  });

  it('tries again while the store is away, and is well again without a new event', async () => {
    await write(1);
    const relay = here.start();
    await here.inbox.received(3);
    await relay.stop();
    here.store.failures = 2;
    const checkpoints = new MemoryCheckpoints();
    await checkpoints.save('mf.relay', 3);
    const again = here.start(checkpoints);
    while (here.store.failures > 0 || again.trouble()) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(here.warnings).toEqual(Array(2).fill('The relay of mf cannot publish and tries again: The store is away.'));
  });

  it('goes on when a position could not be saved', async () => {
    const checkpoints = new ForgetfulCheckpoints();
    checkpoints.failures = 1;
    const relay = here.start(checkpoints);
    await here.writers[0]?.append();
    await here.inbox.received(1);
    await here.writers[0]?.append();
    await here.inbox.received(2);
    await relay.stop();
    expect(await checkpoints.load('mf.relay')).toBe(2);
    expect(here.warnings).toEqual(['The relay of mf could not save where it is.']);
  });

  it('only repeats, after it was killed between publishing and saving', async () => {
    const checkpoints = new ForgetfulCheckpoints();
    await write(2);
    checkpoints.failures = 1;
    const killed = here.start(checkpoints);
    await here.inbox.received(6);
    await killed.stop();
    await write(1);
    here.start(checkpoints);
    const messages = await here.inbox.received(15);
    expect(revisionsOf(messages.slice(6))).toEqual(await storedIn(here.store));
    expect(kept(messages)).toEqual(await storedIn(here.store));
  });

  it('stops at a corrupt event, after all that comes before, and never goes past it', async () => {
    await write(2);
    here.store.corruptFrom = 5;
    const relay = here.start();
    const messages = await here.inbox.received(4);
    while (!relay.trouble()) await new Promise((resolve) => setImmediate(resolve));
    here.store.corruptFrom = Infinity;
    await write(1);
    await sleep(LONGER_THAN_A_PAUSE);
    await relay.stop();
    expect(messages.length).toBe(4);
    expect(relay.trouble()).toBeInstanceOf(CorruptEvent);
    expect([relay.position(), here.warnings]).toEqual([
      4,
      [
        'The relay of mf cannot publish and has stopped for good: The event at position 5 (mf.goal) is not what was appended: another hash.',
      ],
    ]);
  });

  it('lets the batch in flight end when it is stopped', async () => {
    const checkpoints = new MemoryCheckpoints();
    await write(1);
    const relay = here.start(checkpoints);
    while (!here.messaging.published) await new Promise((resolve) => setImmediate(resolve));
    await relay.stop();
    expect([relay.position(), await checkpoints.load('mf.relay'), await here.messaging.endOf(topic)]).toEqual([
      3, 3, 3,
    ]);
  });
});
