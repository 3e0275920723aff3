// A deployable as a process of its own, to be ended or killed.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const ROOT = join(__dirname, '../../../..');
const READY_WITHIN_MS = 30_000;

/** Builds a deployable as `npm start` would; `app` is its folder below `apps`. Answers the file to run. */
export const buildProcess = async (app: string): Promise<string> => {
  const { buildApp } = await import('../../../../tools/build/build-app.mjs');
  const outfile = join(ROOT, 'tmp/faults', app, 'main.js');
  await buildApp({ root: ROOT, entry: join(ROOT, 'apps', app, 'src/main.ts'), outfile, bundle: false });
  return outfile;
};

/** The whole state as one process. */
export const buildStateProcess = (): Promise<string> => buildProcess('all-in-one');

export type StateProcess = Readonly<{
  url: string;
  pid: number;
  /** With what it has ended: an exit code or a signal. */
  ended: Promise<number | NodeJS.Signals | null>;
  /** Ends it with a signal; answers the exit code, null when the signal did it. */
  end: (signal: NodeJS.Signals) => Promise<number | null>;
  /** What it said on both outputs. */
  said: () => string;
}>;

/** Starts it on a data folder and a free port, and resolves when it has said that it runs. */
export const startStateProcess = async (
  file: string,
  data: string,
  env: Readonly<Record<string, string>> = {},
): Promise<StateProcess> => {
  const child = spawn(process.execPath, [file], {
    cwd: ROOT,
    env: { ...process.env, ZIELWERK_DATA: data, ZIELWERK_PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()));
  const exited = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
  return {
    url: await urlOf(child, () => said),
    pid: Number(child.pid),
    ended: exited.then(([code, signal]) => signal ?? code),
    end: async (signal) => {
      child.kill(signal);
      const [code] = await exited;
      return code;
    },
    said: () => said,
  };
};

const urlOf = async (child: ChildProcess, said: () => string): Promise<string> => {
  for (const start = Date.now(); Date.now() - start < READY_WITHIN_MS;) {
    const [, url] = /(?:runs|answers) at (http:\/\/[\d.]+:\d+)/u.exec(said()) ?? [];
    if (url) return url;
    if (child.exitCode !== null) break;
    await pause(20);
  }
  child.kill('SIGKILL');
  throw new Error(`The state did not start: ${said()}`);
};
