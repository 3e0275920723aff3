import { type Appended, type Clock, EventStore, type NewEvent, StaleStream, type StoredEvent } from '@zielwerk/kernel';
import { eventOf, type EventText, type PlacedText, textsOf } from './event-text';
import { Commits, tail } from './tail';

/** A whole event store for tests: keeps texts, as any other, so that what JSON does to data is noticed here first. */
export class MemoryEventStore extends EventStore {
  private readonly log: PlacedText[] = [];
  private readonly streams = new Map<string, PlacedText[]>();
  private readonly commits = new Commits();

  constructor(private readonly clock: Clock) {
    super();
  }

  override readStream(stream: string, from = 0): Promise<readonly StoredEvent[]> {
    return this.whileOpen(() => this.streamOf(stream).slice(from).map(eventOf));
  }

  override readAll(after: number, limit: number): Promise<readonly StoredEvent[]> {
    return this.whileOpen(() => this.log.slice(after, after + limit).map(eventOf));
  }

  override append(stream: string, expected: number, events: readonly NewEvent[]): Promise<Appended> {
    return this.whileOpen(() => {
      const texts = textsOf(stream, events);
      const history = this.streamOf(stream);
      if (history.length - 1 === expected) return this.record(stream, texts);

      const again = history.slice(expected + 1, expected + 1 + texts.length);
      const same = again.length === texts.length && again.every(({ id }, i) => id === texts[i]?.id);
      const last = again.at(-1);
      if (!same || last === undefined) throw new StaleStream(stream, expected, history.length - 1);
      return { revision: last.revision, position: last.position };
    });
  }

  override subscribe(after: number, signal: AbortSignal): AsyncIterable<readonly StoredEvent[]> {
    return tail(this, this.commits, after, signal);
  }

  override close(): Promise<void> {
    if (!this.commits.ended) this.commits.end();
    return Promise.resolve();
  }

  private streamOf(stream: string): PlacedText[] {
    return this.streams.get(stream) ?? [];
  }

  private record(stream: string, texts: readonly EventText[]): Appended {
    const history = this.streamOf(stream);
    const now = this.clock.now().toISOString();
    const before = this.log.at(-1)?.recordedAt ?? now;
    const recordedAt = now > before ? now : before;
    for (const text of texts) {
      const placed = { ...text, stream, revision: history.length, position: this.log.length + 1, recordedAt };
      history.push(placed);
      this.log.push(placed);
    }
    this.streams.set(stream, history);
    this.commits.announce();
    return { revision: history.length - 1, position: this.log.length };
  }

  // One turn without an await: between check and write is where two writers would both succeed.
  private whileOpen<T>(work: () => T): Promise<T> {
    return new Promise((resolve) => {
      if (this.commits.ended) throw new Error('The event store is closed.');
      resolve(work());
    });
  }
}
