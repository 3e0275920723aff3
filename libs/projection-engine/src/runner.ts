// The one who writes: takes messages into the log and makes rows of it, for as long as the connection is its own.
import type { EventCatalogue } from '@zielwerk/contracts';
import type { Message, ReceivedMessage } from '@zielwerk/kernel';

import { EventLog } from './event-log';
import { Ingest, type Logged } from './ingest';
import { Lane } from './lane';
import { advance, lowestCheckpoint, toTheEnd } from './projecting';
import { Projector } from './projector';
import { rebuild } from './rebuild';
import { requeue, type Requeued } from './requeue';
import { prepareTables } from './start';
import type { Session } from './store';
import type { RowProjection } from './tables';

export type RunnerOptions = Readonly<{
  projections: readonly RowProjection[];
  events: EventCatalogue<Message>;
  now: () => string;
  warn: (sentence: string) => void;
  /** Gets, after each batch, the ordinal that all projectors have passed. */
  passed: (checkpoint: number) => void;
  onRebuild?: ((projection: string, ratio: number) => void) | undefined;
}>;

export class Runner {
  private readonly log: EventLog;
  private readonly intake: Ingest;
  private readonly projectors: readonly Projector[];
  private readonly projecting = new Lane();
  private readonly rebuilding = new Lane();
  private isEnding = false;

  constructor(
    private readonly session: Session,
    private readonly options: RunnerOptions,
  ) {
    const { db, paging } = session;
    const { events, projections, now, warn } = options;
    this.log = new EventLog(db, events, paging);
    this.intake = new Ingest(db, now, warn);
    this.projectors = projections.map((projection) => new Projector(db, projection, projection.name, now));
  }

  /** Goes on where the one before stopped. To be called once, before all else. */
  async start(): Promise<void> {
    const { projections } = this.options;
    await this.intake.resume();
    const outdated = await prepareTables(this.session.db, projections);
    if (outdated.length > 0) await this.rebuild(outdated);
    for (const projector of this.projectors) await projector.resume();
    await this.requeue();
  }

  /** Answers what is new in the log. */
  ingest(messages: readonly ReceivedMessage[]): Promise<readonly Logged[]> {
    return this.intake.take(messages);
  }

  async project(): Promise<void> {
    await toTheEnd(() => this.projecting.run(() => this.projectPage()));
  }

  /** Of all projections, or of one. */
  requeue(name?: string): Promise<Requeued> {
    return this.projecting.run(async () => {
      const all: Requeued[] = [];
      const projectors = this.projectors.filter((projector) => name === undefined || projector.name === name);
      for (const projector of projectors) all.push(await requeue(this.session.db, this.log, projector));
      this.tell();
      const none: Requeued = { applied: 0, parked: 0 };
      return all.reduce(
        (sum, { applied, parked }) => ({ applied: sum.applied + applied, parked: sum.parked + parked }),
        none,
      );
    });
  }

  async rebuild(projections: readonly RowProjection[]): Promise<void> {
    const { session, log, projecting: lane } = this;
    const swapped = async () => {
      session.forgetStatements();
      for (const projector of this.projectors) await projector.resume();
    };
    const progress = (name: string, ordinal: number) =>
      this.options.onRebuild?.(name, Math.min(1, ordinal / Math.max(1, this.intake.lastOrdinal)));
    const means = { session, log, lane, now: this.options.now, swapped, progress };
    await this.rebuilding.run(() => rebuild(means, projections));
    this.tell();
  }

  /** Lets work in hand end. */
  async end(): Promise<void> {
    this.isEnding = true;
    await this.rebuilding.run(() => this.projecting.run(() => this.intake.end()));
  }

  private async projectPage(): Promise<boolean> {
    if (this.isEnding) return false;
    const more = await advance(this.log, this.projectors, ({ name }, { parked }) => {
      if (parked.length > 0) this.options.warn(`${name}: ${parked.length} events could not be applied and are parked.`);
      return Promise.resolve();
    });
    if (more) this.tell();
    return more;
  }

  private tell(): void {
    this.options.passed(lowestCheckpoint(this.projectors));
  }
}
