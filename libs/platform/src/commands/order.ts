// What passes between the edge and the runner.
import type { EventCatalogue } from '@zielwerk/contracts';
import type { CalendarDate, Capacity, Decider, Message, Rejection } from '@zielwerk/kernel';

/** The three words that bind a decider to its streams. */
export interface Aggregate<Command, Event extends Message, State> {
  readonly category: string;
  readonly decider: Decider<Command, Event, State>;
  readonly events: EventCatalogue<Event>;
}

/** One of the aggregate's commands; its name is inferred apart, else the compiler takes it for any string. */
export type Named<Command extends Message, Name extends string> = NoInfer<Command> & Readonly<{ type: Name }>;

/** Who asks, under which id, and what they last saw. Built at the edge, never inside the domain. */
export type CommandContext = Readonly<{
  commandId: string;
  /** Tells the same command sent again from another one under the same id. */
  commandHash: string;
  correlationId: string;
  /** A reference to the token's subject (see Subjects), or the policy: opaque, never a name. */
  actor: string;
  by: Capacity;
  /** Of a fact that is taken in later: the day on which it was reported at that time. */
  reportedOn?: CalendarDate | null | undefined;
  /** From If-Match: what the sender saw. Null when they did not say. */
  expectedRevision: number | null;
}>;

/** A command to one aggregate. */
export type Order<Command> = Readonly<{
  id: string;
  /** Asked only for a command that is new to the stream, and anew for each attempt. */
  command: () => Command | Rejection | Promise<Command | Rejection>;
  /** The day it became true in the world; today when nobody says. */
  occurredOn: CalendarDate | null;
  /** `nearest` moves the day to the nearest one the stream can take: for machines, which cannot be told to choose another. */
  day?: 'exact' | 'nearest';
  context: CommandContext;
}>;

/** Where the stream stands after the command. */
export type Receipt = Readonly<{ stream: string; revision: number }>;

/** Carries a refusal to the edge, where it becomes a problem. */
export class Rejected extends Error {
  override readonly name = 'Rejected';

  constructor(readonly rejection: Rejection) {
    super(rejection.code);
  }
}

/** The id of a command that is already in the stream, with another body. */
export class CommandIdReused extends Error {
  override readonly name = 'CommandIdReused';

  constructor(readonly commandId: string) {
    super(`Another command was sent under the id ${commandId} before.`);
  }
}

/** The stream holds what this version of the service cannot read; a decision on half a history would be a lie. */
export class HistoryNotReadable extends Error {
  override readonly name = 'HistoryNotReadable';
}
