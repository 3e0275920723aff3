import { readConfiguration } from '@zielwerk/platform';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startServices } from './run';

describe('a process that cannot start', () => {
  let data: string;
  beforeEach(() => {
    data = mkdtempSync(join(tmpdir(), 'zielwerk-run-'));
  });
  afterEach(() => rmSync(data, { recursive: true }));

  const start = (more: Readonly<Record<string, string>> = {}) =>
    startServices('test', readConfiguration({ ZIELWERK_DATA: data, ZIELWERK_PORT: '0', ...more }), () =>
      Promise.resolve({ services: [] }),
    );

  it('says whose the data folder is when another jurisdiction is asked for', async () => {
    await (await start()).stop();
    const file = join(data, 'other.json');
    const ours = JSON.parse(readFileSync('jurisdictions/sachsen-anhalt.json', 'utf8')) as object;
    writeFileSync(file, JSON.stringify({ ...ours, id: 'elsewhere', name: 'Elsewhere' }));
    await expect(start({ ZIELWERK_JURISDICTION: file })).rejects.toThrow(
      `ZIELWERK_DATA ${data} holds the data of «sachsen-anhalt», and ZIELWERK_JURISDICTION is «elsewhere» (Elsewhere).`,
    );
    await (await start()).stop();
  });

  it('says on which bus its services have published when another is asked for', async () => {
    await (await start()).stop();
    await expect(start({ ZIELWERK_BUS: 'kafka', ZIELWERK_KAFKA_BROKERS: 'localhost:1' })).rejects.toThrow(
      `ZIELWERK_BUS is kafka, and the services of ZIELWERK_DATA ${data} have published on embedded.`,
    );
    await (await start()).stop();
  });

  it.each([
    [{ ZIELWERK_JURISDICTION: '/nowhere.json' }, 'ZIELWERK_JURISDICTION, or --jurisdiction, cannot be used: The jur'],
    [{ ZIELWERK_ISSUER_FOLDER: '/dev/null/keys' }, 'ZIELWERK_ISSUER_FOLDER /dev/null/keys must be a folder that this'],
    [{ ZIELWERK_ISSUER_FOLDER: '/proc/keys' }, 'ZIELWERK_ISSUER_FOLDER /proc/keys must be a folder that this process'],
  ])('names the variable of %j', async (more: Record<string, string>, sentence) => {
    await expect(start(more)).rejects.toThrow(sentence);
    await (await start()).stop();
  });

  it('names the port that is taken, and lets go of the data folder', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    await expect(start({ ZIELWERK_PORT: String(port) })).rejects.toThrow(`Port ${port} of 127.0.0.1 is in use`);
    other.close();
    await (await start()).stop();
  });

  it('says who uses the data folder', async () => {
    const running = await start();
    await expect(start()).rejects.toThrow(`is in use by process ${process.pid}.`);
    await running.stop();
  });
});
