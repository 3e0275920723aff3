import type { AllStreamResolvedEvent, AllStreamSubscription } from '@kurrent/kurrentdb-client';
import { BEFORE_ALL, type Position, type StoredEvent, StoreUnavailable } from '@zielwerk/kernel';
import { type Connection, ownStreams } from './connection';
import { type LogPosition, logPositionOf } from './position';
import { streamIn } from './reads';
import { storedEventOf } from './recorded-event';

/** So many events wait for a slow reader; the server keeps the others. */
const MOST_WAITING = 500;

/** What one subscription of the client brings, from a position on, until it fails once: then it brings nothing more. */
export class Arrivals {
  private readonly subscription: AllStreamSubscription;
  private readonly confirming: NodeJS.Timeout;
  private waiting: StoredEvent[] = [];
  private failure: Error | undefined;
  private last: Position;
  private searched: Position;
  private wake = (): void => undefined;

  constructor(
    private readonly connection: Connection,
    after: Position,
  ) {
    this.last = after;
    this.searched = after;
    const checkpointReached = (_: unknown, position: LogPosition) => this.mark(position);
    this.subscription = connection.client.subscribeToAll({
      fromPosition: after === BEFORE_ALL ? 'start' : logPositionOf(after),
      filter: { ...ownStreams(connection), checkpointReached },
    });
    const { timeout } = connection;
    this.confirming = setTimeout(() => this.fail(new StoreUnavailable(`No answer for ${timeout} ms.`)), timeout);
    this.subscription.on('confirmation', () => clearTimeout(this.confirming));
    this.subscription.on('data', (resolved: AllStreamResolvedEvent) => this.take(resolved));
    // Also after it was let go: an error that nobody listens to would end the process.
    this.subscription.on('error', (error) => this.fail(error));
    this.subscription.on('end', () => this.fail(new StoreUnavailable('The subscription has ended.')));
  }

  /** Up to here the next subscription need not search again. */
  get position(): Position {
    return Math.max(this.last, this.searched);
  }

  /**
   * What has arrived since, as soon as there is something; nothing once the signal is given. Throws what the subscription
   * failed of, behind the last that it brought.
   */
  async next(signal: AbortSignal): Promise<readonly StoredEvent[]> {
    while (this.waiting.length === 0 && this.failure === undefined && !signal.aborted) await this.arrival(signal);
    if (signal.aborted) return [];
    const batch = this.waiting;
    this.waiting = [];
    if (batch.length === 0 && this.failure) throw this.failure;
    this.subscription.resume();
    return batch;
  }

  letGo(): void {
    clearTimeout(this.confirming);
    this.failure ??= new StoreUnavailable('The subscription was let go.');
    // It may never have come about; then there is nothing to let go of.
    this.subscription.unsubscribe().catch(() => undefined);
  }

  private take({ event }: AllStreamResolvedEvent): void {
    if (this.failure || !event) return;
    try {
      const stored = storedEventOf(event, streamIn(this.connection, event));
      // An event that is sent a second time.
      if (stored.position <= this.last) return;
      this.last = stored.position;
      this.waiting.push(stored);
      if (this.waiting.length >= MOST_WAITING) this.subscription.pause();
      this.wake();
    } catch (error) {
      this.fail(error as Error);
    }
  }

  /** Only where nothing that stands before it is still on its way to us. */
  private mark({ commit }: LogPosition): void {
    if (!this.failure && this.subscription.readableLength === 0) this.searched = Number(commit);
  }

  private fail(error: Error): void {
    clearTimeout(this.confirming);
    this.failure ??= error;
    this.wake();
  }

  private async arrival(signal: AbortSignal): Promise<void> {
    await new Promise<void>((resolve) => {
      this.wake = () => resolve();
      signal.addEventListener('abort', this.wake);
    });
    signal.removeEventListener('abort', this.wake);
  }
}
