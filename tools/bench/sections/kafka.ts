// To and from a real broker, beside kafkajs as it is: the same messages, in batches of the same size.
import { allEvents, toBusMessage } from '@zielwerk/contracts';
import { SqliteCheckpoints, SqliteEventStore } from '@zielwerk/event-store';
import { BEFORE_ALL, type BusMessage, topicOf } from '@zielwerk/kernel';
import { KafkaMessaging, startRelay } from '@zielwerk/messaging';
import { SystemClock } from '@zielwerk/platform';
import { openReadModel, startIngest } from '@zielwerk/projection-engine';
import { allProjections } from '@zielwerk/strategy';
import { Kafka, logLevel } from 'kafkajs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import type * as Broker from '../../../tools/kafka/broker.mjs';
import type { Figure } from '../figure';
import { sideBySide } from '../rounds';
import { newFolder, type Run, type Section } from '../run';
import { EVENTS_PER_MEASURE, measureStream, newMeasureEvents } from '../workload/measures';

const MESSAGES = 20_000;
const BATCH = 500;
const TOPIC = topicOf('mwu');
/** The same messages so many times: how much the first fetch brings, before the time begins, hardly counts then. */
const LONG_TOPIC = topicOf('long');
const TIMES = 8;

type Bench = Readonly<{ run: Run; brokers: string; store: SqliteEventStore; messages: readonly BusMessage[] }>;

export const kafka: Section = async (run) => {
  const { kafkaAvailable, startBroker } = (await import(
    pathToFileURL(join(run.root, 'tools/kafka/broker.mjs')).href
  )) as typeof Broker;
  const there = kafkaAvailable();
  if (!there.available) {
    run.note(`Kafka is left out: ${there.reason}`);
    return [];
  }
  const broker = await startBroker({ dataDir: newFolder(run, 'kafka') });
  try {
    const store = await seeded(run);
    const events = await store.readAll(BEFORE_ALL, MESSAGES);
    const bench = { run, brokers: broker.brokers, store, messages: events.map((event) => toBusMessage(event)) };
    const figures = [...(await publishing(bench)), ...(await consuming(bench))];
    await store.close();
    return figures;
  } finally {
    await broker.stop();
  }
};

const seeded = async (run: Run): Promise<SqliteEventStore> => {
  const store = SqliteEventStore.open(join(newFolder(run, 'kafka-store'), 'events.db'), new SystemClock());
  const measures = Array.from({ length: MESSAGES / EVENTS_PER_MEASURE }, (_, measure) => measure);
  await Promise.all(measures.map((measure) => store.append(measureStream(measure), -1, newMeasureEvents(measure))));
  return store;
};

const clientOf = (brokers: string) => new Kafka({ clientId: 'bench', brokers: [brokers], logLevel: logLevel.NOTHING });
const busOf = (brokers: string) => new KafkaMessaging({ brokers: [brokers], clientId: 'bench' });

const batches = <Item>(items: readonly Item[]): readonly (readonly Item[])[] =>
  Array.from({ length: Math.ceil(items.length / BATCH) }, (_, at) => items.slice(at * BATCH, (at + 1) * BATCH));

const since = (start: number, messages = MESSAGES): number => (messages / (performance.now() - start)) * 1000;

const publishing = async (bench: Bench): Promise<readonly Figure[]> => {
  const { run, brokers, messages } = bench;
  const bus = busOf(brokers);
  const producer = clientOf(brokers).producer({ createPartitioner: () => () => 0 });
  await producer.connect();
  const topic = async (name: string, round: number) => {
    await bus.ensureTopics([`${name}.${round}`]);
    return `${name}.${round}`;
  };
  const peer = {
    name: 'kafkajs sendBatch',
    measure: async (round: number) => {
      const to = await topic('plain', round);
      const start = performance.now();
      for (const batch of batches(messages))
        await producer.sendBatch({ acks: -1, topicMessages: [{ topic: to, messages: [...batch] }] });
      return since(start);
    },
    reach: { times: 0.8 },
  };
  const published = async (round: number) => {
    const to = await topic('published', round);
    const start = performance.now();
    for (const batch of batches(messages)) await bus.publish(to, batch);
    return since(start);
  };
  const figures = [
    ...(await sideBySide(run.rounds, { name: 'publish to Kafka', unit: 'messages/s' }, published, [peer])),
    ...(await sideBySide(
      run.rounds,
      { name: 'relay from the event store to Kafka', unit: 'messages/s' },
      (round) => relayed(bench, bus, `bench${String.fromCharCode(97 + round)}`),
      [{ ...peer, measure: (round) => peer.measure(round + run.rounds) }],
    )),
  ];
  await producer.disconnect();
  await bus.close();
  return figures;
};

