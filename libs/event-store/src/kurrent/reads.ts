import type { AllStreamResolvedEvent, RecordedEvent } from '@kurrent/kurrentdb-client';
import {
  BEFORE_ALL,
  CorruptEvent,
  NO_REVISION,
  type Position,
  type StoredEvent,
  StoreUnavailable,
} from '@zielwerk/kernel';
import { type Connection, ownStreams } from './connection';
import { logPositionOf } from './position';
import { storedEventOf } from './recorded-event';
import { isPassing, within } from './trouble';

type Resolved = Readonly<{ event?: RecordedEvent }>;

const isOfNoStream = (error: unknown): boolean => (error as { type?: unknown }).type === 'stream-not-found';

/** Nothing where the stream does not exist. Throws StoreUnavailable when an answer or its next part does not come. */
const collect = async (events: AsyncIterator<Resolved>, timeout: number): Promise<readonly RecordedEvent[]> => {
  const recorded: RecordedEvent[] = [];
  try {
    for (;;) {
      const next = await within(timeout, events.next());
      if (next.done === true) return recorded;
      if (next.value.event) recorded.push(next.value.event);
    }
  } catch (error) {
    if (isOfNoStream(error)) return [];
    if (isPassing(error)) throw new StoreUnavailable('KurrentDB could not be read.', { cause: error });
    throw error;
  }
};

/** The stream's last revision. */
export const readHead = async ({ client, namespace, timeout }: Connection, stream: string): Promise<number> => {
  const newestFirst = { direction: 'backwards', fromRevision: 'end', maxCount: 1 } as const;
  const [last] = await collect(client.readStream(namespace + stream, newestFirst)[Symbol.asyncIterator](), timeout);
  return last ? Number(last.revision) : NO_REVISION;
};

export const readStream = async (
  { client, namespace, timeout }: Connection,
  stream: string,
  from: number,
): Promise<readonly StoredEvent[]> => {
  const events = client.readStream(namespace + stream, { fromRevision: BigInt(from) });
  const recorded = await collect(events[Symbol.asyncIterator](), timeout);
  return recorded.map((event, i) => {
    // Somebody set a limit on the stream, or truncated it.
    if (event.revision !== BigInt(from + i))
      throw new CorruptEvent(BEFORE_ALL, stream, `revision ${from + i} is missing`);
    return storedEventOf(event, stream);
  });
};

export const streamIn = ({ namespace }: Connection, { streamId }: RecordedEvent): string =>
  streamId.slice(namespace.length);

export const readAll = async (
  connection: Connection,
  after: Position,
  limit: number,
): Promise<readonly StoredEvent[]> => {
  // The server begins with the event at the position itself: it is asked for one more, which is left out here.
  const start =
    after === BEFORE_ALL
      ? ({ fromPosition: 'start', maxCount: limit } as const)
      : { fromPosition: logPositionOf(after), maxCount: limit + 1 };
  const events = connection.client.readAll({ ...start, filter: ownStreams(connection) });
  const recorded = await collect(events[Symbol.asyncIterator](), connection.timeout);
  return recorded
    .filter(({ position }) => Number(position?.commit) > after)
    .slice(0, limit)
    .map((event) => storedEventOf(event, streamIn(connection, event)));
};

/** When the house's last event was recorded; an empty text where there is none, or where it is corrupt. */
export const readLatestTime = async (connection: Connection): Promise<string> => {
  const newestFirst = { direction: 'backwards', fromPosition: 'end', maxCount: 1 } as const;
  const events: AsyncIterable<AllStreamResolvedEvent> = connection.client.readAll({
    ...newestFirst,
    filter: ownStreams(connection),
  });
  const [last] = await collect(events[Symbol.asyncIterator](), connection.timeout);
  try {
    return last ? storedEventOf(last, streamIn(connection, last)).meta.recordedAt : '';
  } catch {
    // A corrupt event's time is worth nothing; whoever reads the event is told.
    return '';
  }
};
