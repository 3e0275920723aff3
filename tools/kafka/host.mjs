// What the broker needs from the machine: free ports, and the end of a broker that outlived its parent.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** @param {string} dataDir */
export const pidFile = (dataDir) => join(dataDir, 'broker.pid');

/**
 * A JVM option without effect that says on the command line whose broker this is.
 * @param {string} dataDir
 */
export const ownerOption = (dataDir) => `-Dzielwerk.kafka.data=${dataDir}`;

/**
 * @param {number} port
 * @returns {Promise<boolean>}
 */
function isFree(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/**
 * Picks ports below the range from which systems take the local port of an outgoing connection. From that range, a
 * client that keeps trying to reach a killed broker could be given the broker's own port, and block its restart.
 * @param {number} count
 */
export async function freePorts(count) {
  /** @type {Set<number>} */
  const ports = new Set();
  while (ports.size < count) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    if (!ports.has(port) && (await isFree(port))) ports.add(port);
  }
  return [...ports];
}

/**
 * Waits a little for a port: the connections of a broker that has just been killed may linger.
 * @param {number} port
 */
export async function waitForFreePort(port) {
  for (let tries = 0; tries < 50; tries++) {
    if (await isFree(port)) return;
    await sleep(100);
  }
  throw new Error(`Port ${port} on 127.0.0.1 is already in use.`);
}

/**
 * Ends the child when this process ends, in whatever way: a shell waits at a pipe that closes then, and only then. A
 * listener for this process's exit would miss SIGKILL, and a test runner may hide the real process from its tests.
 * @param {import('node:child_process').ChildProcess} child
 */
export function endWithThisProcess(child) {
  if (!child.pid) return;
  // Detached, as a Ctrl-C in the terminal goes to the whole group and must not end the guard first.
  const guard = spawn('sh', ['-c', 'read _; kill "$0"', String(child.pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  guard.on('error', () => undefined);
  guard.stdin.on('error', () => undefined);
  guard.unref();
  /** @type {import('node:net').Socket} */ (guard.stdin).unref();
  child.once('exit', () => guard.kill('SIGKILL'));
}

/**
 * @param {number} pid
 * @returns {{ parent: number, command: string } | undefined}
 */
function inspect(pid) {
  if (existsSync('/proc/self/stat')) {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
      // The second field is the program's name in brackets and may itself hold brackets and blanks.
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\)\s*/s, '')
        .split(' ');
      return { parent: Number(fields[1]), command };
    } catch {
      return undefined;
    }
  }
  const { stdout } = spawnSync('ps', ['-ww', '-o', 'ppid=,command=', '-p', String(pid)], { encoding: 'utf8' });
  const line = /^\s*(\d+)\s+(.*)/s.exec(stdout ?? '');
  return line ? { parent: Number(line[1]), command: `${line[2].trim()} ` } : undefined;
}

/**
 * Ends the broker that a killed parent has left on this data folder, its guard being killed too or not through yet. A pid is reused sooner or later, so only a java
 * process that names this very folder is touched; and only when the parent written down is no longer its parent.
 * @param {string} dataDir
 */
export async function endLeftover(dataDir) {
  const file = pidFile(dataDir);
  if (!existsSync(file)) return;
  const [pid, parent] = readFileSync(file, 'utf8').split(/\s+/).map(Number);
  const broker = () => {
    const found = pid > 0 ? inspect(pid) : undefined;
    const isBroker = /(^|\/)java /.test(found?.command ?? '') && found?.command.includes(`${ownerOption(dataDir)} `);
    return isBroker ? found : undefined;
  };
  if (broker()?.parent === parent) {
    throw new Error(`The Kafka broker of ${dataDir} already runs (process ${pid}, started by process ${parent}).`);
  }
  for (const { signal, seconds } of /** @type {const} */ ([
    { signal: 'SIGTERM', seconds: 10 },
    { signal: 'SIGKILL', seconds: 5 },
  ])) {
    if (!broker()) break;
    process.kill(pid, signal);
    for (let waited = 0; broker() && waited < seconds * 20; waited++) await sleep(50);
  }
  if (broker()) throw new Error(`The leftover Kafka broker of ${dataDir} (process ${pid}) cannot be ended.`);
  rmSync(file, { force: true });
}
