import { toBusMessage, WITHHELD } from '@zielwerk/contracts';
import {
  checksumOf,
  CorruptEvent,
  type EventStore,
  type Messaging,
  NO_REVISION,
  type ReceivedMessage,
  RowChecksum,
  topicOf,
} from '@zielwerk/kernel';

import { type Check, Inquiry } from './check';
import { contentOf, eventsOf, placeIn, readTopic } from './sources';

export type House = Readonly<{ store: EventStore; messaging: Messaging; ministry: string }>;

/**
 * B1. Each event of the store is on the house's topic as `toBusMessage` makes it, and nothing else is. The same message
 * twice is a redelivery, and is counted. To be asked of a house that rests: what is not relayed yet is missing.
 */
export const busHasTheStore = async ({ store, messaging, ministry }: House): Promise<Check> => {
  const inquiry = new Inquiry('B1');
  const expected = new Map<string, string>();
  const stored = new RowChecksum();
  for await (const event of eventsOf(store)) {
    inquiry.count('events');
    if (event instanceof CorruptEvent) {
      inquiry.find(
        `position ${event.position} (${event.stream})`,
        'It cannot be compared: the store does not serve it.',
      );
      continue;
    }
    const message = toBusMessage(event);
    const content = contentOf({ ...message, value: Buffer.from(message.value) });
    expected.set(placeIn(message), checksumOf([content]));
    stored.add(content);
  }

  const seen = new Set<string>();
  const published = new RowChecksum();
  await readTopic(messaging, topicOf(ministry), (message) => {
    const place = placeIn(message);
    inquiry.count('messages');
    if (message.headers.ce_type === WITHHELD) inquiry.count('withheld');
    const difference = differenceOf(expected.get(place), message);
    if (difference !== null) inquiry.find(`${place} (offset ${message.offset})`, difference);
    if (seen.has(place)) inquiry.count('redelivered');
    else published.add(contentOf(message));
    seen.add(place);
  });
  for (const place of expected.keys())
    if (!seen.has(place)) inquiry.find(place, 'It is in the store and not on the bus.');
  inquiry.sum('store', stored.toString());
  inquiry.sum('bus', published.toString());
  return inquiry.result();
};

const differenceOf = (expected: string | undefined, message: ReceivedMessage): string | null => {
  if (expected === undefined) return 'It is on the bus and not in the store.';
  return checksumOf([contentOf(message)]) === expected ? null : 'The message is not what the store has.';
};

/** B2. Under each key revisions come in order, none before the one it follows; earlier ones may come again. */
export const busIsInOrder = async ({ messaging, ministry }: Pick<House, 'messaging' | 'ministry'>): Promise<Check> => {
  const inquiry = new Inquiry('B2');
  const heads = new Map<string, number>();
  await readTopic(messaging, topicOf(ministry), ({ key, offset, headers }) => {
    inquiry.count('messages');
    const head = heads.get(key) ?? NO_REVISION;
    const revision = Number(headers.ce_revision);
    if (!(revision <= head + 1)) inquiry.find(`${key} (offset ${offset})`, `Revision ${revision} follows ${head}.`);
    if (revision > head) heads.set(key, revision);
  });
  inquiry.count('keys', heads.size);
  return inquiry.result();
};
