import type { EventCatalogue } from '@zielwerk/contracts';
import { Clock, type Message, type ReceivedMessage, RowChecksum, type Running } from '@zielwerk/kernel';
import type { Kysely } from 'kysely';

import { Duty } from './duty';
import { type EventFilter, EventLog, type LoggedEvent } from './event-log';
import {
  type Health,
  healthOf,
  type HeldMessage,
  heldMessages,
  type ParkedEvent,
  parkedEvents,
  type RefusedMessage,
  refusedMessages,
} from './health';
import { type ParkedMessage, parkedMessage, type ParkedPlace, parkedPlaces } from './parked-messages';
import { positionsIn, type Progress, progressOf, startOf } from './progress';
import type { Requeued } from './requeue';
import { RowTable } from './row-table';
import { Runner } from './runner';
import type { Session, Store } from './store';
import type { Database, Row, RowProjection } from './tables';
import { WaitingList } from './waiting-list';

export type ReadModelOptions = Readonly<{
  /** Every event that projections may meet. */
  events: EventCatalogue<Message>;
  clock?: Clock;
  /** Gets a sentence when something has to be looked at: a message refused or held back, an event parked. */
  onWarning?: (sentence: string) => void;
  /** Told what share of the log, from 0 to 1, the rows have seen that are made anew. */
  onRebuild?: (projection: string, ratio: number) => void;
}>;

class SystemClock extends Clock {
  override now(): Date {
    return new Date();
  }
}

/** Another process keeps the read model up to date: here it is only read. */
export class NotRunner extends Error {
  override readonly name = 'NotRunner';

  constructor() {
    super('Another process keeps this read model up to date.');
  }
}

/**
 * The statewide log and the tables that projections make of it. Its promise: every event is applied, parked or held, none
 * skipped. Of several processes on one database each answers, and one writes.
 */
export class ReadModel<Tables = unknown> {
  private readonly own: Database;
  private readonly log: EventLog;
  private readonly waiting: WaitingList;
  private readonly duties = new Set<Duty>();
  private runner: Runner | undefined;
  private closing: Promise<void> | undefined;

  constructor(
    private readonly store: Store<Tables>,
    private readonly projections: readonly RowProjection[],
    private readonly options: ReadModelOptions,
  ) {
    this.own = store.reading as unknown as Database;
    this.log = new EventLog(this.own, options.events);
    const names = projections.map(({ name }) => name);
    this.waiting = new WaitingList(this.own, names, store.watchEveryMs);
  }

  /** For queries: reads only, sees whole batches only. JSON comes parsed and booleans come as booleans. */
  get db(): Kysely<Tables> {
    return this.store.reading;
  }

  /** Whether it is this process that writes. */
  get isRunner(): boolean {
    return this.runner !== undefined;
  }

  /**
   * Goes on where the one before stopped, as soon as this process may write: rebuilds what another version has made, and
   * tries again what was parked, as this release may read what the one before could not. To be called once, before all else.
   */
  async open(): Promise<void> {
    await this.store.take({ begin: (session) => this.begin(session), end: () => this.end() });
  }

  /**
   * What `read` asks is answered of one moment, and of the progress that it is told, whatever is written meanwhile. Throws
   * Unavailable when the database is away.
   */
  snapshot<Result>(read: (db: Kysely<Tables>, progress: Progress) => Promise<Result>): Promise<Result> {
    return this.store.snapshot(async (db) => read(db, await progressOf(db as unknown as Database)));
  }

  /**
   * Starts when this process becomes the one that writes, stops when it is not any more, and so on until stopped. Resolves
   * once it has started, or somebody else writes.
   */
  async whileRunner(start: () => Promise<Running>): Promise<Running> {
    const duty = new Duty(start);
    this.duties.add(duty);
    const stop = () => {
      this.duties.delete(duty);
      return duty.end();
    };
    if (this.runner) await duty.begin();
    return { stop };
  }

  /**
   * Takes messages into the log, with their topics' offsets, in one transaction. Redelivered ones change nothing; one
   * that comes too early is held back until its stream is complete; one that has no place is kept as refused. Throws
   * NotRunner.
   */
  async ingest(messages: readonly ReceivedMessage[]): Promise<void> {
    this.waiting.logged(await this.working().ingest(messages));
  }

