// The only code between a command and its stream; no repository per aggregate.
import { Inject, Injectable } from '@nestjs/common';
import { NotSayable, type WrittenVersions } from '@zielwerk/contracts';
import {
  type CalendarDate,
  Clock,
  EventStore,
  type FactMeta,
  type Message,
  NO_REVISION,
  StaleStream,
  streamOf,
} from '@zielwerk/kernel';

import { uuidv5 } from '../uuid';
import { type FoldedStream, FoldedStreams } from './folded-streams';
import { type Aggregate, type CommandContext, HistoryNotReadable, type Order, type Receipt, Rejected } from './order';
import { Turns } from './turns';
import { appends, commandKey, judge, type Resolved, type Verdict } from './verdict';

/** Injects `{ code }`: the house whose streams these are. */
export const MINISTRY = Symbol('MINISTRY');
export type Ministry = Readonly<{ code: string }>;
/** Injects WrittenVersions: by event type the version to write, where it is not the usual one. */
export const WRITTEN_VERSIONS = Symbol('WRITTEN_VERSIONS');

const ATTEMPTS = 3;
// A dozen houses may share a process: about a kilobyte each.
const REMEMBERED_COMMANDS = 10_000;

// Inside, every aggregate looks alike: what a stream holds was folded by the aggregate that asks for it.
type AnyAggregate = Aggregate<Message, Message, unknown>;
type Decided = Readonly<{ verdict: Resolved; context: CommandContext }>;

@Injectable()
export class Deciders {
  private readonly folds = new FoldedStreams(REMEMBERED_COMMANDS);
  private readonly turns = new Turns();

  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
    @Inject(MINISTRY) private readonly ministry: Ministry,
    @Inject(WRITTEN_VERSIONS) private readonly written: WrittenVersions = {},
  ) {}

  /**
   * Decides on what the stream holds and answers once the events are durable. A command that is already there gets the
   * receipt it got. Throws Rejected, CommandIdReused, StaleStream (the sender saw another revision), HistoryNotReadable.
   */
  execute<Command, Event extends Message, State>(
    aggregate: Aggregate<Command, Event, State>,
    order: Order<Command>,
  ): Promise<Receipt> {
    const stream = streamOf(this.ministry.code, aggregate.category, order.id);
    // Commands of this process that meet on one stream must not cost each other an attempt.
    return this.turns.run(stream, () =>
      this.decided(stream, aggregate as unknown as AnyAggregate, order as unknown as Order<Message>),
    );
  }

  private async decided(stream: string, aggregate: AnyAggregate, order: Order<Message>): Promise<Receipt> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.attempt(stream, aggregate, order);
      } catch (error) {
        // Someone who said what they saw must be told it changed; anyone else may be decided again.
        if (!(error instanceof StaleStream) || order.context.expectedRevision !== null) throw error;
        if (attempt === ATTEMPTS) throw new Rejected(busy(stream));
      }
    }
  }

  private async attempt(stream: string, aggregate: AnyAggregate, order: Order<Message>): Promise<Receipt> {
    const remembered = this.folds.take(stream);
    const folded = remembered ?? unread(aggregate);
    if (!remembered) await this.readOn(stream, aggregate, folded);

    const asked = { order, today: this.clock.today() };
    let verdict = await judge(stream, aggregate.decider, folded, asked);
    // What is appended is checked by the store. Anything else might rest on a memory that another process outran.
    if (remembered && !appends(verdict) && (await this.readOn(stream, aggregate, folded)))
      verdict = await judge(stream, aggregate.decider, folded, asked);

    if (appends(verdict)) await this.append(stream, aggregate, folded, { verdict, context: order.context });
    if (folded.revision !== NO_REVISION) this.folds.keep(stream, folded);
    return receiptOf(verdict, stream, folded);
  }

  /** Folds what the stream holds beyond the fold; says whether there was anything. */
  private async readOn(stream: string, { decider, events }: AnyAggregate, folded: FoldedStream): Promise<boolean> {
    const history = await this.store.readStream(stream, folded.revision + 1);
    for (const { wireType, data, meta } of history) {
      folded.state = decider.evolve(
        folded.state,
        readable(() => events.decode(wireType, data), wireType),
        meta.occurredOn,
      );
      folded.revision = meta.revision;
      folded.lastOccurredOn = meta.occurredOn;
      const done = { revision: meta.revision, hash: meta.commandHash };
      folded.commands.set(commandKey(meta.actor, meta.commandId), done);
    }
    return history.length > 0;
  }

  private async append(
    stream: string,
    { decider, events: catalogue }: AnyAggregate,
    folded: FoldedStream,
    { verdict: { events, occurredOn }, context }: Decided,
  ): Promise<void> {
    const { actor, commandId, commandHash, correlationId, by, reportedOn = null } = context;
    const ministry = this.ministry.code;
    // Written out, here and at the edge: spreading objects costs more than deciding.
    const { revision } = await this.store.append(
      stream,
      folded.revision,
      events.map((event, index) => {
        const { wireType, data } = sayable(() => catalogue.encode(event, this.written));
        const id = uuidv5(`${stream}\n${actor}\n${commandId}\n${index}`);
        return {
          wireType,
          data,
          meta: {
            id,
            occurredOn,
            ministry,
            function: by.function,
            correlationId,
            actor,
            commandId,
            commandHash,
            ...takenIn(reportedOn, occurredOn),
          },
        };
      }),
    );
    folded.state = events.reduce((state, event) => decider.evolve(state, event, occurredOn), folded.state);
    folded.revision = revision;
    folded.lastOccurredOn = occurredOn;
    folded.commands.set(commandKey(actor, commandId), { revision, hash: commandHash });
  }
}

/** A day that was moved to the nearest one may lie after that of the report. */
const takenIn = (reportedOn: CalendarDate | null, occurredOn: CalendarDate): Pick<FactMeta, 'origin' | 'reportedOn'> =>
  reportedOn === null ? {} : { origin: 'import', reportedOn: reportedOn < occurredOn ? occurredOn : reportedOn };

const receiptOf = (verdict: Verdict, stream: string, { revision }: FoldedStream): Receipt => {
  if ('refusal' in verdict) throw verdict.refusal;
  return 'receipt' in verdict ? verdict.receipt : { stream, revision };
};

const unread = ({ decider }: AnyAggregate): FoldedStream => ({
  state: decider.initialState,
  revision: NO_REVISION,
  lastOccurredOn: null,
  commands: new Map(),
});

// A reader may skip what it does not know; a decision on half a history would be a lie.
const readable = (decode: () => Message | undefined, wireType: string): Message => {
  try {
    const event = decode();
    if (event) return event;
  } catch (cause) {
    throw new HistoryNotReadable(`${wireType} is not readable for this version of the service`, { cause });
  }
  throw new HistoryNotReadable(`${wireType} is not known to this version of the service`);
};

const sayable = <Said>(encode: () => Said): Said => {
  try {
    return encode();
  } catch (error) {
    if (!(error instanceof NotSayable)) throw error;
    const detail = `${error.message} It is written once the configuration names the newer version.`;
    throw new Rejected({ code: 'version-not-written-yet', kind: 'conflict', detail });
  }
};

const busy = (stream: string) => ({
  code: 'stream-busy',
  kind: 'conflict' as const,
  detail: `Others keep writing to ${stream}; nothing was recorded.`,
});
