import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { topicOf } from '@zielwerk/kernel';

import { EmbeddedMessaging } from './embedded-messaging';
import { messagingContract } from './messaging.contract';
import { Inbox } from './testing/inbox';

const folder = mkdtempSync(join(tmpdir(), 'zielwerk-bus-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('messaging in one SQLite file', () => {
  messagingContract(() => new EmbeddedMessaging(join(folder, 'contract.db')));
});

describe('after a restart', () => {
  const file = join(folder, 'restart.db');
  const topic = topicOf('mf');
  const message = (value: string) => ({ key: 'mf.goal-1', value, headers: { ce_type: 'GoalDrafted.v1' } });

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