  /** The offset of the next message wanted from a topic. */
  startAt(topic: string): Promise<number> {
    return startOf(this.own, topic);
  }

  /** By ministry, the offset of the last message in the log. */
  positions(): Promise<Readonly<Record<string, number>>> {
    return positionsIn(this.own);
  }

  /** Runs all projectors to the end of the log. Rejects when rows cannot be written; call it again then. Throws NotRunner. */
  async project(): Promise<void> {
    await this.working().project();
  }

  /** True once all projectors have passed that event, applied or parked; false after the time, or when closed. */
  waitFor(stream: string, revision: number, timeoutMs: number): Promise<boolean> {
    return this.waiting.wait({ stream, revision }, timeoutMs);
  }

  /** Tells, after each batch, the ordinal that all projectors have passed. Answers how to stop it. */
  onAdvance(listener: (checkpoint: number) => void): () => void {
    return this.waiting.onAdvance(listener);
  }

  /** Events of the log, oldest first. */
  events(filter: EventFilter): Promise<readonly LoggedEvent[]> {
    return this.log.events(filter);
  }

  /** A projection's rows by key, as they are now, a page in memory at a time. Throws for a name nobody has. */
  rows(name: string): AsyncGenerator<Row> {
    return new RowTable(this.projectionOf(name), name).rows(this.own);
  }

  /** The sum of a projection's rows, whatever their order: the same rows have the same sum. */
  async checksum(name: string): Promise<string> {
    const checksum = new RowChecksum();
    for await (const row of this.rows(name)) checksum.add(row);
    return checksum.toString();
  }

  health(): Promise<Health> {
    return healthOf(this.own, this.projections);
  }

  parked(limit = 1000): Promise<readonly ParkedEvent[]> {
    return parkedEvents(this.own, limit);
  }

  /** The same with their places in the streams. */
  parkedPlaces(limit: number): Promise<readonly ParkedPlace[]> {
    return parkedPlaces(this.own, limit);
  }

  /** One of them with its bytes; null for an id that nothing is parked under. */
  parkedMessage(id: number): Promise<ParkedMessage | null> {
    return parkedMessage(this.own, id);
  }

  held(limit = 1000): Promise<readonly HeldMessage[]> {
    return heldMessages(this.own, limit);
  }

  refused(limit = 1000): Promise<readonly RefusedMessage[]> {
    return refusedMessages(this.own, limit);
  }

  /**
   * Tries all parked events again, or those of one projection, oldest first; those that fail again stay parked, with
   * those that wait for them. Throws NotRunner, and for a name nobody has.
   */
  async requeue(name?: string): Promise<Requeued> {
    const only = name === undefined ? undefined : this.projectionOf(name);
    return this.working().requeue(only?.name);
  }

  /**
   * Makes a projection's table (or all) anew from the log, beside the live one, and then swaps. Throws RebuildFailed,
   * and leaves the live table as it was, for an event that cannot be applied and is not parked already. Throws NotRunner.
   */
  async rebuild(name?: string): Promise<void> {
    const projections = name === undefined ? this.projections : [this.projectionOf(name)];
    await this.working().rebuild(projections);
  }

  /** Lets work in hand end, then lets go of the file, or of the connections. */
  close(): Promise<void> {
    this.waiting.endAll();
    this.closing ??= this.store.close();
    return this.closing;
  }

  private async begin(session: Session): Promise<void> {
    const { events, clock = new SystemClock(), onWarning: warn = () => undefined, onRebuild } = this.options;
    const now = () => clock.now().toISOString();
    const passed = (checkpoint: number) => this.waiting.passed(checkpoint);
    const runner = new Runner(session, { projections: this.projections, events, now, warn, passed, onRebuild });
    await runner.start();
    this.runner = runner;
    for (const duty of this.duties) await duty.begin();
  }

  private async end(): Promise<void> {
    for (const duty of this.duties) await duty.end();
    const { runner } = this;
    this.runner = undefined;
    await runner?.end();
  }

  private working(): Runner {
    if (!this.runner) throw new NotRunner();
    return this.runner;
  }

  private projectionOf(name: string): RowProjection {
    const projection = this.projections.find((one) => one.name === name);
    if (!projection) throw new Error(`There is no projection ${name}.`);
    return projection;
  }
}
