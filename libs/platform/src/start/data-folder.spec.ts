import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { InvalidConfiguration } from '../configuration/invalid-configuration';
import { DataFolderInUse, lockDataFolder } from './data-folder';

describe('a data folder', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'zielwerk-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const leftBy = (pid: number, since: string) =>
    writeFile(join(folder, 'lock'), JSON.stringify({ pid, since, id: 'x' }));
  const deadPid = async () => {
    const child = spawn(process.execPath, ['-e', '']);
    await once(child, 'exit');
    return child.pid ?? 0;
  };

  it('belongs to one at a time, and says to whom', () => {
    const lock = lockDataFolder(folder);
    expect(() => lockDataFolder(folder)).toThrow(
      new DataFolderInUse(`The data folder ${folder} is in use by process ${process.pid}.`),
    );
    lock.release();
    lock.release();
    lockDataFolder(folder).release();
  });

  it.each([
    ['a file is in the way', (inside: string) => join(inside, 'lock', 'data')],
    ['no folder can be made there', () => '/proc/data'],
  ])('is refused where %s, in a sentence that names the variable', async (reason, placeIn) => {
    await leftBy(1, '');
    const place = placeIn(folder);
    expect(() => lockDataFolder(place)).toThrow(
      new InvalidConfiguration(`ZIELWERK_DATA ${place} must be a folder that this process may write to: ${reason}.`),
    );
  });

  it('is made when it is missing, and left clean', async () => {
    const lock = lockDataFolder(join(folder, 'a', 'b'));
    expect(await readdir(join(folder, 'a', 'b'))).toEqual(['lock']);
    lock.release();
    expect(await readdir(join(folder, 'a', 'b'))).toEqual([]);
  });

  it('is taken over from a process that died', async () => {
    await leftBy(await deadPid(), '');
    const lock = lockDataFolder(folder);
    expect(await readdir(folder)).toEqual(['lock']);
    lock.release();
  });

  it('is taken over from an earlier process of the same number', async () => {
    await leftBy(process.pid, 'boot/1');
    lockDataFolder(folder).release();
    expect(await readdir(folder)).toEqual([]);
  });

  it('is not let go of by whom it was taken from', async () => {
    const lock = lockDataFolder(folder);
    await leftBy(process.pid, 'other');
    lock.release();
    expect(await readdir(folder)).toEqual(['lock']);
  });
});
