import { backupData, type SavedFile } from '@zielwerk/composition';
import { readConfiguration } from '@zielwerk/platform';
import { basename, dirname } from 'node:path';

import type { GlobalOptions } from './options';

/** Prints up to where each house is saved. Throws, with a sentence, when there is nothing to save or the target is in use. */
export const backup = async (target: string, { data, jurisdiction }: GlobalOptions): Promise<void> => {
  const saved = await backupData(readConfiguration(process.env, { data, jurisdiction }), target);
  process.stdout.write(`${positionsOf(saved.files)}\n`);
  process.stdout.write(`${saved.files.length} files of ${saved.jurisdiction} are saved in ${target}.\n`);
  process.stdout.write(`All that was acknowledged before ${saved.takenAt} is in it.\n`);
};

/** A line for each log. */
export const positionsOf = (files: readonly SavedFile[]): string =>
  files
    .flatMap(({ name, reached: { position } }) =>
      position === undefined ? [] : [`${basename(dirname(name)).padEnd(8)}  up to position ${position}`],
    )
    .join('\n');
