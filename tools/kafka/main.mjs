// npm run kafka: one broker in the foreground, until Ctrl-C.
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startBroker } from './broker.mjs';
import { repoRoot } from './classpath.mjs';

/**
 * @param {unknown} error
 * @returns {never}
 */
function fail(error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}

function readOptions() {
  const { values } = parseArgs({ options: { port: { type: 'string' }, data: { type: 'string' } } });
  const port = Number(values.port ?? 19092);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`--port ${values.port} is not a port.`);
  return { port, dataDir: resolve(values.data ?? join(repoRoot, '.zielwerk', 'kafka')) };
}

/** @type {import('./broker.d.mts').Broker | undefined} */
let broker;
let stopping = false;

// While the broker still starts, leaving is enough: it ends with this process.
async function stop() {
  if (stopping) return;
  stopping = true;
  await broker?.stop();
  process.exit(0);
}
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, stop);

try {
  broker = await startBroker(readOptions());
  console.log(`Kafka serves on ${broker.brokers}`);
  const { code, signal } = await broker.exited;
  if (!stopping)
    fail(`The Kafka broker has ended (${signal ?? `exit code ${code}`}); see ${broker.dataDir}/broker.log`);
} catch (error) {
  // A Ctrl-C during the start ends the broker too, which is no failure then.
  if (!stopping) fail(error);
}
