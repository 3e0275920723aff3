// How long after its command was accepted a measure can be read: with every service in one process, and with each of them
// in its own, over Kafka and PostgreSQL.
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';

import type * as Clusters from '../../../tools/cluster/cluster.mjs';
import type { Figure } from '../figure';
import { MEASURE, tokensOf, unlimited } from '../house';
import { withTokens } from '../load';
import { percentile } from '../rounds';
import { newFolder, type Run, type Section } from '../run';
import { addressIn, build, startService } from '../service';
import { onPostgres } from './on-postgres';

const PER_SECOND = 500;
const LEAST_SECONDS = 5;
const MINISTRY = 'mwu';
const PORT = 24_900;

/** Where commands go, and where what they did is asked for: one and the same where every service is in one process. */
type Asked = Readonly<{ writes: string; reads: string; tokens: readonly string[]; what: string; atMost: number }>;

const delaysAt = async (run: Run, { writes, reads, tokens, what, atMost }: Asked): Promise<readonly Figure[]> => {
  const child = spawn(process.execPath, [join(run.root, 'tools/bench/visible.mjs')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(
    JSON.stringify({
      ...{ writes, reads, ministry: MINISTRY, headers: withTokens(tokens, 'application/json') },
      ...{ body: JSON.stringify(MEASURE), perSecond: PER_SECOND, seconds: Math.max(LEAST_SECONDS, run.seconds) },
    }),
  );
  const { delays, bad } = JSON.parse(await text(child.stdout)) as { delays: number[]; bad: number };
  if (bad > 0) run.note(`${bad} requests at ${PER_SECOND} commands/s ${what} were not answered with success.`);
  const name = `command accepted → visible in a query at ${PER_SECOND} commands/s, ${what}`;
  return [
    { name: `${name}, p99`, unit: 'ms', ours: percentile(delays, 0.99), reach: { atMost } },
    { name: `${name}, median`, unit: 'ms', ours: percentile(delays, 0.5) },
  ];
};

const inOneProcess = async (run: Run): Promise<readonly Figure[]> => {
  build(run, 'all-in-one');
  const data = newFolder(run, 'visible');
  const tokens = await tokensOf(data);
  const command = [process.execPath, join(run.root, 'dist/apps/all-in-one/main.js')];
  const service = await startService(command, { ...unlimited, ZIELWERK_DATA: data, ZIELWERK_EMPTY: 'true' });
  const address = addressIn(service.line);
  const figures = await delaysAt(run, { writes: address, reads: address, tokens, what: 'in one process', atMost: 100 });
  await service.stop();
  return figures;
};

/** A state of one house that holds all offices. */
const oneHouse = (run: Run, file: string): void => {
  const all = JSON.parse(readFileSync(join(run.root, 'jurisdictions/sachsen-anhalt.json'), 'utf8')) as {
    ministries: readonly Readonly<{ code: string }>[];
  };
  const ministries = all.ministries.filter(({ code }) => code === MINISTRY);
  const offices = { cabinet: MINISTRY, finance: MINISTRY, strategy: MINISTRY };
  writeFileSync(file, JSON.stringify({ ...all, id: 'bench', ministries, offices }));
};

const overKafka = async (run: Run, storeUrl: string): Promise<readonly Figure[]> => {
  build(run, `ministry-${MINISTRY}`, 'strategy-service');
  const data = newFolder(run, 'visible-apart');
  const jurisdiction = join(data, 'jurisdiction.json');
  oneHouse(run, jurisdiction);
  const tokens = await tokensOf(data);
  const { startCluster } = (await import(
    pathToFileURL(join(run.root, 'tools/cluster/cluster.mjs')).href
  )) as typeof Clusters;
  const env = { ZIELWERK_RATE_LIMIT: unlimited.ZIELWERK_RATE_LIMIT, ZIELWERK_LOG_LEVEL: 'fatal' };
  const cluster = await startCluster({ port: PORT, data, jurisdiction, env, store: 'postgres', storeUrl });
  try {
    const at = (port: number | undefined) => `http://127.0.0.1:${port ?? ''}`;
    const [writes, reads] = [at(cluster.houses.get(MINISTRY)), at(cluster.strategy)];
    return await delaysAt(run, { writes, reads, tokens, what: 'over Kafka and PostgreSQL', atMost: 250 });
  } finally {
    await cluster.stop();
  }
};

export const visible: Section = async (run) => [
  ...(await inOneProcess(run)),
  ...(await onPostgres(run, (url) => overKafka(run, url))),
];
