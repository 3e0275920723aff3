import { Unavailable } from '@zielwerk/kernel';
import type { Kysely } from 'kysely';
import { Pool, type PoolClient } from 'pg';

import {
  ask,
  asUnavailable,
  clientConfig,
  codeOf,
  CONNECT_MS,
  isLost,
  kyselyOn,
  type Lent,
  type PostgresSettings,
  Prepared,
} from './connections';

/** Connections that only read, each for one query or transaction at a time. */
export type Reading<Tables> = Readonly<{ db: Kysely<Tables>; close: () => Promise<void> }>;

/** `most`: so many at once; who finds none free waits for `CONNECT_MS`, and is told Unavailable. */
export const openReading = <Tables>(
  settings: PostgresSettings & Readonly<{ schema: string }>,
  most: number,
): Reading<Tables> => {
  const { schema, queryMs = 10_000 } = settings;
  const session = {
    search_path: schema,
    default_transaction_read_only: 'on',
    statement_timeout: `${queryMs}`,
    idle_in_transaction_session_timeout: `${3 * queryMs}`,
  };
  // The server gives up first, if it hears us: a network that swallows everything never says so.
  const pool = new Pool({ ...clientConfig(settings, session), query_timeout: queryMs + CONNECT_MS, max: most });
  // An idle connection that breaks has left the pool already; the next question opens another.
  pool.on('error', () => undefined);
  // One that breaks while somebody has it fails what is asked; an error that nobody listens to would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const preparedOn = new WeakMap<PoolClient, Prepared>();
  const lend = async (): Promise<Lent> => {
    try {
      const client = await pool.connect();
      const prepared = preparedOn.get(client) ?? new Prepared();
      preparedOn.set(client, prepared);
      return lent(client, prepared);
    } catch (error) {
      throw asUnavailable(error);
    }
  };
  return {
    db: kyselyOn<Tables>(lend),
    close: async () => {
      if (!pool.ending) await pool.end();
    },
  };
};

/** What was prepared would now answer other columns: another release has changed the table. */
const ANSWERS_OTHERWISE = '0A000';

/**
 * A connection without an answer is asked nothing more, not even to roll back, and does not return to the pool; nor does
 * one whose statements were prepared for other tables.
 */
const lent = (client: PoolClient, prepared: Prepared): Lent => {
  let lostBy: Unavailable | undefined;
  let isReturned = false;
  return {
    query: async (text, values) => {
      if (isReturned) throw new Error('This connection is somebody else’s by now.');
      if (lostBy) throw lostBy;
      try {
        // What has no values may be several statements, and those cannot be prepared.
        return await ask(client, text, values, values.length > 0 ? prepared.nameOf(text) : undefined);
      } catch (error) {
        const told = asUnavailable(error);
        if (told instanceof Unavailable && (isLost(error) || codeOf(error) === ANSWERS_OTHERWISE)) lostBy = told;
        throw told;
      }
    },
    release: () => {
      isReturned = true;
      client.release(lostBy !== undefined);
    },
  };
};
