// What every adapter of Messaging promises, as tests.
import { type BusMessage, type Messaging, type ReceivedMessage, topicOf } from '@zielwerk/kernel';

import { Inbox } from './testing/inbox';

const message = (key: string, value: string, headers: Record<string, string> = {}): BusMessage => ({
  key,
  value,
  headers: { ce_type: 'T.v1', ...headers },
});
const numbered = (count: number, prefix = ''): BusMessage[] =>
  Array.from({ length: count }, (_, n) => message('k', `${prefix}${n}`));
const valuesOf = (messages: readonly ReceivedMessage[]) => messages.map(({ value }) => value.toString());
const offsetsOf = (messages: readonly ReceivedMessage[]) => messages.map(({ offset }) => offset);
const valuesIn = (messages: readonly BusMessage[]) => messages.map(({ value }) => value);

export const messagingContract = (connect: () => Messaging | Promise<Messaging>) => {
  let messaging: Messaging;
  let topic: string;
  let count = 0;
  let inboxes: Inbox[] = [];

  const freshTopic = async () => {
    const fresh = topicOf(`t${count++}`);
    await messaging.ensureTopics([fresh]);
    return fresh;
  };
  const subscribe = async (inbox: Inbox, topics: readonly string[] = [topic]) => {
    inboxes.push(inbox);
    await inbox.open(messaging, topics);
    return inbox;
  };

  beforeAll(async () => void (messaging = await connect()));
  afterAll(() => messaging.close());
  beforeEach(async () => void (topic = await freshTopic()));
  afterEach(async () => {
    await Promise.all(inboxes.map((inbox) => inbox.close()));
    inboxes = [];
  });

  it('delivers what was published, in order, with offsets from 0', async () => {
    const inbox = await subscribe(new Inbox('orders'));
    await messaging.publish(topic, numbered(3, 'a'));
    await messaging.publish(topic, numbered(2, 'b'));
    const messages = await inbox.received(5);
    expect(valuesOf(messages)).toEqual(['a0', 'a1', 'a2', 'b0', 'b1']);
    expect(offsetsOf(messages)).toEqual([0, 1, 2, 3, 4]);
    expect(messages.map((one) => one.topic)).toEqual(Array(5).fill(topic));
  });

  it('delivers to a late reader what was published before, in batches of at most 500', async () => {
    await messaging.publish(topic, numbered(1_234));
    const inbox = await subscribe(new Inbox('late'));
    expect(valuesOf(await inbox.received(1_234))).toEqual(valuesIn(numbered(1_234)));
    expect(Math.max(...inbox.batches.map((batch) => batch.length))).toBeLessThanOrEqual(500);
  });

  it('delivers from the offset that the reader asks for', async () => {
    await messaging.publish(topic, numbered(10));
    const inbox = await subscribe(new Inbox('middle', { startAt: 7 }));
    expect(valuesOf(await inbox.received(3))).toEqual(['7', '8', '9']);
    expect(offsetsOf(inbox.messages)).toEqual([7, 8, 9]);
  });

  it('waits at the end for a reader that has everything', async () => {
    await messaging.publish(topic, numbered(3));
    const inbox = await subscribe(new Inbox('end', { startAt: 3 }));
    await messaging.publish(topic, [message('k', 'new')]);
    expect(valuesOf(await inbox.received(1))).toEqual(['new']);
  });

  it('keeps keys, headers and values byte for byte', async () => {
    const sent = [
      message('mwu.goal-1', '{"title":"Straße, Ämter & Größe 🌻"}', {
        ce_function: 'Referatsleitung für Öffentliches',
      }),
      message('mwu.goal-2', ''),
      message('mwu.goal-3', 'ü'.repeat(512 * 1024)),
      message('mwu.goal-4', 'a\u0000b', { empty: '' }),
    ];
    await messaging.publish(topic, sent);
    const inbox = await subscribe(new Inbox('bytes'));
    const messages = await inbox.received(sent.length);
    expect(messages.map(({ key, headers }) => ({ key, headers }))).toEqual(
      sent.map(({ key, headers }) => ({ key, headers })),
    );
    expect(messages.map(({ value }) => value.length)).toEqual(sent.map(({ value }) => Buffer.byteLength(value)));
    expect(messages.every(({ value }, n) => value.equals(Buffer.from(sent[n]?.value ?? '')))).toBe(true);
  });

  it('delivers a refused batch again, and nothing later before it', async () => {
    await messaging.publish(topic, numbered(3));
    const inbox = await subscribe(new Inbox('stubborn', { refuse: 2 }));
    await inbox.refused(1);
    await messaging.publish(topic, [message('k', 'later')]);
    expect(valuesOf(await inbox.received(4))).toEqual(['0', '1', '2', 'later']);
    expect(inbox.refusals.map((batch) => batch[0]?.value.toString())).toEqual(['0', '0']);
  });

  it('goes on with the other topics while one is refused', async () => {
    const other = await freshTopic();
    const inbox = await subscribe(new Inbox('half', { refuse: Infinity, refuseTopic: topic }), [topic, other]);
    await messaging.publish(topic, numbered(1, 'poison'));
    await inbox.refused(1);
    await messaging.publish(other, numbered(2));
    expect(valuesOf(await inbox.received(2))).toEqual(['0', '1']);
  });

  it('delivers everything to each of two readers', async () => {
    const [one, two] = [await subscribe(new Inbox('one')), await subscribe(new Inbox('two'))];
    await messaging.publish(topic, numbered(20));
    expect(valuesOf(await one.received(20))).toEqual(valuesIn(numbered(20)));
    expect(valuesOf(await two.received(20))).toEqual(valuesIn(numbered(20)));
  });

  it('gives a topic to one reader of a name at a time, and to the next from the record they share', async () => {
    const record = new Map<string, number>();
    const [one, two] = [new Inbox('shared', { record }), new Inbox('shared', { record })];
    await subscribe(one);
    await subscribe(two);
    await messaging.publish(topic, numbered(10, 'a'));
    await Inbox.receivedTogether(10, one, two);
    await one.close();
    await messaging.publish(topic, numbered(10, 'b'));
    await Inbox.receivedTogether(20, one, two);
    await two.close();
    expect([...one.messages, ...two.messages].map(({ offset }) => offset).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 20 }, (_, n) => n),
    );
  });

  it('repeats nothing and leaves out nothing when a reader comes back with its own record', async () => {
    const record = new Map<string, number>();
    await messaging.publish(topic, numbered(50, 'a'));
    const before = await subscribe(new Inbox('returning', { record }));
    await before.received(50);
    await before.close();
    await messaging.publish(topic, numbered(50, 'b'));
    const after = await subscribe(new Inbox('returning', { record }));
    await after.received(50);
    expect(offsetsOf([...before.messages, ...after.messages])).toEqual(Array.from({ length: 100 }, (_, n) => n));
  });

  it('goes by the record of the reader, also when that is earlier than what was delivered', async () => {
    await messaging.publish(topic, numbered(5));
    const before = await subscribe(new Inbox('restored'));
    await before.received(5);
    await before.close();
    const restored = await subscribe(new Inbox('restored', { startAt: 2 }));
    expect(valuesOf(await restored.received(3))).toEqual(['2', '3', '4']);
  });

  it('asks again when a reader cannot say where to start', async () => {
    await messaging.publish(topic, numbered(2));
    const inbox = await subscribe(new Inbox('forgetful', { forget: 2 }));
    expect(valuesOf(await inbox.received(2))).toEqual(['0', '1']);
  });

  it('lets a batch in work end before it stops, and delivers nothing after', async () => {
    const inbox = await subscribe(new Inbox('slow', { held: true }));
    await messaging.publish(topic, numbered(1));
    await inbox.inWork();
    let over = false;
    const stopped = inbox.stop().then(() => (over = true));
    await messaging.publish(topic, numbered(1));
    expect(over).toBe(false);
    inbox.letGo();
    await stopped;
    expect([inbox.finished, inbox.batches.length]).toEqual([1, 1]);
  });

  it('keeps the order of each of many publishers', async () => {
    const publishers = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    await Promise.all(
      publishers.map(async (name) => {
        for (const one of numbered(25, name)) await messaging.publish(topic, [one]);
      }),
    );
    const inbox = await subscribe(new Inbox('many'));
    const messages = await inbox.received(200);
    expect(offsetsOf(messages)).toEqual(Array.from({ length: 200 }, (_, n) => n));
    for (const name of publishers)
      expect(valuesOf(messages).filter((value) => value.startsWith(name))).toEqual(valuesIn(numbered(25, name)));
  });

  it('keeps the order of what is published without waiting', async () => {
    await Promise.all(numbered(700).map((one) => messaging.publish(topic, [one])));
    const inbox = await subscribe(new Inbox('hasty'));
    expect(valuesOf(await inbox.received(700))).toEqual(valuesIn(numbered(700)));
  });

  it('keeps topics apart', async () => {
    const other = await freshTopic();
    await messaging.publish(topic, numbered(3, 'mine'));
    await messaging.publish(other, numbered(2, 'other'));
    const inbox = await subscribe(new Inbox('apart'), [other]);
    expect(valuesOf(await inbox.received(2))).toEqual(['other0', 'other1']);
    expect([await messaging.endOf(topic), await messaging.endOf(other)]).toEqual([3, 2]);
  });

  it('says where a topic ends, also an empty one and one that is not there', async () => {
    expect(await messaging.endOf(topic)).toBe(0);
    await messaging.publish(topic, numbered(7));
    expect(await messaging.endOf(topic)).toBe(7);
    expect(await messaging.endOf(topicOf('nobody'))).toBe(0);
  });

  it('keeps what is in a topic that is ensured again', async () => {
    await messaging.publish(topic, numbered(4));
    await messaging.ensureTopics([topic, topic]);
    expect(await messaging.endOf(topic)).toBe(4);
  });

  it('refuses to publish to a topic that is not there', () =>
    expect(messaging.publish(topicOf('nobody'), numbered(1))).rejects.toThrow());

  it('has nothing to do for no messages', async () => {
    await messaging.publish(topic, []);
    expect(await messaging.endOf(topic)).toBe(0);
  });
};
