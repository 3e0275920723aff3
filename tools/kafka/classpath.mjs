// Finds Java, the broker's jars and a class data archive for them. Everything here is synchronous: it is slow only the
// first time (Maven loads the jars), and a caller may ask for availability where it cannot wait for a promise.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const pom = fileURLToPath(new URL('pom.xml', import.meta.url));
export const repoRoot = fileURLToPath(new URL('../../', import.meta.url));
const cacheDir = join(repoRoot, 'tmp', 'kafka');
const MINIMUM_JAVA = 17;

/** @type {{ command: string, version: string } | undefined} */
let foundJava;

/**
 * The Java to run the broker with: JAVA_HOME's if it is set and there, else the one on the PATH.
 * @returns {{ command: string, version: string }}
 */
export function findJava() {
  if (foundJava) return foundJava;
  const home = process.env.JAVA_HOME && join(process.env.JAVA_HOME, 'bin', 'java');
  const command = home && existsSync(home) ? home : 'java';
  const run = spawnSync(command, ['-version'], { encoding: 'utf8' });
  if (run.error || run.status !== 0)
    throw new Error(`Kafka needs Java ${MINIMUM_JAVA} or newer, and no java was found.`);
  const version = /version "([^"]+)"/.exec(run.stderr + run.stdout)?.[1] ?? 'unknown';
  if (!(Number.parseInt(version, 10) >= MINIMUM_JAVA)) {
    throw new Error(`Kafka needs Java ${MINIMUM_JAVA} or newer, and this java is version ${version}.`);
  }
  foundJava = { command, version };
  return foundJava;
}

const sha256 = (/** @type {string | Buffer} */ text) => createHash('sha256').update(text).digest('hex');

/** Makes the cache folder, which keeps itself out of git. */
function makeCacheDir() {
  mkdirSync(cacheDir, { recursive: true });
  const ignore = join(cacheDir, '.gitignore');
  if (!existsSync(ignore)) writeFileSync(ignore, '*\n');
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/**
 * Runs one resolution at a time on this machine: Maven's local repository is not made for several at once, and test
 * workers start together.
 * @template T
 * @param {() => T} work
 * @returns {T}
 */
function withLock(work) {
  const lock = join(cacheDir, 'cp.lock');
  const mine = `${lock}.${process.pid}`;
  writeFileSync(mine, String(process.pid));
  try {
    for (;;) {
      try {
        // A link appears with its content at once; a file created exclusively would be empty for a moment.
        linkSync(mine, lock);
        break;
      } catch (error) {
        if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
        const holder = existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : 0;
        if (holder && !isAlive(holder)) rmSync(lock, { force: true });
        else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
      }
    }
    try {
      return work();
    } finally {
      rmSync(lock, { force: true });
    }
  } finally {
    rmSync(mine, { force: true });
  }
}

const cacheFile = join(cacheDir, 'cp.txt');

/**
 * The cached class path, unless the pom has changed or a jar has vanished since.
 * @param {string} pomHash
 * @returns {string | undefined}
 */
function cachedClassPath(pomHash) {
  if (!existsSync(cacheFile)) return undefined;
  const [hash, classPath = ''] = readFileSync(cacheFile, 'utf8').split('\n');
  return hash === pomHash && classPath !== '' && classPath.split(delimiter).every((jar) => existsSync(jar))
    ? classPath
    : undefined;
}

/** @returns {string} the broker's class path, resolved by Maven when it is not cached */
export function findClassPath() {
  const pomHash = sha256(readFileSync(pom));
  const cached = cachedClassPath(pomHash);
  if (cached) return cached;
  makeCacheDir();
  return withLock(() => cachedClassPath(pomHash) ?? resolveClassPath(pomHash));
}

/** @param {string} pomHash */
function resolveClassPath(pomHash) {
  const fresh = `${cacheFile}.${process.pid}`;
  try {
    const args = ['-q', '-B', '-f', pom, `-Dclasspath.file=${fresh}`, 'validate'];
    const run = spawnSync('mvn', args, { encoding: 'utf8', timeout: 600_000 });
    if (/** @type {NodeJS.ErrnoException | undefined} */ (run.error)?.code === 'ENOENT') {
      throw new Error('Kafka needs Maven to load its jars the first time, and no mvn was found.');
    }
    if (run.error || run.status !== 0 || !existsSync(fresh)) {
      const said = /\[ERROR\] (\S.*)$/m.exec(`${run.stdout}\n${run.stderr}`)?.[1] ?? run.error?.message;
      throw new Error(`Maven could not load Kafka's jars: ${said ?? `exit code ${run.status}`}`);
    }
    const classPath = readFileSync(fresh, 'utf8').trim();
    writeFileSync(fresh, `${pomHash}\n${classPath}\n`);
    renameSync(fresh, cacheFile);
    return classPath;
  } finally {
    rmSync(fresh, { force: true });
  }
}

/**
 * Where the class data archive for this Java and these jars belongs. A broker's JVM writes one at its first orderly
 * stop; every later start maps it instead of loading and verifying some 6000 classes, which halves the start-up. The
 * JVM itself refuses an archive that does not fit, and then starts without.
 * @param {string} classPath
 */
export function archiveFile(classPath) {
  makeCacheDir();
  return join(cacheDir, `classes-${sha256(`${findJava().version}\n${classPath}`).slice(0, 12)}.jsa`);
}
