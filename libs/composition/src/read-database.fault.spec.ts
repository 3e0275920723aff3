// A state whose rows are in a PostgreSQL database that stops in mid-work and comes back.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { allEvents } from '@zielwerk/contracts';
import { readConfiguration } from '@zielwerk/platform';
import { describeWithOwnPostgres, ownDatabaseForSpecs } from '@zielwerk/postgres-server';
import { openReadModel } from '@zielwerk/projection-engine';
import { allProjections } from '@zielwerk/strategy';
import { verifyReadModel } from '@zielwerk/verification';

import type { Running } from './process/run';
import { startEverything } from './process/start-all-in-one';
import { until } from './services/until';
import { startWriters, type Writing } from './testing/writers';
import { findingsIn, tokensOf } from './testing/written';

const ROUNDS = Number(process.env.ZIELWERK_FAULT_ROUNDS ?? 1);
const WRITERS = 16;
const HOUSES = ['stk', 'mi', 'mf', 'mj', 'ms', 'mb', 'mwl', 'mwu', 'mid'];

describeWithOwnPostgres('a state whose read database stops', () => {
  const database = ownDatabaseForSpecs();
  let data: string;
  let running: Running;
  const engines = () => ({ ZIELWERK_READ_MODEL: 'postgres', ZIELWERK_READ_MODEL_URL: database().url });
  const server = () => {
    const { server: own } = database();
    if (!own) throw new Error('This server is somebody else’s.');
    return own;
  };

  beforeEach(async () => {
    data = mkdtempSync(join(tmpdir(), 'zielwerk-read-database-'));
    const settings = { ZIELWERK_PORT: '0', ZIELWERK_LOG_LEVEL: 'silent', ZIELWERK_RATE_LIMIT: '1000000' };
    const environment = { ZIELWERK_DATA: data, ZIELWERK_EMPTY: 'true', ...settings, ...engines() };
    running = await startEverything(readConfiguration(environment));
  });
  afterEach(async () => {
    await running.stop();
    rmSync(data, { recursive: true });
  });

  const answerOf = async (path: string) => {
    const response = await fetch(`${running.url}${path}`);
    const { status, headers } = response;
    await response.arrayBuffer();
    return [status, headers.get('content-type')?.split(';')[0], headers.get('retry-after')];
  };
  const settled = () =>
    until(async () => {
      for (const { isSettled } of running.services) if (!(await isSettled().catch(() => false))) return false;
      return true;
    });
  /** P1 and P2, as one who only reads them finds them. */
  const findings = async () => {
    const readModel = await openReadModel({
      database: { url: database().url },
      projections: allProjections,
      events: allEvents,
    });
    const checks = await verifyReadModel({
      readModel,
      messaging: running.parts.messaging,
      projections: allProjections,
    });
    await readModel.close();
    return checks.flatMap((check) => check.findings);
  };

  it(
    `records on, answers 503 and has every row right again, ${ROUNDS} times in mid-commit`,
    async () => {
      const all: Writing[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        const ending = new AbortController();
        const parts = { url: running.url, tokenFor: await tokensOf(data), houses: HOUSES, name: `${round}` };
        const { writing, ended } = await startWriters(parts, WRITERS, ending.signal);
        all.push(writing);
        const grown = async (by: number) => {
          const before = writing.written.length;
          while (writing.written.length < before + by) await pause(5);
        };
        await grown(4 * WRITERS);
        await pause((round * 37) % 100);
        await server().stop('immediate');
        await grown(4 * WRITERS);
        expect(await answerOf('/api/strategy/measures')).toEqual([503, 'application/problem+json', '1']);
        expect((await answerOf('/health/ready'))[0]).toBe(503);
        await server().start();
        await grown(WRITERS);
        ending.abort();
        await ended;
        await settled();
        expect([writing.refused, await findings()]).toEqual([[], []]);
        expect((await answerOf('/api/strategy/measures'))[0]).toBe(200);
        expect((await answerOf('/health/ready'))[0]).toBe(200);
      }
      await running.stop();
      const written = all.flatMap((writing) => writing.written);
      expect(await findingsIn(data, written, engines())).toEqual([]);
    },
    120_000 + ROUNDS * 60_000,
  );
});
