import { describeWithKafka } from '@zielwerk/spec-engines';
import { type Messaging, type ReceivedMessage, topicOf } from '@zielwerk/kernel';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { KafkaMessaging } from './kafka-messaging';
import { type GuardedBroker, startGuardedBroker } from './testing/guarded-broker';

// One code begins with the other.
const CODES = ['mi', 'mid'];
const TOPICS = CODES.map(topicOf);
const message = (value: string) => ({ key: 'mi.goal-1', value, headers: { ce_type: 'T.v1' } });

/** What the first messages of all topics say, once there are so many. */
const read = (messaging: Messaging, reader: string, count: number): Promise<readonly string[]> =>
  new Promise((resolve, reject) => {
    const said: string[] = [];
    const handle = (messages: readonly ReceivedMessage[]) => {
      said.push(...messages.map(({ value }) => String(value)));
      if (said.length >= count) resolve(said.sort());
      return Promise.resolve();
    };
    messaging.subscribe({ reader, topics: TOPICS, startAt: () => Promise.resolve(0), handle }).catch(reject);
  });

describeWithKafka('Kafka with TLS, passwords and the access table', () => {
  let folder: string;
  let guarded: GuardedBroker;
  const opened: KafkaMessaging[] = [];
  const as = (user: string, password?: string, warn?: (text: string, cause?: unknown) => void) => {
    const messaging = new KafkaMessaging(guarded.configOf(user, password), warn);
    opened.push(messaging);
    return messaging;
  };
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'zielwerk-guarded-'));
    guarded = await startGuardedBroker(folder, CODES);
  }, 120_000);
  afterEach(() => Promise.all(opened.splice(0).map((one) => one.close())));
  afterAll(async () => {
    await guarded.stop();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  it('lets a house make and write its own topic, and everybody read it', async () => {
    for (const code of CODES) {
      await as(code).ensureTopics([topicOf(code)]);
      await as(code).publish(topicOf(code), [message(`from ${code}`)]);
    }
    for (const user of [...CODES, 'strategy']) {
      const messaging = as(user);
      expect(await read(messaging, user === 'strategy' ? 'zielwerk.strategy' : `zielwerk.${user}.1`, 2)).toEqual(
        CODES.map((code) => `from ${code}`),
      );
      expect(await messaging.endOf(topicOf('mi'))).toBe(1);
    }
  });

  it.each([
    ['mi', 'mid'],
    ['mid', 'mi'],
    ['strategy', 'mi'],
  ])('tells %s that it may not write the topic of %s', async (user, other) => {
    const [before, publishing] = [
      await as(other).endOf(topicOf(other)),
      as(user).publish(topicOf(other), [message('x')]),
    ];
    await expect(publishing).rejects.toThrow(
      `Kafka does not allow this service's user to write to zielwerk.${other}.events.`,
    );
    expect(await as(other).endOf(topicOf(other))).toBe(before);
  });

  it('tells a house that it may not make the topic of another', () =>
    expect(as('mi').ensureTopics([topicOf('mf')])).rejects.toThrow(
      "Kafka does not allow this service's user to make topics, and there is none called zielwerk.mf.events.",
    ));

  it('tells a house that it may not read in the name of another', async () => {
    const told = new Promise<void>((resolve) => {
      const own = as('mi', undefined, (_, cause) => {
        if (String(cause) === 'Not authorized to access group: Group authorization failed') resolve();
      });
      void read(own, 'zielwerk.mid.1', 1);
    });
    await told;
  });

  it('takes nobody with a wrong password, and never says it', async () => {
    const wrong = as('mi', 'a wrong one').endOf(topicOf('mi'));
    await expect(wrong).rejects.toThrow('Invalid username or password');
    await expect(wrong).rejects.not.toThrow('a wrong one');
  });

  it('is not spoken to where its certificate is not known', async () => {
    const messaging = new KafkaMessaging({ ...guarded.configOf('mi'), ssl: true });
    opened.push(messaging);
    await expect(messaging.endOf(topicOf('mi'))).rejects.toThrow('unable to verify');
  });
});
