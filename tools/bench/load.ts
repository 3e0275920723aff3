import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

import type { Run } from './run';

export type Load = Readonly<{
  url: string;
  connections: number;
  /** For each connection the next one. */
  headers: readonly Readonly<Record<string, string>>[];
  body: string;
}>;

/** Requests answered a second, after a second that does not count. Notes those that were not answered with success. */
export const requestsPerSecond = async ({ root, seconds, note }: Run, load: Load): Promise<number> => {
  const child = spawn(process.execPath, [join(root, 'tools/bench/load.mjs')], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(JSON.stringify({ ...load, seconds }));
  const { perSecond, bad } = JSON.parse(await text(child.stdout)) as { perSecond: number; bad: number };
  if (bad > 0) note(`${load.url} did not answer every request with success: its figure is worthless.`);
  return perSecond;
};

export const withTokens = (tokens: readonly string[], type: string): Load['headers'] =>
  tokens.map((token) => ({ 'content-type': type, authorization: `Bearer ${token}` }));
