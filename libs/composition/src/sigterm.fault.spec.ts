import { describeWithKafka } from '@zielwerk/spec-engines';
import { databaseForSpecs, describeWithPostgres } from '@zielwerk/postgres-server';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { buildProcess, type StateProcess, startStateProcess } from './testing/state-process';
import { startWriters, type Writing } from './testing/writers';
import { findingsIn, logsIn, tokensOf, unanswered } from './testing/written';

const ROUNDS = Math.min(10, Number(process.env.ZIELWERK_FAULT_ROUNDS ?? 1));
const WRITERS = 64;
const READERS = 20;
const LIMIT_MS = 10_000;
const HOUSES = ['stk', 'mi', 'mf', 'mj', 'ms', 'mb', 'mwl', 'mwu', 'mid'];

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
};

let data: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'zielwerk-sigterm-'));
});
afterEach(() => rmSync(data, { recursive: true }));

type Load = Readonly<{ state: StateProcess; houses: readonly string[]; name: string }>;

/** Lets writers loose, does something while they are in full swing, asks the process to end, and tells what became of all. */
const endUnderLoad = async ({ state, houses, name }: Load, meanwhile: () => Promise<unknown>) => {
  const ending = new AbortController();
  const parts = { url: state.url, tokenFor: await tokensOf(data), houses, name };
  const { writing, ended } = await startWriters(parts, WRITERS, ending.signal);
  while (writing.written.length < 2 * WRITERS) await pause(5);
  await meanwhile();
  const asked = Date.now();
  const code = await state.end('SIGTERM');
  const tookMs = Date.now() - asked;
  ending.abort();
  await ended;
  return { writing, code, inTime: tookMs < LIMIT_MS };
};

type Asking = Readonly<{ accepted: Promise<unknown>; answered: Promise<number> }>;

/** Waits for an event that never comes, for up to two seconds; the service itself says when it has accepted the request. */
const waitingReader = (url: string): Asking => {
  const place = 'mf.measure-0190a1de-0000-7000-8000-000000000001@9';
  const address = `${url}/api/strategy/measures?after=${encodeURIComponent(place)}`;
  const asking = request(address, { agent: false, headers: { expect: '100-continue' } });
  const answered = new Promise<number>((resolve, reject) => {
    asking.once('response', (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    asking.once('error', reject);
  });
  const accepted = Promise.race([once(asking, 'continue'), answered]);
  asking.end();
  return { accepted, answered };
};

describe('a state that is asked to end under load', () => {
  let file: string;
  beforeAll(async () => {
    file = await buildProcess('all-in-one');
  });

  it(
    `answers all that it accepted and ends within ten seconds, with operators looking, ${ROUNDS} times`,
    async () => {
      const all: Writing['written'] = [];
      for (let round = 0; round < ROUNDS; round++) {
        const port = await freePort();
        const env = { ZIELWERK_RATE_LIMIT: '1000000', ZIELWERK_EMPTY: 'true', ZIELWERK_OPERATOR_PORT: String(port) };
        const state = await startStateProcess(file, data, env);
        const looking = new AbortController();
        const looked = scrape(`http://127.0.0.1:${port}`, looking.signal);
        const readers: Asking[] = [];
        const { writing, code, inTime } = await endUnderLoad({ state, houses: HOUSES, name: `${round}` }, async () => {
          readers.push(...Array.from({ length: READERS }, () => waitingReader(state.url)));
          await Promise.all(readers.map(({ accepted }) => accepted));
        });
        looking.abort();
        all.push(...writing.written);
        expect([code, inTime, writing.refused, state.said()]).toMatchObject([
          0,
          true,
          [],
          expect.not.stringContaining('error'),
        ]);
        expect(await Promise.all(readers.map(({ answered }) => answered))).toEqual(
          Array.from({ length: READERS }, () => 200),
        );
        expect(await looked).toBeGreaterThan(0);
        expect(unanswered(all, logsIn(data))).toEqual([]);
        expect(await findingsIn(data, all)).toEqual([]);
      }
    },
    ROUNDS * 120_000,
  );
});

/** How often an operator's tool got figures until it stopped. */
const scrape = async (url: string, signal: AbortSignal): Promise<number> => {
  let got = 0;
  while (!signal.aborted) {
    const pages = await Promise.all(['/metrics', '/health/ready'].map((path) => fetch(url + path, { signal }))).catch(
      () => [],
    );
    for (const page of pages) got += (await page.text().catch(() => '')) === '' ? 0 : 1;
    await pause(100);
  }
  return got;
};

/** A house as a process of its own. */
const startHouseProcess = async (env: Readonly<Record<string, string>>): Promise<StateProcess> =>
  startStateProcess(await buildProcess('ministry'), join(data, 'houses/mf'), {
    ...{ ...env, ZIELWERK_MINISTRY: 'mf', ZIELWERK_RATE_LIMIT: '1000000' },
    ...{ ZIELWERK_ISSUER_FOLDER: join(data, 'issuer'), ZIELWERK_OPERATOR_PORT: String(await freePort()) },
  });

describeWithKafka('on a real Kafka,', () => {
  it.each([
    ['there', false],
    ['away', true],
  ])(
    'a house ends within ten seconds, and answers what it accepted, with the broker %s',
    async (_, away) => {
      const { startBroker } = await import('../../../tools/kafka/broker.mjs');
      const broker = await startBroker({ dataDir: join(data, 'kafka') });
      try {
        const kafka = { ZIELWERK_BUS: 'kafka', ZIELWERK_KAFKA_BROKERS: broker.brokers };
        const state = await startHouseProcess(kafka);
        const { writing, code, inTime } = await endUnderLoad({ state, houses: ['mf'], name: 'house' }, async () => {
          if (away) await broker.stop();
          await pause(500);
        });
        expect([code, inTime, writing.refused]).toEqual([0, true, []]);
        expect(unanswered(writing.written, logsIn(data))).toEqual([]);
        if (away) await broker.restart();
        expect(await findingsIn(data, writing.written, kafka)).toEqual([]);
      } finally {
        await broker.stop();
      }
    },
    180_000,
  );
});

describeWithPostgres('on a real PostgreSQL,', () => {
  const database = databaseForSpecs();

  it('a house ends within ten seconds, and answers what it accepted', async () => {
    const { url, run } = database();
    const postgres = { ZIELWERK_EVENT_STORE: 'postgres', ZIELWERK_EVENT_STORE_URL: url };
    const state = await startHouseProcess(postgres);
    const { writing, code, inTime } = await endUnderLoad({ state, houses: ['mf'], name: 'house' }, () => pause(500));
    expect([code, inTime, writing.refused]).toEqual([0, true, []]);
    const rows = (await run('SELECT data FROM zielwerk_mf.event')).map((row) => JSON.stringify(row));
    expect(rows.length).toBeGreaterThan(2 * WRITERS);
    expect(unanswered(writing.written, new Map([['mf', rows]]))).toEqual([]);
    // The bus of a house that runs alone is its own: here only its log is looked at.
    const found = await findingsIn(data, writing.written, postgres);
    expect(found.filter(({ invariant }) => invariant.startsWith('D'))).toEqual([]);
  });
});
