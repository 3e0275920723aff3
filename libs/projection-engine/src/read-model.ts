import type { EventCatalogue } from '@zielwerk/contracts';
import { Clock, type Message, type ReceivedMessage, RowChecksum } from '@zielwerk/kernel';
import type { Kysely } from 'kysely';

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
import { Ingest } from './ingest';
import { Lane } from './lane';
import { advance, lowestCheckpoint, toTheEnd } from './projecting';
import { Projector } from './projector';
import { rebuild } from './rebuild';
import { requeue, type Requeued } from './requeue';
import type { SqliteConnection } from './sqlite';
import { prepareTables } from './start';
import type { AnyProjection, EngineTables, Row, RowProjection } from './tables';
import { WaitingList } from './waiting-list';

export type ReadModelOptions = Readonly<{
  /** A SQLite file, made when it is missing; `:memory:` for one that ends with the process. */
  file: string;
  projections: readonly AnyProjection[];
  /** Every event that projections may meet. */
  events: EventCatalogue<Message>;
  clock?: Clock;
  /** Gets a sentence when something has to be looked at: a message refused or held back, an event parked. */
  onWarning?: (sentence: string) => void;
}>;

export type Connections<Tables> = Readonly<{
  writing: SqliteConnection<EngineTables>;
  reading: SqliteConnection<Tables>;
}>;

class SystemClock extends Clock {
  override now(): Date {
    return new Date();
  }
}

/** The statewide log and the tables that projections make of it. Its promise: every event is applied, parked or held, none skipped. */
export class ReadModel<Tables = unknown> {
  /** For queries: reads only, sees whole batches only. JSON comes parsed and booleans come as booleans. */
  readonly db: Kysely<Tables>;
  private readonly own: Kysely<EngineTables>;
  private readonly log: EventLog;
  private readonly intake: Ingest;
  private readonly projectors: readonly Projector[];
  private readonly projecting = new Lane();
  private readonly rebuilding = new Lane();
  private readonly waiting = new WaitingList();
  private readonly listeners = new Set<(checkpoint: number) => void>();
  private readonly now: () => string;
  private readonly warn: (sentence: string) => void;
  private closing: Promise<void> | undefined;

  constructor(
    private readonly connections: Connections<Tables>,
    private readonly projections: readonly RowProjection[],
    { events, clock = new SystemClock(), onWarning = () => undefined }: ReadModelOptions,
  ) {
    this.db = connections.reading.queries;
    this.own = connections.writing.queries;
    this.now = () => clock.now().toISOString();
    this.warn = onWarning;
    this.log = new EventLog(this.own, events);
    this.intake = new Ingest(this.own, this.now, onWarning);
    this.projectors = projections.map((projection) => new Projector(this.own, projection, projection.name, this.now));
  }

  /**
   * Goes on where the file was left; rebuilds what another version has made, and tries again what was parked: this release
   * may read what the one before could not. To be called once, before all else.
   */
  async start(): Promise<void> {
    await this.intake.resume();
    const outdated = await prepareTables(this.own, this.projections);
    if (outdated.length > 0) await this.rebuildAll(outdated);
    for (const projector of this.projectors) await projector.resume();
    await this.requeue();
  }

  /**
   * Takes messages into the log, with their topics' offsets, in one transaction. Redelivered ones change nothing; one
   * that comes too early is held back until its stream is complete; one that has no place is kept as refused.
   */
  async ingest(messages: readonly ReceivedMessage[]): Promise<void> {
    this.waiting.logged(await this.intake.take(messages));
  }

  /** The offset of the next message wanted from a topic. */
  startAt(topic: string): Promise<number> {
    return Promise.resolve(this.intake.startAt(topic));
  }

  /** By ministry, the offset of the last message in the log. */
  positions(): Readonly<Record<string, number>> {
    return this.intake.positions();
  }

  /** Runs all projectors to the end of the log. Rejects when the file cannot be written; call it again then. */
  async project(): Promise<void> {
    await toTheEnd(() => this.projecting.run(() => this.projectPage()));
  }

  /** True once all projectors have passed that event, applied or parked; false after the time, or when closed. */
  waitFor(stream: string, revision: number, timeoutMs: number): Promise<boolean> {
    return this.waiting.wait(
      { stream, revision },
      timeoutMs,
      () => this.log.ordinalOf(stream, revision),
      () => lowestCheckpoint(this.projectors),
    );
  }

