import { DatabaseSync } from '@photostructure/sqlite';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { openTogether } from './snapshot';

const ROWS = 200;
const PAUSE_MS = 5;
const NAMES = ['first', 'second'];
const COUNT = `SELECT 'rows', count(*) FROM entry`;

/** In a process of its own, without end: a row into the first file, then one into the second. */
const WRITER = `
  const { DatabaseSync } = require('@photostructure/sqlite');
  const inserts = process.argv.slice(1).map((file) =>
    new DatabaseSync(file, { timeout: 5000 }).prepare('INSERT INTO entry VALUES (zeroblob(500))'));
  process.stdout.write('writing');
  for (;;) {
    for (const insert of inserts) insert.run();
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
  }`;

let folder: string;
let writer: ChildProcess;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zielwerk-snapshot-'));
  const files = NAMES.map((name) => join(folder, name));
  for (const file of files) {
    const db = new DatabaseSync(file);
    db.exec('PRAGMA journal_mode = WAL; CREATE TABLE entry (bytes BLOB)');
    db.close();
  }
  writer = spawn(process.execPath, ['-e', WRITER, ...files], { stdio: ['ignore', 'pipe', 'inherit'] });
  if (writer.stdout) await once(writer.stdout, 'data');
});
afterAll(async () => {
  const ended = once(writer, 'exit');
  writer.kill('SIGKILL');
  await ended;
  rmSync(folder, { recursive: true });
});

const rowsIn = (names: readonly string[]): readonly number[] => {
  const snapshots = openTogether(folder, names);
  const rows = snapshots.map(({ numbers }) => numbers(COUNT).rows ?? 0);
  for (const { close } of snapshots) close();
  return rows;
};

/** A connection keeps its file until its statements are collected: without a pause there would soon be none left. */
const rowsLater = async (names: readonly string[]): Promise<readonly number[]> => {
  await pause(PAUSE_MS);
  return rowsIn(names);
};

it('snapshots of files that another process writes are of one moment', async () => {
  const seen = new Set<number>();
  for (let last = 0; last < ROWS;) {
    const [first = 0, second = 0] = await rowsLater(NAMES);
    seen.add(first - second);
    last = first;
  }
  // The second row of a turn may not be there yet, and never before the first.
  expect([...seen].filter((ahead) => ahead !== 0 && ahead !== 1)).toEqual([]);
});

it('a copy has what its snapshot had, however much was written since', async () => {
  for (const snapshot of openTogether(folder, NAMES.slice(0, 1))) {
    const { rows = 0 } = snapshot.numbers(COUNT);
    while (((await rowsLater(NAMES))[0] ?? 0) < rows + 10) continue;
    await snapshot.copyTo(join(folder, 'copy'));
    snapshot.close();
    expect(rowsIn(['copy'])).toEqual([rows]);
  }
});

it('a file that cannot be read is named', async () => {
  writeFileSync(
    join(folder, 'text'),
    'no database at all, but longer than a hundred bytes, so that there is a header to be read: '.repeat(9),
  );
  expect(() => openTogether(folder, ['first', 'text'])).toThrow(`${join(folder, 'text')} cannot be read now`);
  // And lets go of the others.
  const before = rowsIn(['first']);
  while ((await rowsLater(['first']))[0] === before[0]) continue;
});
