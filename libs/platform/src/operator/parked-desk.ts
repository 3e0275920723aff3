/** An event that a projection could not apply, or one that waits for such a one. */
export type ParkedEntry = Readonly<{
  id: number;
  projection: string;
  stream: string;
  revision: number;
  /** With its version. */
  type: string;
  reason: string;
  /** The ordinal in the log of the event that it waits for; null for one that could not be applied itself. */
  waitsFor: number | null;
  since: string;
}>;

/** An entry with the message as it arrived: its bytes as text where they are UTF-8, else in base64. */
export type ParkedMessage = ParkedEntry &
  Readonly<{
    topic: string;
    offset: number;
    headers: Readonly<Record<string, string>>;
    value: Readonly<{ text: string }> | Readonly<{ base64: string }>;
  }>;

/** How many were applied, and how many stay parked. */
export type Requeued = Readonly<{ applied: number; parked: number }>;

/** What an operator can do about parked events. */
export interface ParkedDesk {
  /** Oldest first. */
  list(): Promise<readonly ParkedEntry[]>;
  show(id: number): Promise<ParkedMessage | null>;
  /** Null tries those of all projections. Throws UnknownProjection, NotProjecting. */
  requeue(projection: string | null): Promise<Requeued>;
}

/** There is no projection of that name; the message says which there are. */
export class UnknownProjection extends Error {
  override readonly name = 'UnknownProjection';
}

/** Of several instances another one projects; the message says so. */
export class NotProjecting extends Error {
  override readonly name = 'NotProjecting';
}
