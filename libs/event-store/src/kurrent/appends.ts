import type { WrongExpectedVersionError } from '@kurrent/kurrentdb-client';
import { type Appended, NO_REVISION, StaleStream, StoreUnavailable } from '@zielwerk/kernel';
import { randomUUID } from 'node:crypto';
import type { EventText } from '../event-text';
import { type Connection, prefixOf } from './connection';
import { positionOf } from './position';
import { type EventData, eventDataOf } from './recorded-event';
import { readHead } from './reads';
import { backOff, isPassing, within } from './trouble';

/** What is sent, and sent again as it is: the server knows it by the ids of its events. */
type Append = Readonly<{ stream: string; expected: number; events: EventData[] }>;

export const appendOf = (
  { stream, expected }: Omit<Append, 'events'>,
  texts: readonly EventText[],
  recordedAt: string,
): Append => ({
  stream,
  expected,
  events: texts.map((text, i) => eventDataOf({ stream, revision: expected + 1 + i, recordedAt }, text)),
});

const isRevision = (expected: number): boolean => Number.isSafeInteger(expected) && expected >= NO_REVISION;

const sendOnce = async (
  { client, namespace, timeout }: Connection,
  { stream, expected, events }: Append,
): Promise<Appended> => {
  const streamState = expected === NO_REVISION ? 'no_stream' : BigInt(expected);
  // The server is only told of the deadline; that nothing comes back is noticed here.
  const appending = client.appendToStream(namespace + stream, events, { streamState, deadline: timeout });
  const { nextExpectedRevision, position } = await within(timeout, appending);
  if (!position) throw new Error(`KurrentDB does not say where it wrote to ${stream}.`);
  return { revision: Number(nextExpectedRevision), position: positionOf(position) };
};

const isConflict = (error: unknown): error is WrongExpectedVersionError =>
  (error as { type?: unknown }).type === 'wrong-expected-version';

const staleStream = ({ stream, expected }: Append, { actualState }: WrongExpectedVersionError): StaleStream => {
  const actual = typeof actualState === 'bigint' ? Number(actualState) : NO_REVISION;
  return new StaleStream(stream, expected, actual);
};

/**
 * Sends an append until its outcome is known: events that are there already are written no second time. Throws
 * StaleStream, or StoreUnavailable when the outcome is still unknown after the last attempt.
 */
export const send = async (connection: Connection, append: Append): Promise<Appended> => {
  const { stream, expected } = append;
  // Such a revision has no place in the protocol.
  if (!isRevision(expected)) throw new StaleStream(stream, expected, await readHead(connection, stream));
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await sendOnce(connection, append);
    } catch (error) {
      if (isConflict(error)) throw staleStream(append, error);
      if (!isPassing(error)) throw error;
      if (attempt >= connection.attempts)
        throw new StoreUnavailable(`Whether an append to ${stream} took effect is unknown.`, { cause: error });
      connection.warn(`An append to ${stream} was not answered and is sent again.`, error);
    }
    // Also while the store closes: an append that was accepted is seen through.
    await backOff(attempt);
  }
};

/**
 * Opens the one call that carries all appends, by one that is refused: what is sent together while that call comes about
 * would not arrive in order. Throws StoreUnavailable, or what else keeps appends from being answered.
 */
export const openAppends = async (connection: Connection): Promise<void> => {
  const nobodysStream = `${prefixOf(connection)}warm-start`;
  const nothing = {
    id: randomUUID(),
    contentType: 'application/json',
    type: 'WarmStart',
    data: {},
    metadata: {},
  } as const;
  try {
    const appending = connection.client.appendToStream(nobodysStream, nothing, { streamState: 'stream_exists' });
    await within(connection.timeout, appending);
  } catch (error) {
    if (isConflict(error)) return;
    throw isPassing(error) ? new StoreUnavailable('KurrentDB takes no appends.', { cause: error }) : error;
  }
};
