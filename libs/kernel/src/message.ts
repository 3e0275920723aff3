export type Message<Type extends string = string, Data = unknown> = Readonly<{ type: Type; data: Data }>;

/** A day without a time or a zone, `2026-03-31`. Two of them compare as strings. */
export type CalendarDate = string;

/** Where all facts about one thing stand. */
export const streamOf = (ministry: string, category: string, id: string): string => `${ministry}.${category}-${id}`;

/** Where a fact stands and why it is there, as every house may know it: what travels on the bus. */
export type FactMeta = Readonly<{
  id: string;
  /** As `streamOf` names it; the id is a UUID. */
  stream: string;
  /** Dense within the stream, from 0. */
  revision: number;
  /** Valid time: the day on which it became true in the world. */
  occurredOn: CalendarDate;
  /** Recorded time: the instant from which we knew it, UTC to the millisecond. */
  recordedAt: string;
  ministry: string;
  /** The function that acted, never a person; null when a machine did. */
  function: string | null;
  correlationId: string;
  /** Only where a fact was taken in later than it was reported. */
  origin?: 'import';
  /** With `origin`: the day on which it was reported at that time, from which others could know it. */
  reportedOn?: CalendarDate;
}>;

/** What the deciding house keeps beside the fact: who acted (an opaque reference) and on which command. */
export type EventMeta = FactMeta &
  Readonly<{
    actor: string;
    commandId: string;
    /** The span that recorded it, as W3C Trace Context writes it, where traces are kept. */
    traceparent?: string;
    /** Tells a command that is sent again from another one under the same id. */
    commandHash: string;
  }>;

export type Recorded<Event> = Event & Readonly<{ meta: FactMeta }>;
