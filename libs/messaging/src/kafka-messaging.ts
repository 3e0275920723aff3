// The bus of a state whose houses run their own services: Kafka.
import { type BusMessage, Messaging, type Running, type Subscription } from '@zielwerk/kernel';
import {
  type Admin,
  Kafka,
  type KafkaConfig as ClientConfig,
  logLevel,
  type Producer,
  type SASLOptions,
} from 'kafkajs';

import type { Warn } from './backoff';
import { quietLogger } from './kafka-logger';
import { KafkaPublisher } from './kafka-publisher';
import { KafkaReader } from './kafka-reader';
import { explained } from './kafka-refusal';

export type KafkaConfig = Readonly<{
  /** `host:port` each. */
  brokers: readonly string[];
  clientId: string;
  /** Copies of each topic that is created here; by default what the brokers are set to. */
  replicationFactor?: number;
  ssl?: ClientConfig['ssl'];
  sasl?: Readonly<{ mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512'; username: string; password: string }>;
  /** How long the broker may keep a fetch that finds nothing; a reader that stops waits for it. In ms, by default 500. */
  maxWaitTimeInMs?: number;
  /** After how long without a sign of life a reader's topics go to another one. In ms, by default 10,000. */
  sessionTimeoutInMs?: number;
}>;

// An attempt gives up within seconds; who called it tries again, and says so.
const RETRY = { initialRetryTime: 100, multiplier: 2, maxRetryTime: 1_000, retries: 5 };
// One event may be larger than the 1 MiB that is Kafka's default.
const TOPIC = {
  'retention.ms': '-1',
  'retention.bytes': '-1',
  'cleanup.policy': 'delete',
  'max.message.bytes': '8388608',
};

// So much of one topic comes at once, twice as much as by default: who catches up asks more seldom. The other topics wait
// until it is dealt with.
const FETCHED_BYTES = 2 * 1_048_576;

const onePartition = () => () => 0;

/** Publishes each topic in the order of the calls. A message may be there twice when a connection broke. */
export class KafkaMessaging extends Messaging {
  private readonly kafka: Kafka;
  private readonly publishers = new Map<string, KafkaPublisher>();
  private readonly readers = new Set<KafkaReader>();
  private producing: Promise<Producer> | undefined;
  private administering: Promise<Admin> | undefined;
  private closed = false;

  /** Connects when there is something to do. */
  constructor(
    private readonly config: KafkaConfig,
    private readonly warn: Warn = () => undefined,
  ) {
    super();
    const { brokers, clientId, ssl, sasl } = config;
    this.kafka = new Kafka({
      brokers: [...brokers],
      clientId,
      ...(ssl !== undefined && { ssl }),
      // The client's type wants a union of mechanisms where one record with any of them is meant.
      ...(sasl && { sasl: sasl as SASLOptions }),
      retry: RETRY,
      logLevel: logLevel.ERROR,
      logCreator: quietLogger(warn),
    });
  }

  override async ensureTopics(topics: readonly string[]): Promise<void> {
    const admin = await this.admin();
    const partitions = await partitionsIn(admin);
    const divided = topics.find((topic) => (partitions.get(topic) ?? 1) !== 1);
    if (divided) throw new Error(`${divided} must have one partition: with several, a house's facts have no order.`);
    const missing = [...new Set(topics)].filter((topic) => !partitions.has(topic));
    if (missing.length > 0) await this.create(admin, missing);
  }

  override async publish(topic: string, messages: readonly BusMessage[]): Promise<void> {
    this.mustBeOpen();
    const publisher = this.publishers.get(topic) ?? new KafkaPublisher(topic, () => this.producer());
    this.publishers.set(topic, publisher);
    await publisher.publish(messages);
  }

  /** Resolves at once; the broker may be away still. */
  override subscribe(subscription: Subscription): Promise<Running> {
    return new Promise((resolve) => {
      this.mustBeOpen();
      const reader = new KafkaReader(subscription, {
        consumer: (groupId) => this.consumer(groupId),
        ensureTopics: (topics) => this.ensureTopics(topics),
        warn: this.warn,
      });
      this.readers.add(reader);
      resolve({ stop: () => reader.stop().finally(() => this.readers.delete(reader)) });
    });
  }

  override async endOf(topic: string): Promise<number> {
    const admin = await this.admin();
    // Asked for the end of a topic that is not there, kafkajs tries for seconds to find it.
    if (!(await partitionsIn(admin)).has(topic)) return 0;
    const [end] = await admin.fetchTopicOffsets(topic);
    return Number(end?.high ?? 0);
  }

  override async close(): Promise<void> {
    this.closed = true;
    await Promise.all([...this.readers].map((reader) => reader.stop()));
    await Promise.all([...this.publishers.values()].map((publisher) => publisher.idle()));
    const connections = await Promise.allSettled([this.producing, this.administering]);
    for (const one of connections) if (one.status === 'fulfilled') await one.value?.disconnect();
  }

  private mustBeOpen(): void {
    if (this.closed) throw new Error('The bus is closed.');
  }

  private async create(admin: Admin, topics: readonly string[]): Promise<void> {
    try {
      await admin.createTopics({ topics: topics.map((topic) => this.topicConfig(topic)) });
    } catch (error) {
      throw explained(error, `to make topics, and there is none called ${topics.join(', ')}`);
    }
  }

  private topicConfig(topic: string) {
    const { replicationFactor } = this.config;
    return {
      topic,
      numPartitions: 1,
      ...(replicationFactor !== undefined && { replicationFactor }),
      configEntries: Object.entries(TOPIC).map(([name, value]) => ({ name, value })),
    };
  }

  private consumer(groupId: string) {
    const { maxWaitTimeInMs = 500, sessionTimeoutInMs: sessionTimeout = 10_000 } = this.config;
    return this.kafka.consumer({
      groupId,
      maxWaitTimeInMs,
      maxBytesPerPartition: FETCHED_BYTES,
      sessionTimeout,
      heartbeatInterval: Math.floor(sessionTimeout / 5),
      allowAutoTopicCreation: false,
      // kafkajs restarts after some crashes only, and then also a consumer that is being stopped. The reader does it.
      retry: { ...RETRY, restartOnFailure: () => Promise.resolve(false) },
    });
  }

  private producer(): Promise<Producer> {
    this.producing ??= connected(
      this.kafka.producer({ allowAutoTopicCreation: false, createPartitioner: onePartition }),
    ).catch((error: unknown) => {
      this.producing = undefined;
      throw error;
    });
    return this.producing;
  }

  private async admin(): Promise<Admin> {
    this.mustBeOpen();
    this.administering ??= connected(this.kafka.admin()).catch((error: unknown) => {
      this.administering = undefined;
      throw error;
    });
    return this.administering;
  }
}

const connected = async <Client extends Admin | Producer>(client: Client): Promise<Client> => {
  await client.connect();
  return client;
};

const partitionsIn = async (admin: Admin): Promise<ReadonlyMap<string, number>> => {
  const { topics } = await admin.fetchTopicMetadata();
  return new Map(topics.map(({ name, partitions }) => [name, partitions.length]));
};
