import { randomUUID } from 'node:crypto';

import {
  BEFORE_ALL,
  CorruptEvent,
  type EventStore,
  type Messaging,
  type ReceivedMessage,
  type StoredEvent,
} from '@zielwerk/kernel';

const PAGE = 1000;

/** All events of a store in order. One that the store will not serve comes as the error that names it. */
export async function* eventsOf(store: EventStore): AsyncGenerator<StoredEvent | CorruptEvent> {
  let after = BEFORE_ALL;
  let limit = PAGE;
  for (;;) {
    const page = await readable(store, after, limit);
    if (page instanceof CorruptEvent && limit > 1) {
      // Somewhere in this page: what comes before it can still be read.
      limit = 1;
    } else if (page instanceof CorruptEvent) {
      yield page;
      after = page.position;
      limit = PAGE;
    } else {
      yield* page;
      const last = page.at(-1);
      if (!last) return;
      after = last.position;
    }
  }
}

const readable = (store: EventStore, after: number, limit: number): Promise<readonly StoredEvent[] | CorruptEvent> =>
  store.readAll(after, limit).catch((error: unknown) => {
    if (error instanceof CorruptEvent) return error;
    throw error;
  });

/** Shows all messages that a topic has now, in order, and ends. */
export const readTopic = async (
  messaging: Messaging,
  topic: string,
  show: (message: ReceivedMessage) => void,
): Promise<void> => {
  const end = await messaging.endOf(topic);
  if (end === 0) return;
  let next = 0;
  let done: () => void = () => undefined;
  const reached = new Promise<void>((resolve) => {
    done = resolve;
  });
  const running = await messaging.subscribe({
    // Nobody else's: it must get all of it, and leave no trace in what others have read.
    reader: `zielwerk.verify.${randomUUID()}`,
    topics: [topic],
    startAt: () => Promise.resolve(next),
    handle: (messages) => {
      for (const message of messages) {
        if (message.offset >= next && message.offset < end) show(message);
        next = Math.max(next, message.offset + 1);
      }
      if (next >= end) done();
      return Promise.resolve();
    },
  });
  await reached;
  await running.stop();
};

/** A message without its place in a topic: the same wherever and how often it was sent. */
export const contentOf = ({
  key,
  value,
  headers,
}: Pick<ReceivedMessage, 'key' | 'headers'> & { value: Buffer | string }) => ({
  key,
  value: typeof value === 'string' ? value : value.toString('base64'),
  headers,
});

/** Which event a message claims to be. */
export const placeIn = ({ headers }: Pick<ReceivedMessage, 'headers'>): string =>
  `${headers.ce_subject ?? '?'}@${headers.ce_revision ?? '?'}`;