/** Read, checked and decoded from the store, published, and its place saved after each batch. */
const relayed = async ({ run, store }: Bench, messaging: KafkaMessaging, ministry: string): Promise<number> => {
  await messaging.ensureTopics([topicOf(ministry)]);
  const checkpoints = new SqliteCheckpoints(join(newFolder(run, `relay-${ministry}`), 'checkpoints.db'));
  const done = new Promise<void>((resolve) => {
    const save = checkpoints.save.bind(checkpoints);
    checkpoints.save = async (reader, position) => {
      await save(reader, position);
      if (position >= MESSAGES) resolve();
    };
  });
  const start = performance.now();
  const relay = startRelay({ ministry, store, messaging, checkpoints });
  await done;
  const rate = since(start);
  await relay.stop();
  checkpoints.close();
  return rate;
};

const consuming = async ({ run, brokers, messages }: Bench): Promise<readonly Figure[]> => {
  const bus = busOf(brokers);
  await bus.ensureTopics([TOPIC, LONG_TOPIC]);
  for (const batch of batches(messages)) {
    await bus.publish(TOPIC, batch);
    for (let time = 0; time < TIMES; time += 1) await bus.publish(LONG_TOPIC, batch);
  }
  const peer = { name: 'kafkajs eachBatch that does nothing', reach: { times: 0.8 } };
  const figures = [
    ...(await sideBySide(
      run.rounds,
      { name: 'consume from Kafka', unit: 'messages/s' },
      (round) => consumed(bus, round),
      [{ ...peer, measure: (round) => consumedByNothing(brokers, LONG_TOPIC, `first.${round}`) }],
    )),
    ...(await sideBySide(
      run.rounds,
      { name: 'consume from Kafka and project', unit: 'messages/s' },
      (round) => consumedAndProjected(run, bus, round),
      [{ ...peer, measure: (round) => consumedByNothing(brokers, TOPIC, `second.${round}`) }],
    )),
  ];
  await bus.close();
  return figures;
};

/** Through the port, by a reader that does nothing either. */
const consumed = async (messaging: KafkaMessaging, round: number): Promise<number> => {
  const throughput = new Throughput(MESSAGES * TIMES);
  let count = 0;
  const reading = await messaging.subscribe({
    ...{ reader: `bench.nothing.${round}`, topics: [LONG_TOPIC], startAt: () => Promise.resolve(0) },
    handle: (received) => {
      throughput.begin();
      count += received.length;
      if (count >= throughput.messages) throughput.end();
      return Promise.resolve();
    },
  });
  const rate = await throughput.rate;
  await reading.stop();
  return rate;
};

const consumedAndProjected = async (run: Run, messaging: KafkaMessaging, round: number): Promise<number> => {
  const file = join(newFolder(run, `consume-${round}`), 'statewide.db');
  const readModel = await openReadModel({ file, projections: allProjections, events: allEvents });
  const throughput = new Throughput(MESSAGES);
  const ingest = await startIngest({
    readModel: {
      startAt: (topic) => readModel.startAt(topic),
      ingest: (received) => {
        throughput.begin();
        return readModel.ingest(received);
      },
      project: async () => {
        await readModel.project();
        if ((await readModel.positions()).mwu === MESSAGES - 1) throughput.end();
      },
      whileRunner: (start) => readModel.whileRunner(start),
    },
    ...{ messaging, reader: `bench.${round}`, topics: [TOPIC] },
  });
  const rate = await throughput.rate;
  await ingest.stop();
  await readModel.close();
  return rate;
};

const consumedByNothing = async (brokers: string, topic: string, round: string): Promise<number> => {
  const consumer = clientOf(brokers).consumer({ groupId: `plain.${round}`, maxWaitTimeInMs: 500 });
  await consumer.connect();
  await consumer.subscribe({ topics: [topic], fromBeginning: true });
  const throughput = new Throughput(topic === TOPIC ? MESSAGES : MESSAGES * TIMES);
  let count = 0;
  await consumer.run({
    eachBatch: ({ batch }) => {
      throughput.begin();
      count += batch.messages.length;
      if (count >= throughput.messages) throughput.end();
      return Promise.resolve();
    },
  });
  const rate = await throughput.rate;
  await consumer.disconnect();
  return rate;
};

/** From the first batch to the last: how long joining a group takes is the broker's affair. */
class Throughput {
  readonly rate: Promise<number>;
  private answer: (rate: number) => void = () => undefined;
  private start = 0;

  constructor(readonly messages: number) {
    this.rate = new Promise((resolve) => (this.answer = resolve));
  }

  begin(): void {
    this.start ||= performance.now();
  }

  end(): void {
    this.answer(since(this.start, this.messages));
  }
}
