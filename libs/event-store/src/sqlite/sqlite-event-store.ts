import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import {
  type Appended,
  BEFORE_ALL,
  type Clock,
  CorruptEvent,
  EventStore,
  type NewEvent,
  type Position,
  StaleStream,
  type StoredEvent,
} from '@zielwerk/kernel';
import { type EventText, textsOf } from '../event-text';
import { Commits, tail } from '../tail';
import { eventOfRow, UNKNOWN } from '../event-row';
import { EventTable } from './event-table';
import { openDatabase } from './open-database';
import { type Scanned, scanEvents } from './scan-events';

type Accepted = Readonly<{
  stream: string;
  expected: number;
  texts: readonly EventText[];
  resolve: (appended: Appended) => void;
  reject: (reason: unknown) => void;
}>;

/**
 * One house's events in one file. Appends that arrive while others wait share one durable commit. Every event read is
 * checked against its content hash.
 */
export class SqliteEventStore extends EventStore {
  private readonly table: EventTable;
  private readonly commits = new Commits();
  private group: Accepted[] = [];
  private lastRecordedAt: string;

  /** Opens the file or creates it. Throws when it is not an event store, or cannot be made durable. */
  static open(file: string, clock: Clock): SqliteEventStore {
    const db = openDatabase(file, 'FULL');
    try {
      return new SqliteEventStore(db, clock);
    } catch (error) {
      db.close();
      throw error;
    }
  }

  /** Takes the connection over, and closes it. */
  constructor(
    db: DatabaseSyncInstance,
    private readonly clock: Clock,
  ) {
    super();
    this.table = new EventTable(db);
    this.lastRecordedAt = latestRecordedAt(this.table);
  }

  override readStream(stream: string, from = 0): Promise<readonly StoredEvent[]> {
    return this.whileOpen(() => {
      this.table.refresh();
      const head = this.table.headOf(stream);
      const rows = this.table.stream(stream, from);
      const missing = (i: number) => new CorruptEvent(BEFORE_ALL, stream, `revision ${from + i} is missing`);
      const events = rows.map((row, i) => {
        if (row[2] !== from + i) throw missing(i);
        return eventOfRow(row);
      });
      if (rows.length <= head - from) throw missing(rows.length);
      return events;
    });
  }

  override readAll(after: Position, limit: number): Promise<readonly StoredEvent[]> {
    return this.whileOpen(() => {
      this.table.refresh();
      const first = after + 1;
      const expected = Math.min(limit, this.table.last - after);
      const rows = this.table.page(after, limit);
      const missing = (i: number) => new CorruptEvent(first + i, UNKNOWN, 'it is missing');
      const events = rows.map((row, i) => {
        if (row[0] !== first + i) throw missing(i);
        return eventOfRow(row);
      });
      if (rows.length < expected) throw missing(rows.length);
      return events;
    });
  }

  override append(stream: string, expected: number, events: readonly NewEvent[]): Promise<Appended> {
    return this.whileOpen(() => {
      // Here and not in the group: what cannot become text fails alone, and what changes later does not matter.
      const texts = textsOf(stream, events);
      if (this.group.length === 0) setImmediate(() => this.flush());
      return new Promise((resolve, reject) => this.group.push({ stream, expected, texts, resolve, reject }));
    });
  }

  override subscribe(after: Position, signal: AbortSignal): AsyncIterable<readonly StoredEvent[]> {
    return tail(this, this.commits, after, signal);
  }

  /** Every event of the file, or what is wrong with it: reading goes on behind a corrupt one. */
  scan(): Iterable<Scanned> {
    return scanEvents(this.table);
  }

  override close(): Promise<void> {
    return new Promise((resolve) => {
      if (!this.commits.ended) {
        this.flush();
        this.commits.end();
        this.table.close();
      }
      resolve();
    });
  }

  private flush(): void {
    const group = this.group;
    this.group = [];
    if (group.length === 0) return;
    let answers: readonly (() => void)[];
    try {
      answers = this.table.transaction(() => {
        const recordedAt = this.recordedNow();
        return group.map((append) => this.write(append, recordedAt));
      });
    } catch (error) {
      for (const { reject } of group) reject(error);
      return;
    }
    for (const answer of answers) answer();
    this.commits.announce();
  }

  /** The answer, to be given once the group is durable. */
  private write({ stream, expected, texts, resolve, reject }: Accepted, recordedAt: string): () => void {
    const head = this.table.headOf(stream);
    if (head !== expected) {
      const earlier = this.earlier(stream, expected, texts);
      return earlier ? () => resolve(earlier) : () => reject(new StaleStream(stream, expected, head));
    }
    let revision = expected;
    for (const text of texts) {
      revision += 1;
      this.table.insert({ position: this.table.last + 1, stream, revision, recordedAt }, text);
    }
    const position = this.table.last;
    return () => resolve({ revision, position });
  }

  /** The same events in the same place: an append that is sent again because its answer was lost. */
  private earlier(stream: string, expected: number, texts: readonly EventText[]): Appended | undefined {
    const there = this.table.idsAfter(stream, expected, texts.length);
    const same = there.length === texts.length && there.every(([id], i) => id === texts[i]?.id);
    const last = there.at(-1);
    return same && last ? { revision: expected + texts.length, position: last[1] } : undefined;
  }

  private recordedNow(): string {
    const now = this.clock.now().toISOString();
    // Wall clocks are set back; the order in which we came to know things is not.
    if (now > this.lastRecordedAt) this.lastRecordedAt = now;
    return this.lastRecordedAt;
  }

  private whileOpen<T>(work: () => T | Promise<T>): Promise<T> {
    return new Promise((resolve) => {
      if (this.commits.ended) throw new Error('The event store is closed.');
      resolve(work());
    });
  }
}

const latestRecordedAt = (table: EventTable): string => {
  const [row] = table.page(table.last - 1, 1);
  try {
    return row ? eventOfRow(row).meta.recordedAt : '';
  } catch {
    // A corrupt event's time is worth nothing; whoever reads the event is told.
    return '';
  }
};
