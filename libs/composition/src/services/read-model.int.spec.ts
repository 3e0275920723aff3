// A state whose rows are in a PostgreSQL database, as an operator handles it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { readConfiguration } from '@zielwerk/platform';
import { databaseForSpecs, describeWithPostgres } from '@zielwerk/postgres-server';

import { backupData } from '../backup/backup-data';
import { startEverything } from '../process/start-all-in-one';
import { rebuildRows } from '../rebuild/rebuild-rows';
import { verifyData } from '../verify/verify-data';
import { startWriters } from '../testing/writers';
import { tokensOf } from '../testing/written';
import { until } from './until';

describeWithPostgres('a read model in a PostgreSQL database', () => {
  const database = databaseForSpecs();
  const data = mkdtempSync(join(tmpdir(), 'zielwerk-read-model-'));
  afterAll(() => rmSync(data, { recursive: true }));
  const configuration = (folder = data) =>
    readConfiguration({
      ...{ ZIELWERK_DATA: folder, ZIELWERK_PORT: '0', ZIELWERK_EMPTY: 'true', ZIELWERK_LOG_LEVEL: 'silent' },
      ...{ ZIELWERK_READ_MODEL: 'postgres', ZIELWERK_READ_MODEL_URL: database().url },
    });

  it('is read by the service, rebuilt and verified when it has ended, and backed up by nobody', async () => {
    const running = await startEverything(configuration());
    const ending = new AbortController();
    const parts = { url: running.url, tokenFor: await tokensOf(data), houses: ['mid', 'mf'], name: 'a' };
    const { writing, ended } = await startWriters(parts, 4, ending.signal);
    await until(() => Promise.resolve(writing.written.length >= 40));
    ending.abort();
    await ended;
    for (const { isSettled } of running.services) await until(isSettled);
    const { event } = writing.written[0] ?? {};
    const answer = await fetch(`${running.url}/api/strategy/overview?after=${event?.stream ?? ''}@0`);
    expect([answer.status, (await answer.json()) as object]).toEqual([
      200,
      expect.objectContaining({ asOf: expect.anything() }),
    ]);
    const other = join(data, 'of-nobody');
    await expect(rebuildRows(configuration(other), null)).rejects.toThrow(
      'The database in ZIELWERK_READ_MODEL_URL is kept up to date by a service that runs: stop it first.',
    );
    await running.stop();

    const { events, rows } = await rebuildRows(configuration(), null);
    expect(events).toBeGreaterThanOrEqual(40);
    expect(rows.filter(({ before, after }) => before !== after)).toEqual([]);
    const verified = await verifyData(configuration());
    expect(verified.flatMap(({ checks }) => checks.flatMap(({ findings }) => findings))).toEqual([]);
    expect(verified.at(-1)?.checks[0]?.counts).not.toEqual({});
    await expect(backupData(configuration(), join(data, 'backup'))).rejects.toThrow(
      'ZIELWERK_READ_MODEL postgres keeps rows outside the data folder',
    );
  });
});
