// The drill with processes of their own: one saves what the other writes, and the other is killed then.
import { readConfiguration } from '@zielwerk/platform';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { buildStateProcess, startStateProcess } from '../testing/state-process';
import { startWriters } from '../testing/writers';
import { findingsIn, logsIn, outOfOrder, tokensOf } from '../testing/written';
import { backupData } from './backup-data';
import { restoreData } from './restore-data';

const ROUNDS = Number(process.env.ZIELWERK_FAULT_ROUNDS ?? 2);
const WRITERS = 64;
const HOUSES = ['stk', 'mi', 'mf', 'mj', 'ms', 'mb', 'mwl', 'mwu', 'mid'];
const ENV = { ZIELWERK_RATE_LIMIT: '1000000', ZIELWERK_EMPTY: 'true' };

describe('a state that another process saves', () => {
  let file: string;
  let folder: string;
  beforeAll(async () => {
    file = await buildStateProcess();
  });
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'zielwerk-drill-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it(
    `is written to by ${WRITERS} writers all the time, and restored as of one moment, ${ROUNDS} times`,
    async () => {
      const configurationOf = (name: string) => readConfiguration({ ZIELWERK_DATA: join(folder, name) });
      const data = join(folder, 'state');
      for (let round = 0; round < ROUNDS; round++) {
        const [saved, restored] = [join(folder, `backup-${round}`), `restored-${round}`];
        const state = await startStateProcess(file, data, ENV);
        const ending = new AbortController();
        const parts = { url: state.url, tokenFor: await tokensOf(data), houses: HOUSES, name: `${round}` };
        const { writing, ended } = await startWriters(parts, WRITERS, ending.signal);
        while (writing.written.length < 4 * WRITERS) await pause(5);
        const before = [...writing.written];
        await backupData(configurationOf('state'), saved);
        const meanwhile = writing.written.length - before.length;
        while (writing.written.length < before.length + meanwhile + WRITERS) await pause(5);
        await state.end('SIGKILL');
        ending.abort();
        await ended;

        expect([writing.refused, meanwhile > 0]).toEqual([[], true]);
        restoreData(configurationOf(restored), saved);
        expect(outOfOrder(writing.written, logsIn(join(folder, restored)))).toEqual([]);
        expect(await findingsIn(join(folder, restored), before)).toEqual([]);
      }
    },
    ROUNDS * 60_000,
  );
});
