import {
  type Appended,
  EventStore,
  type NewEvent,
  type Position,
  StaleStream,
  type StoredEvent,
} from '@zielwerk/kernel';

import type { ServiceMetrics } from './metrics';

type Counted = Pick<ServiceMetrics, 'appended' | 'committed' | 'conflicted'>;

/** Any event store, its appends timed and counted. */
export class MeasuredEventStore extends EventStore {
  private together = 0;

  constructor(
    private readonly store: EventStore,
    private readonly metrics: Counted,
  ) {
    super();
  }

  override readStream(stream: string, from?: number): Promise<readonly StoredEvent[]> {
    return this.store.readStream(stream, from);
  }

  override readAll(after: Position, limit: number): Promise<readonly StoredEvent[]> {
    return this.store.readAll(after, limit);
  }

  override async append(stream: string, expected: number, events: readonly NewEvent[]): Promise<Appended> {
    const start = performance.now();
    try {
      const appended = await this.store.append(stream, expected, events);
      this.metrics.appended((performance.now() - start) / 1000);
      this.joined(events.length);
      return appended;
    } catch (error) {
      if (error instanceof StaleStream) this.metrics.conflicted();
      throw error;
    }
  }

  override subscribe(after: Position, signal: AbortSignal): AsyncIterable<readonly StoredEvent[]> {
    return this.store.subscribe(after, signal);
  }

  override close(): Promise<void> {
    return this.store.close();
  }

  /** Appends of one commit are answered in one turn, whichever the engine: before the next tick all of them have been. */
  private joined(events: number): void {
    if (this.together === 0)
      process.nextTick(() => {
        this.metrics.committed(this.together);
        this.together = 0;
      });
    this.together += events;
  }
}
