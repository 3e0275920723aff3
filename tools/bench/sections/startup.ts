// `npm start` on a built tree: from the command to the line that says that every service answers, and what memory it has then.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Figure } from '../figure';
import { median } from '../rounds';
import { newFolder, type Section } from '../run';
import { build, startService } from '../service';

type Start = Readonly<{ ms: number; megabytes: number }>;

export const startup: Section = async (run) => {
  build(run, 'all-in-one', 'cli');
  const first: Start[] = [];
  const empty: Start[] = [];
  const next: Start[] = [];
  for (let round = 0; round < run.rounds; round += 1) {
    const data = newFolder(run, `startup-${round}`);
    empty.push(await start(newFolder(run, `startup-empty-${round}`), '--empty'));
    first.push(await start(data));
    next.push(await start(data));
  }
  const ready = (starts: readonly Start[]) => median(starts.map(({ ms }) => ms));
  return [
    { name: 'npm start, the first time, without the sample: ready', unit: 'ms', ours: ready(empty) },
    { name: 'npm start, the first time: ready', unit: 'ms', ours: ready(first) },
    { name: 'that is for the sample', unit: 'ms', ours: ready(first) - ready(empty), reach: { atMost: 5000 } },
    memoryOf('npm start, the first time', first),
    { name: 'npm start, again: ready', unit: 'ms', ours: ready(next), reach: { atMost: 3000 } },
    memoryOf('npm start, again', next),
  ];
};

const start = async (data: string, ...options: readonly string[]): Promise<Start> => {
  const begin = performance.now();
  const npm = await startService(['npm', 'start', '--silent', '--', '--port', '0', '--data', data, ...options]);
  const ms = performance.now() - begin;
  // The service is npm's grandchild; its lock names it.
  const { pid } = JSON.parse(readFileSync(join(data, 'lock'), 'utf8')) as { pid: number };
  const kilobytes = Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }));
  process.kill(pid, 'SIGTERM');
  await npm.ended;
  return { ms, megabytes: (kilobytes * 1024) / 1e6 };
};

const memoryOf = (when: string, starts: readonly Start[]): Figure => ({
  name: `${when}: memory`,
  unit: 'MB',
  ours: median(starts.map(({ megabytes }) => megabytes)),
  reach: { atMost: 300 },
});
