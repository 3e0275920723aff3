import { restoreData } from '@zielwerk/composition';
import { readConfiguration } from '@zielwerk/platform';

import { positionsOf } from './backup';
import type { GlobalOptions } from './options';

/** Prints what is back. Throws, with a sentence, when the backup is not whole or there is something in the data folder. */
export const restore = (folder: string, { data, jurisdiction }: GlobalOptions): void => {
  const configuration = readConfiguration(process.env, { data, jurisdiction });
  const restored = restoreData(configuration, folder);
  process.stdout.write(`${positionsOf(restored.files)}\n`);
  process.stdout.write(`${restored.files.length} files of ${restored.jurisdiction} are in ${configuration.data}.\n`);
  process.stdout.write(`Repeat every erasure that was made after ${restored.takenAt}: zielwerk subject erase.\n`);
};
