// The drill: a state is saved while it is written to, and restored elsewhere.
import { readConfiguration } from '@zielwerk/platform';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import type { Running } from '../process/run';
import { startEverything } from '../process/start-all-in-one';
import { rebuildRows } from '../rebuild/rebuild-rows';
import { until } from '../services/until';
import { startWriters, type Writing } from '../testing/writers';
import { findingsIn, logsIn, outOfOrder, tokensOf } from '../testing/written';
import { backupData } from './backup-data';
import type { Manifest } from './manifest';
import { restoreData } from './restore-data';

const WRITERS = 16;
const HOUSES = ['stk', 'mi', 'mf', 'mj', 'ms', 'mb', 'mwl', 'mwu', 'mid'];

const configurationOf = (data: string) =>
  readConfiguration({
    ...{ ZIELWERK_DATA: data, ZIELWERK_PORT: '0', ZIELWERK_EMPTY: 'true', ZIELWERK_RATE_LIMIT: '1000000' },
    ZIELWERK_LOG_LEVEL: 'silent',
  });

/** What lasts: without locks, and the logs beside databases, which were closed. */
const filesOf = (data: string): readonly string[] =>
  readdirSync(data, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(data, name)).isFile() && !/lock$|-(?:wal|shm)$/u.test(name))
    .sort();

describe(`a state that is saved while ${WRITERS} writers write`, () => {
  let folder: string;
  let running: Running | undefined;
  const at = (name: string) => join(folder, name);
  let manifest: Manifest;
  let writing: Writing;
  let before: Writing['written'];
  let meanwhile = 0;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'zielwerk-drill-'));
    running = await startEverything(configurationOf(at('state')));
    const ending = new AbortController();
    const parts = { url: running.url, tokenFor: await tokensOf(at('state')), houses: HOUSES, name: 'drill' };
    const writers = await startWriters(parts, WRITERS, ending.signal);
    ({ writing } = writers);
    while (writing.written.length < 2 * WRITERS) await pause(5);
    before = [...writing.written];
    manifest = await backupData(configurationOf(at('state')), at('backup'));
    meanwhile = writing.written.length - before.length;
    while (writing.written.length < before.length + meanwhile + WRITERS) await pause(5);
    ending.abort();
    await writers.ended;
    await running.stop();
    restoreData(configurationOf(at('elsewhere')), at('backup'));
  });
  afterAll(async () => {
    await running?.stop();
    rmSync(folder, { recursive: true });
  });

  it('was written to all the time', () => {
    expect(writing.refused).toEqual([]);
    expect(meanwhile).toBeGreaterThan(WRITERS);
  });

  it('is restored with every file that it has, for the same eyes only', () => {
    expect(filesOf(at('elsewhere'))).toEqual(filesOf(at('state')));
    const key = 'issuer/development-issuer.json';
    expect(statSync(join(at('elsewhere'), key)).mode).toBe(statSync(join(at('state'), key)).mode);
    expect(readdirSync(folder).sort()).toEqual(['backup', 'elsewhere', 'state']);
  });

  it('has each log up to the position that the backup names, byte for byte as in the original', () => {
    const [original, restored] = [logsIn(at('state')), logsIn(at('elsewhere'))];
    expect([...restored.keys()].sort()).toEqual([...HOUSES].sort());
    for (const [house, rows] of restored) {
      const file = manifest.files.find(({ name }) => name === `houses/${house}/events.sqlite`);
      expect([house, file?.reached]).toEqual([house, { position: rows.length }]);
      expect(rows).toEqual(original.get(house)?.slice(0, rows.length));
    }
    // Else the backup would have waited for the end, and this would prove little.
    const count = (logs: typeof original) => [...logs.values()].flat().length;
    expect(count(restored)).toBeLessThan(count(original));
  });

  it('has of each writer what it wrote up to one moment, in whichever house', () => {
    expect(outOfOrder(writing.written, logsIn(at('elsewhere')))).toEqual([]);
  });

  it('has all that was acknowledged before, starts, takes commands, and its rows are those of a rebuild', async () => {
    expect(await findingsIn(at('elsewhere'), before)).toEqual([]);

    running = await startEverything(configurationOf(at('elsewhere')));
    const ending = new AbortController();
    const parts = { url: running.url, tokenFor: await tokensOf(at('elsewhere')), houses: HOUSES, name: 'after' };
    const after = await startWriters(parts, HOUSES.length, ending.signal);
    await until(() => Promise.resolve(after.writing.written.length >= HOUSES.length));
    ending.abort();
    await after.ended;
    await running.stop();

    expect(after.writing.refused).toEqual([]);
    expect(await findingsIn(at('elsewhere'), [...before, ...after.writing.written])).toEqual([]);
    const { events, rows } = await rebuildRows(configurationOf(at('elsewhere')), null);
    expect(rows.filter((one) => one.before !== one.after)).toEqual([]);
    expect(events).toBe([...logsIn(at('elsewhere')).values()].flat().length);
    expect(existsSync(join(at('elsewhere'), 'lock'))).toBe(false);
  });
});
