// `zielwerk restore`: makes a data folder of a backup, whole or not at all.
import { type Configuration, InvalidConfiguration } from '@zielwerk/platform';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

import { refuseWhatIsElsewhere } from './kept-elsewhere';
import { fingerprintOf, sync, syncAll } from './durable';
import { InvalidBackup, type Manifest, readManifest, type SavedFile } from './manifest';
import { isVacant } from './vacant';

/**
 * Checks every file of the backup, copies them beside the data folder, which must be empty or absent, and then renames
 * the copy. Throws InvalidConfiguration and InvalidBackup; the data folder is as it was then.
 */
export const restoreData = (configuration: Configuration, backup: string): Manifest => {
  refuseWhatIsElsewhere(configuration);
  const data = resolve(configuration.data);
  if (!isVacant(data))
    throw new InvalidConfiguration(`ZIELWERK_DATA ${data} is in use: name a folder that is empty or does not exist.`);
  const manifest = readManifest(backup);
  check(backup, manifest);

  mkdirSync(dirname(data), { recursive: true });
  const draft = mkdtempSync(join(dirname(data), `${basename(data)}.restoring-`));
  try {
    for (const { name } of manifest.files) {
      mkdirSync(dirname(join(draft, name)), { recursive: true });
      copyFileSync(join(backup, name), join(draft, name));
    }
    syncAll(draft);
    moveTo(data, draft);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return manifest;
};

const check = (backup: string, { files }: Manifest): void => {
  const damaged = files.filter((file) => !isWhole(backup, file)).map(({ name }) => name);
  if (damaged.length > 0)
    throw new InvalidBackup(
      `${backup} is damaged and nothing was restored; not as they were saved: ${damaged.join(', ')}.`,
    );
};

const isWhole = (backup: string, { name, size, sha256 }: SavedFile): boolean => {
  const file = join(backup, name);
  if (!existsSync(file)) return false;
  const found = fingerprintOf(file);
  return found.size === size && found.sha256 === sha256;
};

const moveTo = (data: string, draft: string): void => {
  try {
    // It takes the place of an empty folder, and of no other.
    renameSync(draft, data);
  } catch (cause) {
    throw new InvalidConfiguration(
      `ZIELWERK_DATA ${data} cannot be put in place (${String(cause)}): name a folder that does not exist.`,
      { cause },
    );
  }
  sync(dirname(data));
};