  /** Tells, after each batch, the ordinal that all projectors have passed. Answers how to stop it. */
  onAdvance(listener: (checkpoint: number) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Changes whenever any row may have changed: for ETags. */
  async edition(): Promise<string> {
    const stored = await this.own.selectFrom('projection').select(['ordinal', 'requeued']).orderBy('name').execute();
    return stored.map(({ ordinal, requeued }) => `${ordinal}.${requeued}`).join('-');
  }

  /** Events of the log, oldest first. */
  events(filter: EventFilter): Promise<readonly LoggedEvent[]> {
    return this.log.events(filter);
  }

  /** A projection's rows by key, as they are now, a page in memory at a time. Throws for a name nobody has. */
  rows(name: string): AsyncGenerator<Row> {
    return this.projectorOf(name).rows.rows(this.own);
  }

  /** The sum of a projection's rows, whatever their order: the same rows have the same sum. */
  async checksum(name: string): Promise<string> {
    const checksum = new RowChecksum();
    for await (const row of this.rows(name)) checksum.add(row);
    return checksum.toString();
  }

  health(): Promise<Health> {
    return healthOf(this.own, this.projectors, this.intake.lastOrdinal);
  }

  parked(limit = 1000): Promise<readonly ParkedEvent[]> {
    return parkedEvents(this.own, limit);
  }

  held(limit = 1000): Promise<readonly HeldMessage[]> {
    return heldMessages(this.own, limit);
  }

  refused(limit = 1000): Promise<readonly RefusedMessage[]> {
    return refusedMessages(this.own, limit);
  }

  /** Tries all parked events again, oldest first; those that fail again stay parked, with those that wait for them. */
  requeue(): Promise<Requeued> {
    return this.projecting.run(async () => {
      const all: Requeued[] = [];
      for (const projector of this.projectors) all.push(await requeue(this.own, this.log, projector));
      this.tellAll();
      const none: Requeued = { applied: 0, parked: 0 };
      return all.reduce(
        (sum, { applied, parked }) => ({ applied: sum.applied + applied, parked: sum.parked + parked }),
        none,
      );
    });
  }

  /**
   * Makes a projection's table (or all) anew from the log, beside the live one, and then swaps. Throws RebuildFailed,
   * and leaves the live table as it was, for an event that cannot be applied and is not parked already.
   */
  async rebuild(name?: string): Promise<void> {
    await this.rebuildAll(name === undefined ? this.projections : [this.projectorOf(name).projection]);
  }

  /** Lets work in hand end, then lets go of the file. */
  close(): Promise<void> {
    this.closing ??= this.end();
    return this.closing;
  }

  private async end(): Promise<void> {
    this.waiting.endAll();
    await this.rebuilding.run(() => this.projecting.run(() => this.intake.end()));
    this.connections.reading.close();
    this.connections.writing.close();
  }

  private async projectPage(): Promise<boolean> {
    if (this.closing) return false;
    const more = await advance(this.log, this.projectors, ({ name }, { parked }) =>
      this.warnOfParked(name, parked.length),
    );
    if (more) this.tellAll();
    return more;
  }

  private warnOfParked(name: string, count: number): Promise<void> {
    if (count > 0) this.warn(`${name}: ${count} events could not be applied and are parked.`);
    return Promise.resolve();
  }

  private tellAll(): void {
    const checkpoint = lowestCheckpoint(this.projectors);
    this.waiting.passed(checkpoint);
    for (const listener of this.listeners) listener(checkpoint);
  }

  private async rebuildAll(projections: readonly RowProjection[]): Promise<void> {
    const { own: db, log, projecting: lane, now } = this;
    const swapped = async () => {
      this.connections.writing.forgetStatements();
      this.connections.reading.forgetStatements();
      for (const projector of this.projectors) await projector.resume();
    };
    await this.rebuilding.run(() => rebuild({ db, log, lane, now, swapped }, projections));
    this.tellAll();
  }

  private projectorOf(name: string): Projector {
    const projector = this.projectors.find((one) => one.name === name);
    if (!projector) throw new Error(`There is no projection ${name}.`);
    return projector;
  }
}
