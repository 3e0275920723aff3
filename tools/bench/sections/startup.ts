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
  const next: Start[] = [];
  for (let round = 0; round < run.rounds; round += 1) {
    const data = newFolder(run, `startup-${round}`);
    first.push(await start(data));
    next.push(await start(data));
  }
  return [...figuresOf('the first time, with the sample', first), ...figuresOf('again', next)];
};

const start = async (data: string): Promise<Start> => {
  const begin = performance.now();
  const npm = await startService(['npm', 'start', '--silent', '--', '--port', '0', '--data', data]);
  const ms = performance.now() - begin;
  // The service is npm's grandchild; its lock names it.
  const { pid } = JSON.parse(readFileSync(join(data, 'lock'), 'utf8')) as { pid: number };
  const kilobytes = Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }));
  process.kill(pid, 'SIGTERM');
  await npm.ended;
  return { ms, megabytes: (kilobytes * 1024) / 1e6 };
};

const figuresOf = (when: string, starts: readonly Start[]): readonly Figure[] => [
  { name: `npm start, ${when}: ready`, unit: 'ms', ours: median(starts.map(({ ms }) => ms)), reach: { atMost: 3000 } },
  {
    name: `npm start, ${when}: memory`,
    unit: 'MB',
    ours: median(starts.map(({ megabytes }) => megabytes)),
    reach: { atMost: 300 },
  },
];
