// npm run cluster: a real broker and every service as a process of its own, behind one address, until Ctrl-C.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { kafkaAvailable } from '../kafka/broker.mjs';
import { postgresMissing } from '../postgres/server.mjs';
import { startCluster } from './cluster.mjs';

const root = resolve(fileURLToPath(import.meta.url), '../../..');

const fail = (error) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
};

const STORES = ['sqlite', 'postgres', 'kurrent'];

/** Where the store is, as far as somebody says. */
const storeUrlIn = ({ store, 'store-url': url }) => {
  if (!STORES.includes(store)) throw new Error(`--store must be one of ${STORES.join(', ')}.`);
  if (url !== undefined && store === 'sqlite') throw new Error('--store-url is for --store postgres and kurrent.');
  const storeUrl = url ?? (store === 'kurrent' ? process.env.KURRENTDB_URL : undefined);
  if (store === 'kurrent' && !storeUrl)
    throw new Error(
      '--store kurrent needs --store-url or KURRENTDB_URL, such as kurrentdb://localhost:2113?tls=false.',
    );
  const missing = store === 'postgres' && !storeUrl ? postgresMissing() : undefined;
  if (missing) throw new Error(missing);
  return storeUrl;
};

const readOptions = () => {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '4000' },
      data: { type: 'string', default: '.zielwerk/cluster' },
      jurisdiction: { type: 'string', default: join(root, 'jurisdictions/sachsen-anhalt.json') },
      empty: { type: 'boolean', default: false },
      today: { type: 'string' },
      store: { type: 'string', default: 'sqlite' },
      'store-url': { type: 'string' },
    },
  });
  const storeUrl = storeUrlIn(values);
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 1 || port > 65_000) throw new Error(`--port ${values.port} is not a port.`);
  const jurisdiction = resolve(values.jurisdiction);
  const today = values.today ?? (values.empty ? undefined : dayOfSample(jurisdiction));
  return { ...values, storeUrl, port, data: resolve(values.data), jurisdiction, today };
};

/** The day that is played with the jurisdiction's sample, so that it does not age. */
const dayOfSample = (jurisdiction) => {
  const { id } = JSON.parse(readFileSync(jurisdiction, 'utf8'));
  const file = join(root, 'samples', id, 'sample.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).today : undefined;
};

/** Sent again it records nothing new, so nobody has to remember whether it was sent. The gateway must go on meanwhile. */
const sendSample = async ({ url, data, jurisdiction, today }) => {
  const options = ['--url', url, '--data', data, '--jurisdiction', jurisdiction, ...(today ? ['--today', today] : [])];
  const cli = spawn(process.execPath, [join(root, 'dist/apps/cli/main.js'), 'sample', ...options], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = await once(cli, 'exit');
  if (code !== 0) console.error('The sample could not be sent; the cluster runs without it.');
};

let cluster;
let stopping = false;
const stop = async () => {
  if (stopping) return;
  stopping = true;
  await cluster?.stop();
  process.exit(0);
};
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop);

try {
  const options = readOptions();
  const kafka = kafkaAvailable();
  if (!kafka.available) fail(kafka.reason);
  cluster = await startCluster({ ...options, env: options.today ? { ZIELWERK_TODAY: options.today } : {} });
  if (!options.empty) await sendSample({ ...options, url: cluster.url });
  const { houses, url, brokers } = cluster;
  const kept = options.store === 'sqlite' ? '' : ` Events are kept by ${options.store}.`;
  console.log(
    `Zielwerk runs at ${url}: ${houses.size} houses and the strategy service, Kafka at ${brokers} between them.${kept}`,
  );
} catch (error) {
  if (!stopping) fail(error);
}
