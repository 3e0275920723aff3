import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { DatabaseSync } from '@photostructure/sqlite';
import { topicOf } from '@zielwerk/kernel';

import { EmbeddedMessaging } from './embedded-messaging';
import { messagingContract } from './messaging.contract';
import { Inbox } from './testing/inbox';

const folder = mkdtempSync(join(tmpdir(), 'zielwerk-bus-'));
afterAll(() => rmSync(folder, { recursive: true }));

const message = (value: string) => ({ key: 'mf.goal-1', value, headers: { ce_type: 'GoalDrafted.v1' } });

describe('messaging in one SQLite file', () => {
  messagingContract(() => new EmbeddedMessaging(join(folder, 'contract.db')));
});

const WRITE_FROM_OUTSIDE = 'INSERT INTO message (topic, "offset", key, headers, value) VALUES (1, 2, 0, 0, x\'\')';

describe('messages in the file', () => {
  const topic = topicOf('mi');

  it('are delivered some megabytes at a time', async () => {
    const messaging = new EmbeddedMessaging(join(folder, 'large.db'));
    await messaging.ensureTopics([topic]);
    await messaging.publish(
      topic,
      Array.from({ length: 12 }, () => message('x'.repeat(1024 * 1024))),
    );
    const inbox = new Inbox('large');
    await inbox.open(messaging, [topic]);
    await inbox.received(12);
    expect(inbox.batches.map((batch) => batch.length)).toEqual([4, 4, 4]);
    await messaging.close();
  });

  it.each([
    ['are there', 'locks the file', 'BEGIN IMMEDIATE', 'ROLLBACK'],
    ['half of them are there', 'has written to it', WRITE_FROM_OUTSIDE, 'DELETE FROM message WHERE key = 0'],
  ])(
    'are refused before %s when another process %s, and the next ones follow without a gap',
    async (_, __, begin, end) => {
      const file = join(folder, `refused-${begin.length}.db`);
      const messaging = new EmbeddedMessaging(file);
      await messaging.ensureTopics([topic]);
      await messaging.publish(topic, [message('before')]);
      const other = new DatabaseSync(file);
      other.exec(begin);
      const refused = [
        messaging.publish(topic, [message('a'), message('b')]),
        messaging.publish(topic, [message('c')]),
      ];
      const outcomes = await Promise.allSettled(refused);
      other.exec(end);
      other.close();
      await messaging.publish(topic, [message('after')]);
      const inbox = new Inbox('dense');
      await inbox.open(messaging, [topic]);
      const messages = await inbox.received(2);
      expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
      expect(messages.map(({ offset, value }) => [offset, value.toString()])).toEqual([
        [0, 'before'],
        [1, 'after'],
      ]);
      await messaging.close();
    },
  );
});

describe('after a restart', () => {
  const file = join(folder, 'restart.db');
  const topic = topicOf('mf');
  const published = async (values: readonly string[]) => {
    const messaging = new EmbeddedMessaging(file);
    await messaging.ensureTopics([topic]);
    await messaging.publish(topic, values.map(message));
    await messaging.close();
  };

  it('has all topics and messages, and offsets go on', async () => {
    await published(['a', 'b']);
    await published(['c']);
    const messaging = new EmbeddedMessaging(file);
    expect(await messaging.endOf(topic)).toBe(3);
    const inbox = new Inbox('restarted');
    await inbox.open(messaging, [topic]);
    expect((await inbox.received(3)).map(({ offset, value }) => [offset, value.toString()])).toEqual([
      [0, 'a'],
      [1, 'b'],
      [2, 'c'],
    ]);
    await messaging.close();
  });

  it('has what was published when it was closed', async () => {
    const messaging = new EmbeddedMessaging(file);
    const publishing = messaging.publish(topic, [message('last')]);
    await messaging.close();
    await publishing;
    const again = new EmbeddedMessaging(file);
    expect(await again.endOf(topic)).toBe(4);
    await again.close();
  });

  it('takes nothing once it is closed', async () => {
    const messaging = new EmbeddedMessaging(file);
    await messaging.close();
    await messaging.close();
    await expect(messaging.publish(topic, [message('late')])).rejects.toThrow('The bus is closed.');
    await expect(messaging.endOf(topic)).rejects.toThrow('The bus is closed.');
  });
});
