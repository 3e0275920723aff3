// backup.json: what a backup holds. It is written last, so that a backup without it is known to be incomplete.
import { hash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { isDataFile } from './data-files';
import { type Fingerprint, sync } from './durable';

const FORMAT = 1;
export const MANIFEST_FILE = 'backup.json';

/**
 * A file of the data folder, by its name below it. `reached` says how far it has come: of events and of the strategy
 * service's log the `position` of the last, of the bus each topic's next offset, of readers where they stand.
 */
export type SavedFile = Readonly<{ name: string; reached: Readonly<Record<string, number>> }> & Fingerprint;

export type Manifest = Readonly<{
  /** The id of the jurisdiction whose state it is. */
  jurisdiction: string;
  /** An instant. All that was acknowledged before is in it; what was erased later may be in it still. */
  takenAt: string;
  files: readonly SavedFile[];
}>;

/** A folder that cannot be restored; the message is one sentence. */
export class InvalidBackup extends Error {
  override readonly name = 'InvalidBackup';
}

const sumOf = (manifest: unknown): string => hash('sha256', JSON.stringify(manifest));

/** There at once and whole, or not at all. */
export const writeManifest = (folder: string, manifest: Manifest): void => {
  const file = join(folder, MANIFEST_FILE);
  const content = { format: FORMAT, ...manifest };
  writeFileSync(`${file}.draft`, `${JSON.stringify({ ...content, sha256: sumOf(content) }, null, 2)}\n`);
  sync(`${file}.draft`);
  renameSync(`${file}.draft`, file);
  sync(folder);
};

/** Throws InvalidBackup for a folder that is no backup, an incomplete one, or one whose manifest is not as it was written. */
export const readManifest = (folder: string): Manifest => {
  const file = join(folder, MANIFEST_FILE);
  if (!existsSync(file))
    throw new InvalidBackup(`${folder} is no complete backup: there is no ${MANIFEST_FILE}, which is written last.`);
  const { format, sha256, ...manifest } = contentOf(file);
  if (format !== FORMAT)
    throw new InvalidBackup(`${file} is of format ${String(format)}; this release restores format ${FORMAT}.`);
  if (sumOf({ format, ...manifest }) !== sha256) throw new InvalidBackup(`${file} is not as it was written.`);
  const stranger = manifest.files.find(({ name }) => !isDataFile(name));
  if (stranger) throw new InvalidBackup(`${file} names ${stranger.name}, which is no file of a data folder.`);
  return manifest;
};

const contentOf = (file: string): Manifest & Readonly<{ format: unknown; sha256: unknown }> => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as ReturnType<typeof contentOf>;
  } catch (cause) {
    throw new InvalidBackup(`${file} is not as it was written.`, { cause });
  }
};
