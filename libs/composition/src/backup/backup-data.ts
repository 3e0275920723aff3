// `zielwerk backup`: copies a data folder while services run on it and write.
import { type Configuration, InvalidConfiguration } from '@zielwerk/platform';
import { constants, copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { refuseWhatIsElsewhere } from './kept-elsewhere';
import { filesIn, JURISDICTION_FILE, type Stage, STAGES } from './data-files';
import { fingerprintOf, syncAll } from './durable';
import { type Manifest, type SavedFile, writeManifest } from './manifest';
import { openTogether } from './snapshot';
import { isVacant } from './vacant';

type Copied = Readonly<Pick<SavedFile, 'name' | 'reached'>>;

/**
 * Copies everything into `target`, which must be empty or absent; nothing has to stop, and all that was acknowledged
 * before is in it. Throws InvalidConfiguration, and what goes wrong on the way; then `target` is no complete backup.
 */
export const backupData = async (configuration: Configuration, target: string): Promise<Manifest> => {
  const { data } = configuration;
  refuseWhatIsElsewhere(configuration);
  if (!existsSync(join(data, JURISDICTION_FILE)))
    throw new InvalidConfiguration(`ZIELWERK_DATA ${data} holds no data of a state: there is nothing to back up.`);
  if (!isVacant(target))
    throw new InvalidConfiguration(`The target folder ${target} is in use: name one that is empty or does not exist.`);

  const takenAt = new Date().toISOString();
  // Keys and persons are in it.
  mkdirSync(target, { recursive: true, mode: 0o700 });
  const copied: Copied[] = [];
  for (const stage of STAGES) copied.push(...(await copyStage(stage, data, target)));
  syncAll(target);

  const files = copied.map(({ name, reached }) => ({ name, ...fingerprintOf(join(target, name)), reached }));
  const jurisdiction = readFileSync(join(target, JURISDICTION_FILE), 'utf8').trim();
  const manifest = { jurisdiction, takenAt, files };
  writeManifest(target, manifest);
  return manifest;
};

/** Looks for files only now: a house whose events were on the bus when that was copied has its log by now. */
const copyStage = async (stage: Stage, data: string, target: string): Promise<readonly Copied[]> => {
  const names = filesIn(data, stage);
  for (const name of names) mkdirSync(dirname(join(target, name)), { recursive: true });
  const { reached } = stage;
  if (reached === undefined) return names.map((name) => copyFile(name, data, target));

  const copied: Copied[] = [];
  for (const group of stage.together ? [names] : names.map((name) => [name])) {
    const snapshots = openTogether(data, group);
    try {
      for (const { name, copyTo, numbers } of snapshots) {
        await copyTo(join(target, name));
        copied.push({ name, reached: numbers(reached) });
      }
    } finally {
      for (const { close } of snapshots) close();
    }
  }
  return copied;
};

const copyFile = (name: string, data: string, target: string): Copied => {
  // Not over another's: of two who found the folder empty, one stops here.
  copyFileSync(join(data, name), join(target, name), constants.COPYFILE_EXCL);
  return { name, reached: {} };
};
