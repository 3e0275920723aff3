// A service in a process of its own, as it is deployed.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import type { Run } from './run';

export type Service = Readonly<{
  /** What it printed when it was ready. */
  line: string;
  /** Resolves when it has ended. */
  ended: Promise<unknown>;
  /** Asks it to end, and waits. */
  stop: () => Promise<void>;
}>;

/** Resolves with the first line that it prints; rejects when it ends before. */
export const startService = async (
  command: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Service> => {
  const [program = process.execPath, ...args] = command;
  const child = spawn(program, args, {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(child, 'exit');
  // Whatever happens to a section, nothing it started outlives the bench.
  process.once('exit', () => child.kill('SIGKILL'));
  const line = await Promise.race([firstLine(child), exited.then(() => undefined)]);
  if (line === undefined) throw new Error(`${command.join(' ')} ended before it was ready.`);
  return {
    line,
    ended: exited,
    stop: async () => {
      child.kill();
      await exited;
    },
  };
};

const firstLine = (child: ChildProcess): Promise<string> =>
  new Promise((resolve) => {
    let printed = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      if (printed.includes('\n')) resolve(printed.slice(0, printed.indexOf('\n')));
    });
    child.stderr?.pipe(process.stderr);
  });

/** Builds what of these is stale. */
export const build = ({ root }: Run, ...apps: readonly string[]): void => {
  execFileSync(process.execPath, [join(root, 'tools/build/build.mjs'), ...apps, '--if-stale'], { stdio: 'inherit' });
};

/** `http://127.0.0.1:4000` out of the sentence in which a service says that it is ready. */
export const addressIn = (line: string): string => {
  const [address] = /https?:\/\/[^\s/]+:\d+/u.exec(line) ?? [];
  if (address === undefined) throw new Error(`There is no address in «${line}».`);
  return address;
};
