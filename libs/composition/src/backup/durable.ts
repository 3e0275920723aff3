// Files as they stand on the disk: hashed, and there after a power cut.
import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';

const CHUNK = 1024 * 1024;

export type Fingerprint = Readonly<{ size: number; sha256: string }>;

export const fingerprintOf = (file: string): Fingerprint => {
  const hash = createHash('sha256');
  const chunk = Buffer.alloc(CHUNK);
  let size = 0;
  const opened = openSync(file, 'r');
  try {
    for (let read = -1; read !== 0; size += read) {
      read = readSync(opened, chunk);
      hash.update(chunk.subarray(0, read));
    }
  } finally {
    closeSync(opened);
  }
  return { size, sha256: hash.digest('hex') };
};

/** Waits until a file, or the names in a folder, are on the disk. */
export const sync = (place: string): void => {
  // Windows neither opens folders nor needs to.
  if (process.platform === 'win32' && statSync(place).isDirectory()) return;
  const opened = openSync(place, 'r');
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
};

/** The folder with all that is in it. */
export const syncAll = (folder: string): void => {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) sync(join(folder, name));
  sync(folder);
};
