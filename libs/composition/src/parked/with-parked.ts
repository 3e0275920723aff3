// `zielwerk parked`: asks the strategy service where it runs, and its file where it does not.
import { allEvents } from '@zielwerk/contracts';
import {
  type Configuration,
  DataFolderInUse,
  InvalidConfiguration,
  lockDataFolder,
  type ParkedDesk,
} from '@zielwerk/platform';
import { openParkedFile, openReadModel } from '@zielwerk/projection-engine';
import { allProjections } from '@zielwerk/strategy';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { strategyFolder } from '../services/parts';
import { STATEWIDE_FILE } from '../services/read-model';
import { operatorDesk } from './operator-desk';
import { parkedDesk } from './parked-desk';

const USUAL_URL = 'http://127.0.0.1:9464';
const PROJECTIONS = allProjections.map(({ name }) => name);

/**
 * Does what `work` says at the desk of the service at `url`; null stands for the data folder, or for a service that runs on
 * it, or on a database, at the usual address. Throws, with a sentence, where there is neither.
 */
export const withParked = async <Result>(
  { data, readModel }: Configuration,
  url: string | null,
  work: (desk: ParkedDesk) => Promise<Result>,
): Promise<Result> => {
  if (url !== null || readModel.engine === 'postgres') return work(operatorDesk(url ?? USUAL_URL));
  const folder = folderOf(data);
  const file = join(folder, STATEWIDE_FILE);
  const undo: (() => void)[] = [];
  try {
    for (const place of new Set([data, folder])) {
      const lock = lockDataFolder(place);
      undo.push(() => lock.release());
    }
    const source = openParkedFile(file);
    undo.push(() => source.close());
    return await work(parkedDesk(source, () => requeueInFile(file), PROJECTIONS));
  } catch (error) {
    if (error instanceof DataFolderInUse) return await work(operatorDesk(USUAL_URL));
    throw error;
  } finally {
    for (const step of undo.reverse()) step();
  }
};

/** Of a strategy service that runs alone, the data folder is its own. */
const folderOf = (data: string): string => {
  const folder = [data, strategyFolder(data)].find((one) => existsSync(join(one, STATEWIDE_FILE)));
  if (folder === undefined)
    throw new InvalidConfiguration(`ZIELWERK_DATA ${data} holds no rows of a state; name a running service by --url.`);
  return folder;
};

/** Opening a read model tries all again that is parked there, whatever was asked for. */
const requeueInFile = async (file: string) => {
  const before = await countIn(file);
  const readModel = await openReadModel({ file, projections: allProjections, events: allEvents });
  try {
    const { parked } = await readModel.health();
    return { applied: Math.max(0, before - parked), parked };
  } finally {
    await readModel.close();
  }
};

const countIn = async (file: string): Promise<number> => {
  const source = openParkedFile(file);
  try {
    return (await source.parkedPlaces(Number.MAX_SAFE_INTEGER)).length;
  } finally {
    source.close();
  }
};
