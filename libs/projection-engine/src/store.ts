// Where a read model is kept, whichever engine keeps it.
import type { Kysely } from 'kysely';

import type { Paging } from './event-log';
import type { Database } from './tables';

/** A connection of the one process that writes, for as long as it is the one. */
export interface Session {
  readonly db: Database;
  /** How the log is read. */
  readonly paging: Paging;
  /** To be called after a table was replaced: its columns may be others. */
  forgetStatements(): void;
  /** A transaction that waits until nobody reads the tables, and keeps readers waiting. */
  exclusively(work: (transaction: Database) => Promise<void>): Promise<void>;
}

/** What the process does once it may write, and once it may not any more. */
export type Turn = Readonly<{ begin: (session: Session) => Promise<void>; end: () => Promise<void> }>;

export interface Store<Tables> {
  /** Reads only. JSON comes parsed and booleans come as booleans. */
  readonly reading: Kysely<Tables>;
  /** How often, in ms, to look for what another process has written; null where there is no other. */
  readonly watchEveryMs: number | null;

  /** What `read` asks is answered of one moment, whatever is written meanwhile. Throws Unavailable. */
  snapshot<Result>(read: (db: Kysely<Tables>) => Promise<Result>): Promise<Result>;

  /**
   * Begins the turn whenever this process becomes the one that writes. Resolves once it has begun, or somebody else has
   * it; throws what it throws the first time. To be called once.
   */
  take(turn: Turn): Promise<void>;

  /** Ends the turn, and lets go of all connections. */
  close(): Promise<void>;
}
