// Services as processes of their own: started, waited for, stopped.
import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const READY_WITHIN_MS = 60_000;

const answers = async (port) => {
  try {
    return (await fetch(`http://127.0.0.1:${port}/health/ready`)).ok;
  } catch {
    return false;
  }
};

/**
 * @typedef {{ name: string, port: number, pid: number, stop: () => Promise<void>, kill: () => Promise<void> }} Service
 * @param {{ name: string, file: string, port: number, env: Record<string, string>, log: string }} service
 * @returns {Promise<Service>} once it says that it is ready; rejects with the end of its log when it ends before
 */
export const startService = async ({ name, file, port, env, log }) => {
  mkdirSync(dirname(log), { recursive: true });
  const output = createWriteStream(log, { flags: 'a' });
  const child = spawn(process.execPath, ['--enable-source-maps', file], {
    env: { ...process.env, ...env, ZIELWERK_PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.pipe(output);
  child.stderr.pipe(output);
  let ended = false;
  const exited = new Promise((resolve) => child.once('exit', resolve)).then(() => (ended = true));

  const end = async (signal) => {
    if (!ended) child.kill(signal);
    await exited;
  };
  for (const start = Date.now(); !(await answers(port)); await pause(50)) {
    if (!ended && Date.now() - start < READY_WITHIN_MS) continue;
    await end('SIGKILL');
    throw new Error(`${name} did not start:\n${readFileSync(log, 'utf8').split('\n').slice(-12).join('\n')}`);
  }
  return { name, port, pid: child.pid ?? 0, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
};
