// One ministry's service with its relay in a process of its own, and the tokens of fifty who send to it.
import { DevelopmentIssuer } from '@zielwerk/platform';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { newFolder, type Run } from './run';
import { addressIn, build, startService } from './service';

const CODE = 'mwu';
const SENDERS = 50;

export type House = Readonly<{
  /** Of its API. */
  url: string;
  tokens: readonly string[];
  /** Resolves when the relay has published everything: what is left to do must not weigh on the next one's round. */
  rested: () => Promise<void>;
  stop: () => Promise<void>;
}>;

export const tokensOf = async (data: string): Promise<readonly string[]> => {
  const issuer = await DevelopmentIssuer.open(join(data, 'issuer'));
  return Promise.all(
    Array.from({ length: SENDERS }, (_, at) =>
      issuer.issue({ sub: `bench-${at}`, ministry: CODE, roles: ['editor'], unit: 'Referat 12' }),
    ),
  );
};

/** The limit of requests per subject is raised: fifty senders would meet it at once. */
export const unlimited = { ZIELWERK_RATE_LIMIT: '1000000', ZIELWERK_PORT: '0', ZIELWERK_LOG_LEVEL: 'fatal' };

export const startHouse = async (run: Run, name: string): Promise<House> => {
  build(run, `ministry-${CODE}`);
  const data = newFolder(run, name);
  const tokens = await tokensOf(data);
  const file = join(run.root, `dist/apps/ministry-${CODE}/main.js`);
  const service = await startService([process.execPath, file], { ...unlimited, ZIELWERK_DATA: data });
  const url = `${addressIn(service.line)}/api/ministries/${CODE}`;
  return { url, tokens, rested: () => rested(`${url}/health/ready`), stop: service.stop };
};

type Ready = Readonly<{ checks: { relay: { lag: number } } }>;

const rested = async (url: string): Promise<void> => {
  const lag = async () => ((await (await fetch(url)).json()) as Ready).checks.relay.lag;
  while ((await lag()) > 0) await pause(50);
};

const TITLE = 'Erneuerbare Energien ausbauen';
const DESCRIPTION = 'Photovoltaik auf jedem Dach des Landes, bis 2030.';
/** Without an id and a key: each is a measure of its own. About as large as the body that the peer gets. */
export const MEASURE = { title: TITLE, description: DESCRIPTION };
