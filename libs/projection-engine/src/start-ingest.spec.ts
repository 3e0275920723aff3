import { type Messaging, type ReceivedMessage, type Running, topicOf } from '@zielwerk/kernel';
import { MemoryMessaging } from '@zielwerk/testing';

import { startIngest } from './start-ingest';
import { added, delivered, history, opened, streamOf } from './testing/jars';
import { inPlaces } from './testing/places';

const places = inPlaces();
const topics = ['mi', 'mf'].map(topicOf);
const a = streamOf('mi', 1);
const b = streamOf('mf', 2);
const LONG = 10_000;

const publish = async (bus: Messaging, messages: readonly Omit<ReceivedMessage, 'offset'>[]) => {
  for (const { topic, value, ...rest } of messages) await bus.publish(topic, [{ ...rest, value: value.toString() }]);
};

describe('ingest', () => {
  let bus: Messaging;
  beforeEach(async () => {
    bus = new MemoryMessaging();
    await bus.ensureTopics(topics);
  });
  afterEach(() => bus.close());

  it('follows the topics, from where it was left', async () => {
    const place = places.newPlace();
    const before = await places.open({ place });
    const first = await startIngest({ readModel: before, messaging: bus, reader: 'strategy', topics });
    await publish(bus, [...history(a, opened('a'), added('a', 1)), ...history(b, opened('b'))]);
    expect(await before.waitFor(a, 1, LONG)).toBe(true);
    expect(await before.waitFor(b, 0, LONG)).toBe(true);
    await first.stop();
    await before.close();

    await publish(bus, history(a, opened('a'), added('a', 1), added('a', 2)).slice(2));
    const after = await places.open({ place });
    const second = await startIngest({ readModel: after, messaging: bus, reader: 'strategy', topics });
    expect(await after.waitFor(a, 2, LONG)).toBe(true);
    await second.stop();
    expect(await after.db.selectFrom('jar').select(['jar', 'coins']).orderBy('jar').execute()).toEqual([
      { jar: 'a', coins: 3 },
      { jar: 'b', coins: 0 },
    ]);
    expect(await after.positions()).toEqual({ mi: 2, mf: 0 });
  });

  it('projects what was logged before a crash, though nothing new comes', async () => {
    const readModel = await places.open();
    await readModel.ingest(delivered(history(a, opened('a'))));
    const running = await startIngest({ readModel, messaging: bus, reader: 'strategy', topics });
    expect(await readModel.waitFor(a, 0, LONG)).toBe(true);
    await running.stop();
  });

  it('gets a batch again that could not be written', async () => {
    const place = places.newPlace();
    const readModel = await places.open({ place });
    await places.refuse(place, { change: 'insert', table: 'topic' });
    const failed = new Promise<void>((resolve) => {
      const ingest = async (messages: readonly ReceivedMessage[]) => {
        await readModel.ingest(messages).catch((error: unknown) => {
          resolve();
          throw error;
        });
      };
      const steps = {
        ingest,
        project: () => readModel.project(),
        startAt: (topic: string) => readModel.startAt(topic),
        whileRunner: (start: () => Promise<Running>) => readModel.whileRunner(start),
      };
      void startIngest({ readModel: steps, messaging: bus, reader: 'strategy', topics });
    });
    await publish(bus, history(a, opened('a')));
    await failed;
    await places.accept(place);
    expect(await readModel.waitFor(a, 0, LONG)).toBe(true);
  });
});
