import { rebuildRows } from '@zielwerk/composition';
import { readConfiguration } from '@zielwerk/platform';

import type { GlobalOptions } from './options';

export type RebuildOptions = GlobalOptions & Readonly<{ projection?: string }>;

/** Prints the rows' checksums before and after; the exit code is 1 when they differ. Throws, with a sentence, what stops it. */
export const rebuild = async ({ projection, data, jurisdiction }: RebuildOptions): Promise<void> => {
  const { events, rows } = await rebuildRows(
    readConfiguration(process.env, { data, jurisdiction }),
    projection ?? null,
  );
  for (const { projection: name, before, after } of rows)
    process.stdout.write(`${name}: ${before === after ? `${after}, as before` : `${after}, before ${before}`}\n`);
  const wrong = rows.filter(({ before, after }) => before !== after);
  process.stdout.write(
    wrong.length === 0
      ? `The rows are what ${events} events make.\n`
      : `${wrong.length} projections were not what ${events} events make, and are now.\n`,
  );
  process.exitCode = wrong.length === 0 ? 0 : 1;
};
