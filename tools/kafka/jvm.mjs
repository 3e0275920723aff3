// Starts the JVMs: the broker itself and, once per data folder, the tool that formats the folder.
import { execFile, spawn } from 'node:child_process';
import { closeSync, copyFileSync, existsSync, openSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { archiveFile, findClassPath, findJava } from './classpath.mjs';
import { ownerOption } from './host.mjs';

const logging = fileURLToPath(new URL('log4j2.properties', import.meta.url));

/** In this process a broker is already recording the class data archive; a second would only write the same again. */
let recording = false;

/** Where the broker of this data folder records its class data: beside its data, so that it goes with them. */
const recordFile = (/** @type {string} */ dataDir) => join(dataDir, 'classes.jsa');

/**
 * @param {string} dataDir
 * @param {boolean} record whether this JVM may record the class data archive if there is none yet
 */
function prepare(dataDir, record) {
  const classPath = findClassPath();
  const archive = archiveFile(classPath);
  const hasArchive = existsSync(archive);
  const records = record && !hasArchive && !recording;
  const options = [
    // The quick compiler only: a third less start-up, and ample for what one state writes.
    '-XX:TieredStopAtLevel=1',
    '-XX:+UseSerialGC',
    '-Xms192m',
    '-Xmx384m',
    '-XX:MaxMetaspaceSize=128m',
    '-XX:MaxDirectMemorySize=64m',
    // A broker without memory must end, or it would hang half alive.
    '-XX:+ExitOnOutOfMemoryError',
    '-Xshare:auto',
    '-Xlog:cds=off',
    '-Xlog:cds+dynamic=off',
    ...(hasArchive ? [`-XX:SharedArchiveFile=${archive}`] : []),
    ...(records ? [`-XX:ArchiveClassesAtExit=${recordFile(dataDir)}`] : []),
    '-Djava.awt.headless=true',
    `-Dlog4j2.configurationFile=${pathToFileURL(logging).href}`,
    ownerOption(dataDir),
  ];
  // The class path goes through the environment: on the command line it would bury all else in a list of processes.
  const env = { ...process.env, CLASSPATH: classPath };
  return { java: findJava().command, options, env, archive, records };
}

/**
 * Makes an empty data folder a broker's, with the server.properties in dataDir.
 * @param {string} dataDir
 * @param {string} clusterId
 */
export async function formatStorage(dataDir, clusterId) {
  const { java, options, env } = prepare(dataDir, false);
  const args = [...options, 'kafka.tools.StorageTool', 'format', `--cluster-id=${clusterId}`];
  try {
    await promisify(execFile)(java, [...args, '--config', 'server.properties'], { cwd: dataDir, env });
  } catch (error) {
    const { message, stdout, stderr } = /** @type {Error & { stdout?: string, stderr?: string }} */ (error);
    const said = `${stdout ?? ''}${stderr ?? ''}`.trim() || message;
    throw new Error(`Kafka could not format ${join(dataDir, 'data')}:\n${said.split('\n').slice(-20).join('\n')}`, {
      cause: error,
    });
  }
}

/**
 * Starts the broker's JVM, its output going to broker.log; the log of the start before is kept as broker.log.1.
 * @param {string} dataDir
 */
export function spawnBroker(dataDir) {
  const { java, options, env, archive, records } = prepare(dataDir, true);
  const logFile = join(dataDir, 'broker.log');
  if (existsSync(logFile)) renameSync(logFile, `${logFile}.1`);
  rmSync(recordFile(dataDir), { force: true });
  const log = openSync(logFile, 'w');
  const child = spawn(java, [...options, 'kafka.Kafka', 'server.properties'], {
    cwd: dataDir,
    env,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  if (records) {
    recording = true;
    child.once('exit', (code) => {
      recording = false;
      keepArchive(recordFile(dataDir), archive, code);
    });
  }
  return child;
}

/**
 * Moves a complete recording to its place. Complete means that the JVM ended by itself: 143 is its code after SIGTERM,
 * 130 after SIGINT.
 * @param {string} recorded
 * @param {string} archive
 * @param {number | null} exitCode
 */
function keepArchive(recorded, archive, exitCode) {
  try {
    if (existsSync(recorded) && [0, 130, 143].includes(exitCode ?? -1)) {
      // Copied first, as the data folder may be on another disk; then renamed, so that nobody maps half an archive.
      const copy = `${archive}.${process.pid}`;
      copyFileSync(recorded, copy);
      renameSync(copy, archive);
    }
    rmSync(recorded, { force: true });
  } catch {
    // The archive only saves time: whoever removed the folder meanwhile must not fail for it.
  }
}
