import { Unavailable } from './unavailable';
import type { EventMeta } from './message';

/** Where an event stands among all events of one store: rising in commit order, not dense, above 0. */
export type Position = number;
export const BEFORE_ALL: Position = 0;

/** The revision of a stream nobody has written to. */
export const NO_REVISION = -1;

export type StoredEvent = Readonly<{ position: Position; wireType: string; data: unknown; meta: EventMeta }>;
export type NewEvent = Readonly<{
  wireType: string;
  data: unknown;
  meta: Omit<EventMeta, 'stream' | 'revision' | 'recordedAt'>;
}>;
export type Appended = Readonly<{ revision: number; position: Position }>;

/** One house's own events. Its conformance suite is the full contract. */
export abstract class EventStore {
  /** The stream's events from that revision on, in order; none for a stream nobody wrote. Throws CorruptEvent. */
  abstract readStream(stream: string, from?: number): Promise<readonly StoredEvent[]>;

  /** At most `limit` events of all streams whose position is higher, in order. Throws CorruptEvent. */
  abstract readAll(after: Position, limit: number): Promise<readonly StoredEvent[]>;

  /**
   * Appends all events or none and answers once they are durable. `expected` is the revision of the last event the
   * caller saw, NO_REVISION when it saw none. Throws StaleStream when the stream stands elsewhere.
   */
  abstract append(stream: string, expected: number, events: readonly NewEvent[]): Promise<Appended>;

  /** All events after a position and then each new one, in batches, in order, none missing, none twice; ends with the signal. */
  abstract subscribe(after: Position, signal: AbortSignal): AsyncIterable<readonly StoredEvent[]>;

  /** Answers what was accepted, then lets go of files and connections. */
  abstract close(): Promise<void>;
}

/** Where a reader of a store or of the bus has got to. A position that is lost or late only means reading again. */
export abstract class Checkpoints {
  /** BEFORE_ALL for a reader that never saved one. */
  abstract load(reader: string): Promise<number>;
  abstract save(reader: string, position: number): Promise<void>;
}

export class StaleStream extends Error {
  override readonly name = 'StaleStream';

  constructor(
    readonly stream: string,
    readonly expected: number,
    readonly actual: number,
  ) {
    super(`${stream} is at revision ${actual}, not ${expected}.`);
  }
}

/** The store cannot be reached, or does not answer. After an append, whether it took effect is unknown unless it says so. */
export class StoreUnavailable extends Unavailable {
  override readonly name: string = 'StoreUnavailable';
}

/** A stored event that is not, byte for byte, what was appended. It is named and never served. */
export class CorruptEvent extends Error {
  override readonly name = 'CorruptEvent';

  constructor(
    readonly position: Position,
    readonly stream: string,
    readonly reason: string,
  ) {
    super(`The event at position ${position} (${stream}) is not what was appended: ${reason}.`);
  }
}
