import { DatabaseSync } from '@photostructure/sqlite';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { temporaryFolder } from '../testing/temporary-folder';
import { SqliteSubjects } from './sqlite-subjects';

const folder = temporaryFolder();
const opened: SqliteSubjects[] = [];
const open = (name = `subjects-${opened.length}.sqlite`): SqliteSubjects => {
  const subjects = new SqliteSubjects(folder.file(name));
  opened.push(subjects);
  return subjects;
};
afterEach(() => {
  for (const subjects of opened.splice(0)) subjects.close();
});

/** The files of the folder that hold the text. */
const filesWith = (text: string): readonly string[] => {
  const place = dirname(folder.file('x'));
  return readdirSync(place).filter((name) => readFileSync(join(place, name)).includes(text));
};

it('subjects are who they were after a restart, also after one without a farewell', async () => {
  const first = open('subjects.sqlite');
  const ref = await first.refOf('erika');
  const second = open('subjects.sqlite');
  expect([await second.refOf('erika'), await second.personOf(ref)]).toEqual([ref, 'erika']);
  first.close();
  second.close();
  await expect(second.refOf('erika')).rejects.toThrow();
  expect(await open('subjects.sqlite').refOf('erika')).toBe(ref);
});

it('two who have the file open give one reference', async () => {
  const [first, second] = [open('subjects.sqlite'), open('subjects.sqlite')];
  expect(await first.refOf('erika')).toBe(await second.refOf('erika'));
});

it('no byte of an erased subject is left in any file, among hundreds of others', async () => {
  const subjects = open('subjects.sqlite');
  // In this order one page splits so that a copy of the 94th stays behind in it.
  const names = Array.from({ length: 400 }, (_, n) => `person-${(n * 7) % 400}-${'n'.repeat(n % 90)}.`);
  for (const name of names) await subjects.refOf(name);
  const [ref, erased] = [await subjects.refOf(names[1] ?? ''), [0, 93, 200, 399].map((n) => names[n] ?? '')];
  for (const name of erased) {
    expect(filesWith(name)).not.toEqual([]);
    expect(await subjects.erase(name)).toBe(true);
  }
  expect(erased.map(filesWith)).toEqual(erased.map(() => []));
  expect(await open('subjects.sqlite').refOf(names[1] ?? '')).toBe(ref);
});

it('what an erasure that was cut short left behind is gone after the next', async () => {
  const subjects = open('subjects.sqlite');
  await subjects.refOf('erika-mustermann');
  const connection = new DatabaseSync(folder.file('subjects.sqlite'));
  // As if the process had ended between deleting and scrubbing: the row is gone, its bytes stand in the log.
  connection.exec("DELETE FROM subject WHERE subject = 'erika-mustermann'");
  connection.close();
  expect(filesWith('erika-mustermann')).toEqual(['subjects.sqlite-wal']);
  expect(await subjects.erase('erika-mustermann')).toBe(false);
  expect(filesWith('erika-mustermann')).toEqual([]);
});
