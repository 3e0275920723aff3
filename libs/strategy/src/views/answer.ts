// What all answers of the read API have in common, as plain data. Days are `2026-03-31`, instants UTC.
import type { Audience } from '@zielwerk/contracts';
import type { CalendarDate } from '@zielwerk/kernel';
import type { LimitsInForce } from '@zielwerk/platform';

/** The last offset read of each ministry's topic: cited together, they name one state that anybody can assemble again. */
export type Positions = Readonly<Record<string, number>>;

export type AsOf = Readonly<{ day: CalendarDate; positions: Positions }>;

/** Every answer says of when it is. `stale` is there when `after=` was asked for and has not arrived within two seconds. */
export type Answer<View> = View & Readonly<{ asOf: AsOf; stale?: true; staleReason?: string }>;

/** `cursor` asks for the page after this one: `?cursor=…` with the same filters and sorting; null on the last page. */
export type Page<Item> = Readonly<{ items: readonly Item[]; cursor: string | null }>;

/** Whose facts the reader may see, what day it is, and from where on a traffic light takes notice. */
export type Reader = Readonly<{ audience: Audience; day: CalendarDate; limits: LimitsInForce }>;

/** The last event that changed the thing. */
export type Trace = Readonly<{ stream: string; revision: number; occurredOn: CalendarDate; recordedAt: string }>;

/** A fact as it was published. `ministry` and `offset` are its place in the ministry's topic. */
export type EventView = Readonly<{
  id: string;
  type: string;
  /** With the version it was written in: `MeasureProgressReported.v1`. */
  wireType: string;
  ministry: string;
  offset: number;
  stream: string;
  revision: number;
  occurredOn: CalendarDate;
  recordedAt: string;
  /** The function that acted, never a person. */
  function: string | null;
  correlationId: string;
  /** `import` when it was taken in later than it was reported, on `reportedOn`; else both are null. */
  origin: 'import' | null;
  reportedOn: CalendarDate | null;
  data: unknown;
}>;
