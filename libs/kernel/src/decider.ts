import type { CalendarDate } from './message';

/** What the business can refuse. The kind is free of HTTP; the edge maps it to a status. */
export type RejectionKind = 'not-found' | 'conflict' | 'invalid' | 'forbidden';
export type Rejection = Readonly<{ code: string; kind: RejectionKind; detail: string }>;

/** Events to append (none means «nothing to do»), or a refusal. Never thrown: bugs throw, refusals are values. */
export type Decision<Event> = readonly Event[] | Rejection;

/** In which capacity somebody acts; never who it is. */
export type Capacity = Readonly<{
  ministry: string;
  roles: readonly string[];
  function: string | null;
  unit: string | null;
  /** The function whose holder is stood in for. */
  deputyFor: string | null;
}>;

/** `occurredOn` is when it became true in the world, which is often before `today`. */
export type Circumstances = Readonly<{ occurredOn: CalendarDate; today: CalendarDate; by: Capacity }>;

export interface Decider<Command, Event, State> {
  readonly initialState: State;
  readonly decide: (command: Command, state: State, circumstances: Circumstances) => Decision<Event>;
  /** `occurredOn`: the day on which the event became true. */
  readonly evolve: (state: State, event: Event, occurredOn: CalendarDate) => State;
}

export const isRejection = (decision: Decision<unknown>): decision is Rejection => 'code' in decision;

/** Declares an aggregate's refusals once: the keys are the codes, the values their kinds. */
export const rejections =
  <Code extends string>(kinds: Readonly<Record<Code, RejectionKind>>) =>
  (code: Code, detail: string): Rejection => ({ code, kind: kinds[code], detail });
