// A data folder belongs to one process.
import { randomUUID } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';

import { InvalidConfiguration } from '../configuration/invalid-configuration';

/** Another process works in the folder; the message says which, as one sentence for people. */
export class DataFolderInUse extends Error {
  override readonly name = 'DataFolderInUse';
}

export interface DataFolderLock {
  /** Lets go of the folder; the second time it does nothing. */
  release(): void;
}

type Holder = Readonly<{ pid: number; since: string; id: string }>;

/**
 * Creates the folder when it is missing and takes it for this process. What a dead process left is taken over. Throws
 * DataFolderInUse, and InvalidConfiguration where there can be no folder that this process writes to. The folder must be
 * on a disk of this machine: process numbers of another one say nothing here.
 */
export const lockDataFolder = (folder: string): DataFolderLock => {
  makeFolder('ZIELWERK_DATA', resolve(folder));
  const file = join(folder, 'lock');
  const mine: Holder = { pid: process.pid, since: startOf(process.pid), id: randomUUID() };
  while (!place(file, mine)) {
    const holder = holderOf(file);
    if (holder && isAlive(holder))
      throw new DataFolderInUse(`The data folder ${resolve(folder)} is in use by process ${holder.pid}.`);
    if (holder) clear(file, holder);
  }
  return {
    release: () => {
      if (holderOf(file)?.id === mine.id) rmSync(file, { force: true });
    },
  };
};

/** Throws InvalidConfiguration, which names the variable, where there can be no folder that this process writes to. */
export const makeFolder = (variable: string, folder: string): void => {
  try {
    make(folder);
    accessSync(folder, constants.W_OK);
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new InvalidConfiguration(
      `${variable} ${folder} must be a folder that this process may write to: ${REASONS[code] ?? message}.`,
    );
  }
};

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission is denied',
  ENOTDIR: 'a file is in the way',
  ENOENT: 'no folder can be made there',
  EROFS: 'it is on a file system that can only be read',
};

/** One after the other, as Node's own way of making several never ends below a folder that takes none. */
const make = (folder: string): void => {
  if (existsSync(folder)) {
    if (!statSync(folder).isDirectory()) throw Object.assign(new Error('Not a folder'), { code: 'ENOTDIR' });
    return;
  }
  make(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another process made it at the same moment.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
};

/** Puts the lock there, whole or not at all; false when there is one. */
const place = (file: string, holder: Holder): boolean => {
  const draft = `${file}.${holder.id}`;
  writeFileSync(draft, JSON.stringify(holder), { mode: 0o600 });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
};

const holderOf = (file: string): Holder | undefined => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
};

/** Moves the dead process's lock aside. Two may try at once: whoever moved away a living one's puts it back. */
const clear = (file: string, dead: Holder): void => {
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const moved = holderOf(aside);
  if (moved && moved.id !== dead.id) place(file, moved);
  rmSync(aside, { force: true });
};

const isAlive = ({ pid, since }: Holder): boolean => {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // Somebody else's process lives, too.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return startOf(pid) === since && !isZombie(pid);
};

/** Ended, and not yet noticed by its parent, as it often is in a container: it holds no file any more. */
const isZombie = (pid: number): boolean => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return ['Z', 'X'].includes(stat.charAt(stat.lastIndexOf(')') + 2));
  } catch {
    return false;
  }
};

/** Tells a process from a later one of the same number, which in a container is the rule. Empty where nobody says. */
const startOf = (pid: number): string => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    // The name, in parentheses, may hold anything; the start is the 20th field after it.
    return `${boot}/${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''}`;
  } catch {
    return '';
  }
};
