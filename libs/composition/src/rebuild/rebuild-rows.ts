// `zielwerk rebuild`: makes the strategy service's rows anew from its log while nothing runs on them.
import { type Configuration, InvalidConfiguration, lockDataFolder } from '@zielwerk/platform';
import type { ReadModel } from '@zielwerk/projection-engine';
import { allProjections } from '@zielwerk/strategy';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { strategyFolder } from '../services/parts';
import { hasReadModel, openStatewideAlone, STATEWIDE_FILE } from '../services/read-model';

/** Checksums of the rows of a projection: the same rows have the same. */
export type RebuiltRows = Readonly<{ projection: string; before: string; after: string }>;

/** `events`: how many the log has. */
export type Rebuilt = Readonly<{ events: number; rows: readonly RebuiltRows[] }>;

const PROJECTIONS = allProjections.map(({ name }) => name);

/**
 * Rebuilds one projection, or all where `projection` is null. Rows that lag behind the log are brought to its end first, so
 * that checksums that differ mean rows that were wrong. Throws InvalidConfiguration, DataFolderInUse, and RebuildFailed for
 * an event that cannot be applied; the rows are as they were then.
 */
export const rebuildRows = async (configuration: Configuration, projection: string | null): Promise<Rebuilt> => {
  const { data } = configuration;
  if (projection !== null && !PROJECTIONS.includes(projection))
    throw new InvalidConfiguration(`--projection ${projection} is none of ${PROJECTIONS.join(', ')}.`);
  // Of a strategy service that runs alone, the data folder is its own.
  const folder = existsSync(join(data, STATEWIDE_FILE)) ? data : strategyFolder(data);
  if (!hasReadModel(configuration, folder))
    throw new InvalidConfiguration(`ZIELWERK_DATA ${data} holds no rows of a state: there is nothing to rebuild.`);

  const undo: (() => Promise<void> | void)[] = [];
  try {
    // Rows in a database are whose lock is there, from wherever.
    for (const place of new Set([data, folder].filter((one) => existsSync(one)))) {
      const lock = lockDataFolder(place);
      undo.push(() => lock.release());
    }
    const readModel = await openStatewideAlone(configuration, folder);
    undo.push(() => readModel.close());
    await readModel.project();
    return await rebuild(readModel, projection);
  } finally {
    for (const step of undo.reverse()) await step();
  }
};

const rebuild = async (
  readModel: Pick<ReadModel, 'rebuild' | 'health' | 'checksum'>,
  projection: string | null,
): Promise<Rebuilt> => {
  const names = projection === null ? PROJECTIONS : [projection];
  const before = await checksums(readModel, names);
  await readModel.rebuild(projection ?? undefined);
  const after = await checksums(readModel, names);
  const { lastOrdinal } = await readModel.health();
  const rows = names.map((name, at) => ({ projection: name, before: before[at] ?? '', after: after[at] ?? '' }));
  return { events: lastOrdinal, rows };
};

const checksums = async (
  readModel: Pick<ReadModel, 'checksum'>,
  names: readonly string[],
): Promise<readonly string[]> => {
  const sums: string[] = [];
  for (const name of names) sums.push(await readModel.checksum(name));
  return sums;
};
