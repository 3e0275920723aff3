// A deployable as it is delivered: built by Nx, moved out of the repository, run with nothing else around it.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const ROOT = join(__dirname, '../../..');
const READY_WITHIN_MS = 30_000;

/** `remove` takes whatever still runs there with it. */
export type Deployable = Readonly<{ folder: string; running: ChildProcess[]; remove: () => void }>;

/** Builds it and copies it to a new folder outside the repository. */
export const deploy = (project: string): Deployable => {
  execFileSync('node_modules/.bin/nx', ['build', project], { cwd: ROOT, stdio: 'pipe' });
  const folder = mkdtempSync(join(tmpdir(), `zielwerk-${project}-`));
  cpSync(join(ROOT, 'dist/apps', project), folder, { recursive: true });
  const running: ChildProcess[] = [];
  const remove = () => {
    for (const child of running) child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  };
  return { folder, running, remove };
};

export type Process = Readonly<{
  url: string;
  /** Asks it to end; answers the exit code, null when a signal ended it. */
  stop: () => Promise<number | null>;
}>;

/** Runs `node main.js` with this environment and no other, until it is ready. Throws with what it said when it ends before. */
export const run = async ({ folder, running }: Deployable, env: Readonly<Record<string, string>>): Promise<Process> => {
  const child = spawn(process.execPath, ['main.js'], {
    cwd: folder,
    env: { ZIELWERK_PORT: '0', ZIELWERK_DATA: join(folder, 'data'), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  const exited = once(child, 'exit') as Promise<[number | null]>;
  return {
    url: await urlOf(child),
    stop: async () => {
      child.kill('SIGTERM');
      return (await exited)[0];
    },
  };
};

const urlOf = async (child: ChildProcess): Promise<string> => {
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text: Buffer) => (said += text.toString()));
  for (const start = Date.now(); Date.now() - start < READY_WITHIN_MS && child.exitCode === null;) {
    const [, url] = /answers at (http:\/\/[\d.]+:\d+)/u.exec(said) ?? [];
    if (url) return url;
    await pause(20);
  }
  child.kill('SIGKILL');
  throw new Error(`It did not start: ${said}`);
};
