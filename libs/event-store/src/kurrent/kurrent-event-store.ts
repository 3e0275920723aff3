import {
  type Appended,
  type Clock,
  EventStore,
  type NewEvent,
  type Position,
  type StoredEvent,
  StoreUnavailable,
} from '@zielwerk/kernel';
import { textsOf } from '../event-text';
import { appendOf, openAppends, send } from './appends';
import { connect, type Connection, type KurrentSettings } from './connection';
import { follow } from './follow';
import { readAll, readLatestTime, readStream } from './reads';

/**
 * When the house's last event was recorded. A house without one makes the server search its whole log: it is not waited
 * for longer than for any answer, as so old a time only matters to a clock that was set back as far.
 */
const latestTimeIn = async (connection: Connection): Promise<string> => {
  try {
    return await readLatestTime(connection);
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    connection.warn(`When ${connection.ministry} last recorded something was not found in time.`, error);
    return '';
  }
};

/**
 * One house's events on a KurrentDB server, where those of other houses may stand beside them. Every event read is
 * checked against its content hash. What does not answer is StoreUnavailable.
 */
export class KurrentEventStore extends EventStore {
  private readonly ending = new AbortController();
  private readonly underway = new Set<Promise<unknown>>();
  private closing: Promise<void> | undefined;

  /** Connects, and makes the client's first reading and first append, which are its slowest. Throws StoreUnavailable. */
  static async open(settings: KurrentSettings, clock: Clock): Promise<KurrentEventStore> {
    const connection = await connect(settings);
    try {
      // Of two that fail, the second one says that the server is away.
      const [latest] = await Promise.all([latestTimeIn(connection), openAppends(connection)]);
      return new KurrentEventStore(connection, clock, latest);
    } catch (error) {
      await connection.client.dispose();
      throw error;
    }
  }

  private constructor(
    private readonly connection: Connection,
    private readonly clock: Clock,
    private lastRecordedAt: string,
  ) {
    super();
  }

  override readStream(stream: string, from = 0): Promise<readonly StoredEvent[]> {
    return this.whileOpen(() => readStream(this.connection, stream, from));
  }

  override readAll(after: Position, limit: number): Promise<readonly StoredEvent[]> {
    return this.whileOpen(() => readAll(this.connection, after, limit));
  }

  override append(stream: string, expected: number, events: readonly NewEvent[]): Promise<Appended> {
    return this.whileOpen(() => {
      const texts = textsOf(stream, events);
      this.assertOwn(stream);
      return send(this.connection, appendOf({ stream, expected }, texts, this.recordedNow()));
    });
  }

  override subscribe(after: Position, signal: AbortSignal): AsyncIterable<readonly StoredEvent[]> {
    return follow(this.connection, after, AbortSignal.any([signal, this.ending.signal]));
  }

  override close(): Promise<void> {
    this.closing ??= this.end();
    return this.closing;
  }

  private async end(): Promise<void> {
    this.ending.abort();
    await Promise.allSettled(this.underway);
    // Without this the process would not end.
    await this.connection.client.dispose();
  }

  /** Another house's events would be read by nobody: the house of a store is the one whose streams it reads. */
  private assertOwn(stream: string): void {
    const { ministry } = this.connection;
    if (!stream.startsWith(`${ministry}.`)) throw new TypeError(`${stream} is no stream of ${ministry}.`);
  }

  private recordedNow(): string {
    const now = this.clock.now().toISOString();
    // Wall clocks are set back; the order in which we came to know things is not.
    if (now > this.lastRecordedAt) this.lastRecordedAt = now;
    return this.lastRecordedAt;
  }

  private async whileOpen<T>(work: () => Promise<T>): Promise<T> {
    if (this.closing) throw new Error('The event store is closed.');
    const answer = work();
    this.underway.add(answer);
    try {
      return await answer;
    } finally {
      this.underway.delete(answer);
    }
  }
}
