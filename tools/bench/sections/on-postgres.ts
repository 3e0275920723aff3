import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import type * as Postgres from '../../../tools/postgres/server.mjs';
import type { Figure } from '../figure';
import { newFolder, type Run } from '../run';

/** Measures on a server of its own; nothing, and a note why, where none can be started. */
export const onPostgres = async (
  run: Run,
  measure: (url: string) => Promise<readonly Figure[]>,
): Promise<readonly Figure[]> => {
  const { postgresMissing, PostgresServer } = (await import(
    pathToFileURL(join(run.root, 'tools/postgres/server.mjs')).href
  )) as typeof Postgres;
  const missing = postgresMissing();
  if (missing !== undefined) {
    run.note(`PostgreSQL is left out: ${missing}`);
    return [];
  }
  // A server that does not run as root must get there.
  chmodSync(run.scratch, 0o755);
  const server = await PostgresServer.open(newFolder(run, 'postgres'));
  try {
    return await measure(server.url);
  } finally {
    await server.stop();
  }
};
