// A real Apache Kafka broker for tests and for a developer's machine: Java and Maven, no Docker.
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findClassPath, findJava } from './classpath.mjs';
import { endLeftover, endWithThisProcess, freePorts, pidFile, waitForFreePort } from './host.mjs';
import { formatStorage, spawnBroker } from './jvm.mjs';
import { askBroker } from './probe.mjs';
import { replication, serverProperties } from './settings.mjs';

const START_SECONDS = 60;
const STOP_SECONDS = 15;

/** @typedef {import('./broker.d.mts').Broker} Broker */

/**
 * Whether a broker can be started here. The first call on a machine may take a minute: Maven loads the jars.
 * @returns {import('./broker.d.mts').Availability}
 */
export function kafkaAvailable() {
  try {
    findJava();
    findClassPath();
    return { available: true };
  } catch (error) {
    return { available: false, reason: /** @type {Error} */ (error).message };
  }
}

/** @implements {Broker} */
class LocalBroker {
  /** @type {import('node:child_process').ChildProcess | undefined} */
  #child;
  #exited = Promise.resolve(/** @type {import('./broker.d.mts').BrokerExit} */ ({ code: null, signal: null }));

  /** @param {{ dataDir: string, nodeId: number, port: number, controllerPort: number }} node */
  constructor({ dataDir, nodeId, port, controllerPort }) {
    this.dataDir = dataDir;
    this.nodeId = nodeId;
    this.port = port;
    this.controllerPort = controllerPort;
    this.brokers = `127.0.0.1:${port}`;
  }

  get pid() {
    return this.#child?.pid;
  }

  get exited() {
    // Who waits for the broker's end must not end before it.
    this.#child?.ref();
    return this.#exited;
  }

  /** Starts the process and waits until it serves. */
  async launch() {
    await waitForFreePort(this.port);
    await waitForFreePort(this.controllerPort);
    const child = spawnBroker(this.dataDir);
    this.#child = child;
    // A parent that forgets to stop its broker may end all the same, and the broker with it.
    child.unref();
    endWithThisProcess(child);
    const file = pidFile(this.dataDir);
    if (child.pid) writeFileSync(file, `${child.pid} ${process.pid}\n`);
    this.#exited = new Promise((done) => {
      const ended = (/** @type {number | null} */ code, /** @type {NodeJS.Signals | null} */ signal) => {
        if (this.#child === child) this.#child = undefined;
        rmSync(file, { force: true });
        done({ code, signal });
      };
      child.once('exit', ended);
      child.once('error', () => child.pid === undefined && ended(null, null));
    });
    await this.#untilReady(child);
  }

  /** @param {import('node:child_process').ChildProcess} child */
  async #untilReady(child) {
    const clusterId = readClusterId(this.dataDir);
    for (const end = Date.now() + START_SECONDS * 1000; this.#child === child && Date.now() < end; await sleep(30)) {
      const answer = await askBroker(this.port);
      if (answer?.clusterId === clusterId && answer?.nodeIds.includes(this.nodeId)) return;
    }
    const happened = this.#child === child ? `did not answer within ${START_SECONDS} s` : 'ended while it started';
    const { code, signal } = await this.kill();
    const log = readFileSync(join(this.dataDir, 'broker.log'), 'utf8').trimEnd().split('\n').slice(-30).join('\n');
    throw new Error(`Kafka broker ${this.nodeId} ${happened} (${signal ?? `exit code ${code}`}):\n${log}`);
  }

  async stop() {
    // A broker that cannot reach a majority of controllers any more would wait minutes for permission to leave.
    const child = this.#child;
    const impatience = setTimeout(() => child?.kill('SIGKILL'), STOP_SECONDS * 1000);
    try {
      return await this.#end('SIGTERM');
    } finally {
      clearTimeout(impatience);
    }
  }

  kill() {
    return this.#end('SIGKILL');
  }

  async restart() {
    await this.stop();
    await this.launch();
  }

  /** @param {NodeJS.Signals} signal */
  #end(signal) {
    this.#child?.kill(signal);
    return this.exited;
  }
}

/**
 * @param {string} dataDir
 * @returns {string | undefined} undefined: the folder is not formatted yet
 */
function readClusterId(dataDir) {
  const file = join(dataDir, 'data', 'meta.properties');
  return existsSync(file) ? /^cluster\.id=(.*)$/m.exec(readFileSync(file, 'utf8'))?.[1] : undefined;
}

/** @type {typeof import('./broker.d.mts').startBroker} */
export async function startBroker({ dataDir, port, controllerPort, nodeId = 1, voters, clusterId, properties = {} }) {
  findJava();
  findClassPath();
  mkdirSync(dataDir, { recursive: true });
  const folder = realpathSync(dataDir);
  await endLeftover(folder);
  const [freePort, freeControllerPort] = await freePorts(2);
  const node = { nodeId, port: port || freePort, controllerPort: controllerPort || freeControllerPort };
  const quorum = voters ?? [`${nodeId}@127.0.0.1:${node.controllerPort}`];
  writeFileSync(join(folder, 'server.properties'), serverProperties({ ...node, voters: quorum }, properties));
  if (!readClusterId(folder)) {
    // Brokers that name the same voters are one cluster, so they must come to the same id without talking.
    const bytes = voters ? createHash('sha256').update(voters.join()).digest().subarray(0, 16) : randomBytes(16);
    await formatStorage(folder, clusterId ?? bytes.toString('base64url'));
  }
  const broker = new LocalBroker({ dataDir: folder, ...node });
  await broker.launch();
  return broker;
}

/** @type {typeof import('./broker.d.mts').startCluster} */
export async function startCluster({ dataDir, size = 3, properties = {} }) {
  const ports = await freePorts(2 * size);
  const folders = Array.from({ length: size }, (_, index) => resolve(dataDir, `node-${index + 1}`));
  const voters = folders.map((_, index) => `${index + 1}@127.0.0.1:${ports[size + index]}`);
  // A node that has lost its folder must come back into the cluster of the others.
  const clusterId = folders.map(readClusterId).find(Boolean);
  const copies = replication(Math.min(size, 3), size >= 3 ? 2 : 1);
  const starts = await Promise.allSettled(
    folders.map((folder, index) =>
      startBroker({
        dataDir: folder,
        port: ports[index],
        controllerPort: ports[size + index],
        nodeId: index + 1,
        voters,
        clusterId,
        properties: { ...copies, ...properties },
      }),
    ),
  );
  const nodes = starts.flatMap((start) => (start.status === 'fulfilled' ? [start.value] : []));
  const failure = starts.find((start) => start.status === 'rejected');
  if (failure) {
    await Promise.all(nodes.map((node) => node.kill()));
    throw failure.reason;
  }
  // Each broker serves; now each must also know of all others, or a topic with three copies could still be refused.
  for (const node of nodes) {
    while ((await askBroker(node.port))?.nodeIds.length !== size) await sleep(30);
  }
  const stop = async () => void (await Promise.all(nodes.map((node) => node.stop())));
  return { brokers: nodes.map((node) => node.brokers).join(','), nodes, stop };
}
