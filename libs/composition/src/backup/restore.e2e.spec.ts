// What is refused, by `zielwerk backup` and by `zielwerk restore`: in one sentence, with everything as it was.
import { readConfiguration } from '@zielwerk/platform';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startServices } from '../process/run';
import { startHouse } from '../services/house';
import { houseFolder, strategyFolder } from '../services/parts';
import { startStrategyService } from '../services/strategy';
import { backupData } from './backup-data';
import { type Manifest, MANIFEST_FILE, writeManifest } from './manifest';
import { restoreData } from './restore-data';

const configurationOf = (data: string, more: Readonly<Record<string, string>> = {}) =>
  readConfiguration({ ZIELWERK_DATA: data, ZIELWERK_PORT: '0', ...more });
const KAFKA = { ZIELWERK_BUS: 'kafka', ZIELWERK_KAFKA_BROKERS: 'localhost:9092' };

let folder: string;
let manifest: Manifest;
const at = (...names: readonly string[]) => join(folder, ...names);
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zielwerk-restore-'));
  const data = at('state');
  const running = await startServices('test', configurationOf(data), async (parts) => {
    const house = await startHouse('mf', houseFolder(data, 'mf'), parts);
    return { services: [house, await startStrategyService(strategyFolder(data), parts)] };
  });
  await running.stop();
  manifest = await backupData(configurationOf(data), at('backup'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A copy of the backup, to be damaged. */
const copyOf = (name: string): string => {
  cpSync(at('backup'), at(name), { recursive: true });
  return at(name);
};
const flip = (file: string, offset: number): void => {
  const bytes = readFileSync(file);
  bytes.writeUInt8(bytes.readUInt8(offset) ^ 0x01, offset);
  writeFileSync(file, bytes);
};
const restore = (backup: string, data = at('elsewhere'), more = {}) => restoreData(configurationOf(data, more), backup);
/** The sentence, once it is sure that nothing of a restore is left. */
const refusal = (act: () => unknown): string => {
  const before = readdirSync(folder);
  try {
    act();
    return 'restored';
  } catch (error) {
    expect(readdirSync(folder)).toEqual(before);
    return (error as Error).message;
  }
};

it('a flipped byte is named, in whichever file it is, and nothing is restored', () => {
  expect(manifest.files.map(({ name }) => name)).toEqual([
    ...['issuer/development-issuer.json', 'jurisdiction', 'houses/mf/checkpoints.sqlite', 'strategy/statewide.sqlite'],
    ...['bus.sqlite', 'houses/mf/events.sqlite', 'houses/mf/subjects.sqlite'],
  ]);
  const backup = copyOf('flipped');
  for (const { name, size } of manifest.files) {
    flip(join(backup, name), Math.floor(size / 2));
    expect(refusal(() => restore(backup))).toBe(
      `${backup} is damaged and nothing was restored; not as they were saved: ${name}.`,
    );
    flip(join(backup, name), Math.floor(size / 2));
  }
  expect(refusal(() => restore(backup))).toBe('restored');
  rmSync(at('elsewhere'), { recursive: true });
});

it('files that are missing or cut short are named together', () => {
  const backup = copyOf('short');
  rmSync(join(backup, 'bus.sqlite'));
  writeFileSync(
    join(backup, 'houses/mf/events.sqlite'),
    readFileSync(at('backup/houses/mf/events.sqlite')).subarray(1),
  );
  expect(refusal(() => restore(backup))).toBe(
    `${backup} is damaged and nothing was restored; not as they were saved: bus.sqlite, houses/mf/events.sqlite.`,
  );
});

it('any flipped byte of the manifest is noticed', () => {
  const backup = copyOf('manifest');
  const file = join(backup, MANIFEST_FILE);
  const { length } = readFileSync(file);
  for (let offset = 0; offset < length; offset += 41) {
    flip(file, offset);
    expect([offset, refusal(() => restore(backup)).startsWith(file)]).toEqual([offset, true]);
    flip(file, offset);
  }
});

it('a backup that was interrupted is refused, and so is a folder that is none', () => {
  const backup = copyOf('interrupted');
  rmSync(join(backup, MANIFEST_FILE));
  for (const folderOf of [backup, at('nowhere')])
    expect(refusal(() => restore(folderOf))).toBe(
      `${folderOf} is no complete backup: there is no backup.json, which is written last.`,
    );
});

it('a manifest that names files elsewhere, or is of another format, is refused', () => {
  const backup = copyOf('foreign');
  for (const name of ['../../home/x', '/etc/jurisdiction', 'houses/../../bus.sqlite', 'houses/mf/other.sqlite']) {
    writeManifest(backup, { ...manifest, files: [{ name, size: 0, sha256: '', reached: {} }] });
    expect(refusal(() => restore(backup))).toBe(
      `${join(backup, MANIFEST_FILE)} names ${name}, which is no file of a data folder.`,
    );
  }
  writeFileSync(join(backup, MANIFEST_FILE), '{"format":2}');
  expect(refusal(() => restore(backup))).toBe(
    `${join(backup, MANIFEST_FILE)} is of format 2; this release restores format 1.`,
  );
});

it('what is in a data folder is never overwritten, and an empty one is filled', () => {
  const data = at('mine');
  mkdirSync(data);
  writeFileSync(join(data, 'notes'), 'mine');
  const sentence = `ZIELWERK_DATA ${data} is in use: name a folder that is empty or does not exist.`;
  expect(refusal(() => restore(at('backup'), data))).toBe(sentence);
  expect(readdirSync(data)).toEqual(['notes']);
  expect(refusal(() => restore(at('backup'), join(data, 'notes')))).toContain('is in use');

  rmSync(join(data, 'notes'));
  restore(at('backup'), data);
  expect(readdirSync(data).sort()).toEqual(['bus.sqlite', 'houses', 'issuer', 'jurisdiction', 'strategy']);
  expect(refusal(() => restore(at('backup'), data))).toBe(sentence);
});

it('a backup overwrites nothing, also no earlier or interrupted one', async () => {
  const before = readFileSync(at('backup', MANIFEST_FILE), 'utf8');
  await expect(backupData(configurationOf(at('state')), at('backup'))).rejects.toThrow(
    `The target folder ${at('backup')} is in use: name one that is empty or does not exist.`,
  );
  expect(readFileSync(at('backup', MANIFEST_FILE), 'utf8')).toBe(before);
});

it('a folder without a state is not saved, and none is made', async () => {
  await expect(backupData(configurationOf(at('nothing')), at('of-nothing'))).rejects.toThrow(
    `ZIELWERK_DATA ${at('nothing')} holds no data of a state: there is nothing to back up.`,
  );
  expect([existsSync(at('nothing')), existsSync(at('of-nothing'))]).toEqual([false, false]);
});

it('is refused where the bus is elsewhere and would not be of the same moment', async () => {
  const sentence =
    'ZIELWERK_BUS kafka keeps the bus outside the data folder: backup and restore are for embedded only.';
  await expect(backupData(configurationOf(at('state'), KAFKA), at('of-kafka'))).rejects.toThrow(sentence);
  expect(refusal(() => restore(at('backup'), at('elsewhere'), KAFKA))).toBe(sentence);
});

it.each([
  ['postgres', 'postgres://db/z', 'use pg_dump for the schema of each house'],
  [
    'kurrent',
    'kurrentdb://db:2113',
    "use the server's own backup, and copy the data folder while the house is stopped",
  ],
])('is refused where %s keeps the events, and what to use instead is said', async (engine, url, instead) => {
  const store = { ZIELWERK_EVENT_STORE: engine, ZIELWERK_EVENT_STORE_URL: url };
  const sentence = `ZIELWERK_EVENT_STORE ${engine} keeps events outside the data folder, and backup and restore are for sqlite only: ${instead}.`;
  await expect(backupData(configurationOf(at('state'), store), at('of-server'))).rejects.toThrow(sentence);
  expect(refusal(() => restore(at('backup'), at('elsewhere'), store))).toBe(sentence);
  expect(existsSync(at('of-server'))).toBe(false);
});

it('is refused where the rows are kept elsewhere', () => {
  const rows = { ZIELWERK_READ_MODEL: 'postgres', ZIELWERK_READ_MODEL_URL: 'postgres://db/z' };
  expect(refusal(() => restore(at('backup'), at('elsewhere'), rows))).toBe(
    'ZIELWERK_READ_MODEL postgres keeps rows outside the data folder, and backup and restore are for sqlite only: a read model is made anew from the bus, so none is needed.',
  );
});
