// How a service is at this moment: one look at its engines, shown as metrics and as readiness.

/** How far behind somebody is: in events, and in seconds since the oldest of them could have been there. */
export type Lag = Readonly<{ events: number; seconds: number }>;

export type Engine = 'event_store' | 'bus' | 'read_model';

/** What a service does not have, or what could not be asked just now, is left out. */
export type Vitals = Readonly<{
  /** Whether the engine answered in time. */
  engines: Readonly<Partial<Record<Engine, boolean>>>;
  /** `stuck`: an event cannot be read, and nothing will move again. */
  relay?: Lag & Readonly<{ stuck: boolean }>;
  /** Of a house: whether it knows what was on the bus when it started. */
  known?: Readonly<{ complete: boolean; topicsBehind: number; refusedByPolicies: number }>;
  /** By ministry, what is on the bus and not yet in the statewide log. */
  ingest?: Readonly<Record<string, Lag>>;
  /** By projection, in events. */
  projections?: Readonly<Record<string, Readonly<{ behind: number; parked: number }>>>;
  /** Messages that wait for an earlier one of their stream, and messages without a place in the log. */
  messages?: Readonly<{ held: number; refused: number }>;
  /** Of the file system that holds the data folder. */
  diskFreeBytes?: number;
}>;
