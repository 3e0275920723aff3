// A real broker, every house and the strategy service as processes of their own, and one address in front of them.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { startBroker } from '../kafka/broker.mjs';
import { PostgresServer } from '../postgres/server.mjs';
import { startGateway } from './gateway.mjs';
import { startService } from './processes.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** The house's own deployable, or the one that takes any house. */
const deployableOf = (code) => {
  const own = join(root, `dist/apps/ministry-${code}/main.js`);
  return existsSync(own) ? own : join(root, 'dist/apps/ministry-any/main.js');
};

/** Where a store on a server is; undefined for files. PostgreSQL is started where nobody says where it is. */
const serverOf = async ({ store = 'sqlite', storeUrl, data }) => {
  if (store !== 'postgres' || storeUrl !== undefined) return { url: storeUrl, stop: async () => undefined };
  const server = await PostgresServer.open(join(data, 'postgres'));
  return { url: server.url, stop: () => server.stop() };
};

const settingsOf = (store, url) =>
  url === undefined ? {} : { ZIELWERK_EVENT_STORE: store, ZIELWERK_EVENT_STORE_URL: url };

/** What the strategy service alone is told. */
const readingSettingsOf = (url) =>
  url === undefined ? {} : { ZIELWERK_READ_MODEL: 'postgres', ZIELWERK_READ_MODEL_URL: url };

/**
 * @param {import('./cluster.d.mts').ClusterOptions} options the gateway listens on `port`, the strategy service on the
 * next one, the houses on those after it; `brokers` uses a broker that is there already
 */
export const startCluster = async (options) => {
  const { port, data, jurisdiction, env = {}, brokers } = options;
  const { ministries } = JSON.parse(readFileSync(jurisdiction, 'utf8'));
  const server = await serverOf(options);
  const broker = brokers ? undefined : await startBroker({ dataDir: join(data, 'kafka'), port: 0, controllerPort: 0 });

  const common = {
    // Every service runs this release.
    ZIELWERK_WRITE_VERSIONS: 'newest',
    ...env,
    ZIELWERK_BUS: 'kafka',
    ZIELWERK_KAFKA_BROKERS: brokers ?? broker.brokers,
    ZIELWERK_JURISDICTION: jurisdiction,
    ZIELWERK_ISSUER_FOLDER: join(data, 'issuer'),
  };
  const ofHouses = settingsOf(options.store, server.url);
  const ofStrategy = readingSettingsOf(options.readModelUrl ?? (options.store === 'postgres' ? server.url : undefined));
  const start = (name, file, at, more = {}) =>
    startService({
      name,
      file,
      port: at,
      env: { ...common, ...more, ZIELWERK_DATA: join(data, name === 'strategy' ? name : `houses/${name}`) },
      log: join(data, 'logs', `${name}.log`),
    });

  const houses = new Map(ministries.map(({ code }, index) => [code, port + 2 + index]));
  const services = new Map();
  const restart = async (name) => {
    const at = name === 'strategy' ? port + 1 : houses.get(name);
    const file = name === 'strategy' ? join(root, 'dist/apps/strategy-service/main.js') : deployableOf(name);
    services.set(
      name,
      await start(name, file, at, name === 'strategy' ? ofStrategy : { ...ofHouses, ZIELWERK_MINISTRY: name }),
    );
  };
  const stop = async () => {
    gateway?.close();
    gateway?.closeAllConnections();
    await Promise.all([...services.values()].map((service) => service.stop()));
    await broker?.stop();
    await server.stop();
  };

  let gateway;
  try {
    // Two at a time: a start is bound by the processor, and all at once would only make each of them late.
    const names = [...houses.keys(), 'strategy'];
    await Promise.all(
      [0, 1].map(async (lane) => {
        for (const name of names.filter((_, index) => index % 2 === lane)) await restart(name);
      }),
    );
    gateway = await startGateway({ port, strategy: port + 1, houses });
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url: `http://127.0.0.1:${port}`,
    brokers: common.ZIELWERK_KAFKA_BROKERS,
    broker,
    storeUrl: server.url,
    strategy: port + 1,
    houses,
    services,
    restart,
    stop,
  };
};
