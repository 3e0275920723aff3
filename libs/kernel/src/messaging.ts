/** What a house publishes: CloudEvents attributes as headers, the data as JSON text. `key` is the stream. */
export type BusMessage = Readonly<{ key: string; value: string; headers: Readonly<Record<string, string>> }>;

/** A message as it arrived, byte for byte. `offset` is its place in the topic, rising from 0. */
export type ReceivedMessage = Readonly<{
  topic: string;
  offset: number;
  key: string;
  value: Buffer;
  headers: Readonly<Record<string, string>>;
}>;

export type Subscription = Readonly<{
  /** Readers of one name share the work: a topic is delivered to one of them at a time. */
  reader: string;
  topics: readonly string[];
  /** The offset to start a topic from: the reader's own record of the next message it wants. Asked at each assignment. */
  startAt: (topic: string) => Promise<number>;
  /** Messages of one topic, in order. Delivered again, after a pause, when the promise rejects; nothing later comes before. */
  handle: (messages: readonly ReceivedMessage[]) => Promise<void>;
}>;

export interface Running {
  /** Lets a batch in work end, then stops. */
  stop(): Promise<void>;
}

/** Topics with one partition each, kept for ever. Delivers at least once and in order. Its conformance suite is the full contract. */
export abstract class Messaging {
  /** Creates the topics that are missing. */
  abstract ensureTopics(topics: readonly string[]): Promise<void>;

  /** Resolves once all messages are durable, in this order, whole or (on a rejection) at least not reordered. */
  abstract publish(topic: string, messages: readonly BusMessage[]): Promise<void>;

  /** Delivers what is there and what comes, until stopped. Survives a broker that goes away and comes back. */
  abstract subscribe(subscription: Subscription): Promise<Running>;

  /** The offset that the next message of the topic will get: 0 for an empty topic. */
  abstract endOf(topic: string): Promise<number>;

  abstract close(): Promise<void>;
}

/** The topic a house publishes on, and nobody else. */
export const topicOf = (ministry: string): string => `zielwerk.${ministry}.events`;
export const ministryOf = (topic: string): string => topic.split('.')[1] ?? '';
