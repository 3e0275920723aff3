// Brings a house's events from its store to the bus.
import { setTimeout as pause } from 'node:timers/promises';

import { toBusMessage } from '@zielwerk/contracts';
import {
  BEFORE_ALL,
  type Checkpoints,
  CorruptEvent,
  type EventStore,
  type Messaging,
  type Position,
  type Running,
  type StoredEvent,
  topicOf,
} from '@zielwerk/kernel';

import { Backoff, type Warn } from './backoff';
import { MOST_MESSAGES } from './batch';

const LAG_COUNTED = 1_000;
// After so many, waiting for more would save nothing.
const ENOUGH = 50;
const LONGEST_REST_MS = 10;

export type RelayParts = Readonly<{
  ministry: string;
  store: EventStore;
  messaging: Messaging;
  checkpoints: Checkpoints;
  warn?: Warn;
}>;

export interface Relay extends Running {
  /** Up to here, in the store's positions, everything is on the bus. */
  position(): Position;
  /** Why nothing moves now; undefined when all is well. After a CorruptEvent nothing will move again. */
  trouble(): Error | undefined;
  /** How many events are not on the bus yet, counted up to 1,000. */
  lag(): Promise<number>;
}

/**
 * Publishes the store's events in commit order, one batch in flight, and saves the position after each. Whatever fails
 * is tried again for ever, from the saved position: an event may be published twice but none is left out and none
 * overtakes another. Only a CorruptEvent ends it, because to go on would be to skip a decision.
 */
export const startRelay = (parts: RelayParts): Relay => new StartedRelay(parts);

class StartedRelay implements Relay {
  private readonly ending = new AbortController();
  private readonly backoff = new Backoff(this.ending.signal);
  private readonly topic: string;
  private readonly reader: string;
  private readonly ended: Promise<void>;
  private reached: Position | undefined;
  private failure: Error | undefined;

  constructor(private readonly parts: RelayParts) {
    this.topic = topicOf(parts.ministry);
    this.reader = `${parts.ministry}.relay`;
    this.ended = this.run();
  }

  position(): Position {
    return this.reached ?? BEFORE_ALL;
  }

  trouble(): Error | undefined {
    return this.failure;
  }

  async lag(): Promise<number> {
    return (await this.parts.store.readAll(this.position(), LAG_COUNTED)).length;
  }

  async stop(): Promise<void> {
    this.ending.abort();
    await this.ended;
  }

  private async run(): Promise<void> {
    while (!this.ending.signal.aborted && !(this.failure instanceof CorruptEvent)) {
      try {
        await this.relay(await this.begin());
      } catch (error) {
        this.failed(error);
      }
      await this.backoff.pause();
    }
  }

  private failed(error: unknown): void {
    this.failure = error instanceof Error ? error : new Error(String(error));
    const outlook = error instanceof CorruptEvent ? 'has stopped for good' : 'tries again';
    this.warn(`The relay of ${this.parts.ministry} cannot publish and ${outlook}: ${this.failure.message}`, error);
  }

  private warn(message: string, cause: unknown): void {
    this.parts.warn?.(message, cause);
  }

  private async begin(): Promise<Position> {
    const { messaging, checkpoints, store } = this.parts;
    this.reached ??= await checkpoints.load(this.reader);
    await messaging.ensureTopics([this.topic]);
    // With nothing left to publish no success would ever end the trouble.
    if (this.failure && (await store.readAll(this.reached, 1)).length === 0) this.failure = undefined;
    return this.reached;
  }

  private async relay(from: Position): Promise<void> {
    for await (const events of this.parts.store.subscribe(from, this.ending.signal)) {
      for (let start = 0; start < events.length; start += MOST_MESSAGES) {
        if (this.ending.signal.aborted) return;
        const batch = events.slice(start, start + MOST_MESSAGES);
        const since = performance.now();
        await this.publish(batch);
        await this.rest(batch.length, since);
      }
    }
  }

  /** Waits after few events for as long as they took: a batch costs more than an event, and the next one takes all that come until then. */
  private async rest(count: number, since: number): Promise<void> {
    if (count >= ENOUGH) return;
    const { signal } = this.ending;
    await pause(Math.min(performance.now() - since, LONGEST_REST_MS), undefined, { signal }).catch(() => undefined);
  }

  private async publish(events: readonly StoredEvent[]): Promise<void> {
    const last = events.at(-1);
    if (!last) return;
    await this.parts.messaging.publish(
      this.topic,
      events.map((event) => toBusMessage(event)),
    );
    this.reached = last.position;
    this.failure = undefined;
    this.backoff.reset();
    // A position that is not saved costs a repetition after a restart, and the next save makes up for it.
    await this.parts.checkpoints
      .save(this.reader, last.position)
      .catch((error: unknown) => this.warn(`The relay of ${this.parts.ministry} could not save where it is.`, error));
  }
}
