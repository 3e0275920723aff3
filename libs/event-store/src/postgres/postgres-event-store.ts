import {
  type Appended,
  type Clock,
  EventStore,
  type NewEvent,
  type Position,
  StaleStream,
  type StoredEvent,
} from '@zielwerk/kernel';
import { DatabaseError } from 'pg';
import { setImmediate as turn } from 'node:timers/promises';
import { textsOf } from '../event-text';
import { Commits, tail } from '../tail';
import { eventStatements } from './event-statements';
import type { Append } from './group-plan';
import { PatientWriter } from './patient-writer';
import type { PostgresDatabase } from './postgres-database';
import { eventsOfPage, eventsOfStream, type PageRow, type SentRow } from './stored-rows';

const MOST_APPENDS = 512;
const PATIENCE_MS = 10_000;
const POLL_MS = 500;

type Accepted = Append & Readonly<{ resolve: (appended: Appended) => void; reject: (reason: unknown) => void }>;

export type PostgresEventStoreOptions = Readonly<{
  /** How long an append waits for a server that is away or for another instance that writes, in ms; else 10,000. */
  patienceMs?: number;
  /** How often a subscriber looks for what another process wrote, in ms; else 500. */
  pollMs?: number;
}>;

/**
 * One house's events in a PostgreSQL database. One instance writes at a time; appends that arrive while a group is being
 * written share the next one. When the connection is lost amid a group, that is sent again and answered as if nothing had
 * happened. A reading fails with its connection; a subscriber comes back from the position that it has reached.
 */
export class PostgresEventStore extends EventStore {
  private readonly commits = new Commits();
  private readonly sql: ReturnType<typeof eventStatements>;
  private readonly writer: PatientWriter;
  private readonly pollMs: number;
  private waiting: Accepted[] = [];
  private writing: Promise<void> | undefined;
  private poll: NodeJS.Timeout | undefined;

  /** The database stays its owner's, who closes it after the store. */
  constructor(
    private readonly database: PostgresDatabase,
    clock: Clock,
    options: PostgresEventStoreOptions = {},
  ) {
    super();
    this.sql = eventStatements(database.schema);
    this.writer = new PatientWriter(database, clock, options.patienceMs ?? PATIENCE_MS);
    this.pollMs = options.pollMs ?? POLL_MS;
  }

  override async readStream(stream: string, from = 0): Promise<readonly StoredEvent[]> {
    this.assertOpen();
    return eventsOfStream(await this.database.rows<SentRow>(this.sql.stream, [stream, from]), stream, from);
  }

  override async readAll(after: Position, limit: number): Promise<readonly StoredEvent[]> {
    this.assertOpen();
    return eventsOfPage(await this.database.rows<PageRow>(this.sql.page, [after, limit]), after, limit);
  }

  override append(stream: string, expected: number, events: readonly NewEvent[]): Promise<Appended> {
    return new Promise((resolve, reject) => {
      this.assertOpen();
      // Here and not in the group: what cannot become text fails alone, and what changes later does not matter.
      const texts = textsOf(stream, events);
      this.waiting.push({ stream, expected, texts, resolve, reject });
      this.writing ??= this.writeAll();
    });
  }

  override subscribe(after: Position, signal: AbortSignal): AsyncIterable<readonly StoredEvent[]> {
    // Not by NOTIFY: its lock is one for the whole server, and only an instance that does not write would need it.
    if (!this.commits.ended) this.poll ??= setInterval(() => this.commits.announce(), this.pollMs).unref();
    return tail(this, this.commits, after, signal);
  }

  /** Keeps every other instance from writing until this one is closed. Before the first append. Throws LaneTaken. */
  hold(): Promise<void> {
    this.assertOpen();
    return this.writer.hold();
  }

  override async close(): Promise<void> {
    clearInterval(this.poll);
    if (!this.commits.ended) this.commits.end();
    await this.writing;
    await this.writer.release();
  }

  private assertOpen(): void {
    if (this.commits.ended) throw new Error('The event store is closed.');
  }

  private async writeAll(): Promise<void> {
    // What is appended in the same turn shares the first group.
    await turn();
    while (this.waiting.length > 0) await this.writeGroup(this.waiting.splice(0, MOST_APPENDS));
    this.writing = undefined;
  }

  private async writeGroup(group: readonly Accepted[]): Promise<void> {
    try {
      for (const [{ resolve, reject }, outcome] of await this.writer.write(group))
        if (outcome instanceof StaleStream) reject(outcome);
        else resolve(outcome);
      this.commits.announce();
    } catch (error) {
      // What the server does not take of one append is not the fault of those beside it.
      if (group.length > 1 && error instanceof DatabaseError) for (const one of group) await this.writeGroup([one]);
      else for (const { reject } of group) reject(error);
    }
  }
}
