import { readConfiguration } from '@zielwerk/platform';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startServices } from '../process/run';
import { startHouse } from '../services/house';
import { houseFolder } from '../services/parts';
import { verifyData } from './verify-data';

describe('verification', () => {
  let data: string;
  beforeEach(() => {
    data = mkdtempSync(join(tmpdir(), 'zielwerk-verify-'));
  });
  afterEach(() => rmSync(data, { recursive: true }));
  const configuration = () => readConfiguration({ ZIELWERK_DATA: data, ZIELWERK_PORT: '0' });

  it('of a house on its own is about that house, and makes no strategy service', async () => {
    const running = await startServices('test', configuration(), async (parts) => ({
      services: [await startHouse('mf', houseFolder(data, 'mf'), parts)],
    }));
    await running.stop();
    const verified = await verifyData(configuration());
    expect(verified.map(({ subject }) => subject)).toEqual(['mf']);
    expect(verified.flatMap(({ checks }) => checks.flatMap(({ findings }) => findings))).toEqual([]);
    expect(existsSync(join(data, 'strategy'))).toBe(false);
  });

  it.each([
    ['there is no folder of houses', () => undefined],
    ['no house is in it', () => mkdirSync(join(data, 'houses'))],
  ])('of nothing is refused: %s', async (_, make) => {
    make();
    await expect(verifyData(configuration())).rejects.toThrow(
      `ZIELWERK_DATA ${data} holds no data of a state: there is nothing to verify.`,
    );
  });

  it('of a house whose events another engine keeps is refused', async () => {
    const folder = houseFolder(data, 'mf');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'event-store'), 'postgres');
    await expect(verifyData(configuration())).rejects.toThrow(
      `ZIELWERK_EVENT_STORE is sqlite, and the events of mf that belong to ${folder} are kept by postgres.`,
    );
  });
});
