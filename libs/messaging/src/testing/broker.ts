// The real broker of tools/kafka for specs.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type Broker, type Cluster, startBroker, startCluster } from '../../../../tools/kafka/broker.mjs';

type Stoppable = { readonly stop: () => Promise<unknown> };

const forSpecs = <Started extends Stoppable>(start: (dataDir: string) => Promise<Started>): (() => Started) => {
  let dataDir: string | undefined;
  let started: Started | undefined;
  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'zielwerk-kafka-'));
    started = await start(dataDir);
  }, 120_000);
  afterAll(async () => {
    await started?.stop();
    if (dataDir) rmSync(dataDir, { recursive: true, force: true });
  }, 60_000);
  return () => {
    if (!started) throw new Error('Kafka has not been started.');
    return started;
  };
};

/** A broker on a free port for the specs of one `describe`; stopped and forgotten after them. */
export const brokerForSpecs = (): (() => Broker) => forSpecs((dataDir) => startBroker({ dataDir }));

/** Three brokers that keep three copies of everything. */
export const clusterForSpecs = (): (() => Cluster) => forSpecs((dataDir) => startCluster({ dataDir }));
