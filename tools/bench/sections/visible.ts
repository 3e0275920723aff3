// How long after its command was accepted a measure can be read, with every service in one process.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

import { MEASURE, tokensOf, unlimited } from '../house';
import { withTokens } from '../load';
import { percentile } from '../rounds';
import { newFolder, type Section } from '../run';
import { addressIn, build, startService } from '../service';

const PER_SECOND = 500;
const LEAST_SECONDS = 5;

export const visible: Section = async (run) => {
  build(run, 'all-in-one');
  const data = newFolder(run, 'visible');
  const tokens = await tokensOf(data);
  const command = [process.execPath, join(run.root, 'dist/apps/all-in-one/main.js')];
  const service = await startService(command, { ...unlimited, ZIELWERK_DATA: data, ZIELWERK_EMPTY: 'true' });
  const child = spawn(process.execPath, [join(run.root, 'tools/bench/visible.mjs')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(
    JSON.stringify({
      ...{ address: addressIn(service.line), ministry: 'mwu', headers: withTokens(tokens, 'application/json') },
      ...{ body: JSON.stringify(MEASURE), perSecond: PER_SECOND, seconds: Math.max(LEAST_SECONDS, run.seconds) },
    }),
  );
  const { delays, bad } = JSON.parse(await text(child.stdout)) as { delays: number[]; bad: number };
  await service.stop();
  if (bad > 0) run.note(`${bad} requests at ${PER_SECOND} commands/s were not answered with success.`);
  const name = `command accepted → visible in a query at ${PER_SECOND} commands/s`;
  return [
    { name: `${name}, p99`, unit: 'ms', ours: percentile(delays, 0.99), reach: { atMost: 100 } },
    { name: `${name}, median`, unit: 'ms', ours: percentile(delays, 0.5) },
  ];
};
