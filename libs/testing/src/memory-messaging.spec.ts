import type { ReceivedMessage } from '@zielwerk/kernel';

import { MemoryMessaging } from './memory-messaging';

const topic = 'zielwerk.mi.events';
const numbered = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, n) => ({
    key: 'k',
    value: String(from + n),
    headers: { n: String(from + n) },
  }));

/** Reads until the bus has delivered the last of so many messages. */
const readUntil = async (bus: MemoryMessaging, last: number, refuse = 0) => {
  const seen: ReceivedMessage[] = [];
  let refusals = refuse;
  await new Promise<void>((resolve) => {
    void bus.subscribe({
      reader: 'reader',
      topics: [topic],
      startAt: () => Promise.resolve(0),
      handle: (messages) => {
        if (refusals-- > 0) return Promise.reject(new Error('not now'));
        seen.push(...messages);
        if (messages.at(-1)?.offset === last) resolve();
        return Promise.resolve();
      },
    });
  });
  return seen.map(({ offset, value, headers }) => `${offset} ${value.toString()} ${headers.n}`);
};

describe('the bus in memory', () => {
  let bus: MemoryMessaging;
  beforeEach(async () => {
    bus = new MemoryMessaging();
    await bus.ensureTopics([topic]);
  });
  afterEach(() => bus.close());

  it('delivers in order what is there and what comes', async () => {
    await bus.publish(topic, numbered(0, 700));
    const reading = readUntil(bus, 701);
    await bus.publish(topic, numbered(700, 702));
    expect(await reading).toEqual(numbered(0, 702).map(({ value }) => `${value} ${value} ${value}`));
    expect(await bus.endOf(topic)).toBe(702);
  });

  it('delivers again what was refused, and nothing later before it', async () => {
    await bus.publish(topic, numbered(0, 3));
    expect(await readUntil(bus, 2, 2)).toEqual(['0 0 0', '1 1 1', '2 2 2']);
  });

  it('refuses a topic that is not there', () =>
    expect(bus.publish('other', numbered(0, 1))).rejects.toThrow('There is no topic other.'));
});
