import { DatabaseSync } from '@photostructure/sqlite';
import { DevelopmentIssuer, readConfiguration } from '@zielwerk/platform';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type Running, startServices } from '../process/run';
import { startHouse } from '../services/house';
import { houseFolder, strategyFolder } from '../services/parts';
import { startStrategyService } from '../services/strategy';
import { until } from '../services/until';
import { rebuildRows } from './rebuild-rows';

describe('rows that are made anew', () => {
  let data: string;
  let running: Running;
  beforeAll(async () => {
    data = mkdtempSync(join(tmpdir(), 'zielwerk-rebuild-'));
    running = await startServices('test', configuration(), async (parts) => {
      const house = await startHouse('mf', houseFolder(data, 'mf'), parts);
      return { services: [house, await startStrategyService(strategyFolder(data), parts)] };
    });
    const issuer = await DevelopmentIssuer.open(join(data, 'issuer'));
    const token = await issuer.issue({ sub: 'editor', ministry: 'mf', roles: ['editor'] });
    for (const title of ['E-Akte', 'E-Rechnung'])
      await fetch(`${running.url}/api/ministries/mf/measures`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ title }),
      });
    await until(async () => {
      for (const { isSettled } of running.services) if (!(await isSettled())) return false;
      return true;
    });
  });
  afterAll(async () => {
    await running.stop();
    rmSync(data, { recursive: true });
  });

  const configuration = () => readConfiguration({ ZIELWERK_DATA: data, ZIELWERK_PORT: '0' });
  const rebuilt = async (projection: string | null = null) => {
    const { events, rows } = await rebuildRows(configuration(), projection);
    return { events, names: rows.map((one) => one.projection), wrong: rows.filter((one) => one.before !== one.after) };
  };
  const tamper = (sql: string): void => {
    const db = new DatabaseSync(join(strategyFolder(data), 'statewide.sqlite'));
    db.exec(sql);
    db.close();
  };

  it('are left alone while the state runs', async () => {
    await expect(rebuildRows(configuration(), null)).rejects.toThrow(`is in use by process ${process.pid}.`);
    await running.stop();
  });

  it('are the same where they were right', async () => {
    const { events, names, wrong } = await rebuilt();
    expect([events, names.includes('measure'), wrong]).toEqual([2, true, []]);
    expect((await rebuilt('measure')).names).toEqual(['measure']);
  });

  it('are mended and named where they were wrong, or where one was missing', async () => {
    tamper(`UPDATE measure SET title = 'Something else' WHERE title = 'E-Akte'`);
    expect((await rebuilt()).wrong).toEqual([
      { projection: 'measure', before: expect.stringMatching(/\/2$/u), after: expect.stringMatching(/\/2$/u) },
    ]);
    expect((await rebuilt()).wrong).toEqual([]);
    tamper('DELETE FROM measure');
    expect((await rebuilt('measure')).wrong).toMatchObject([{ before: '0000000000000000/0' }]);
    expect((await rebuilt()).wrong).toEqual([]);
  });

  it('are not wrong for being behind the log', async () => {
    tamper(`DELETE FROM measure; UPDATE projection SET ordinal = 0 WHERE name = 'measure'`);
    expect((await rebuilt('measure')).wrong).toEqual([]);
  });

  it('are made for projections that there are, in a folder that has some', async () => {
    await expect(rebuildRows(configuration(), 'bottle')).rejects.toThrow(
      /^--projection bottle is none of .*\bmeasure\b/u,
    );
    const nothing = readConfiguration({ ZIELWERK_DATA: join(data, 'nothing') });
    await expect(rebuildRows(nothing, null)).rejects.toThrow(
      `ZIELWERK_DATA ${join(data, 'nothing')} holds no rows of a state: there is nothing to rebuild.`,
    );
  });
});
