// The real broker of tools/kafka for specs, or an announced skip.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type Broker, kafkaAvailable, startBroker } from '../../../../tools/kafka/broker.mjs';

/** `describe`, or `describe.skip` where no broker can be started; that is a failure where engines are required. */
export const describeWithKafka = (name: string, specs: () => void): void => {
  const availability = kafkaAvailable();
  if (availability.available) {
    describe(name, specs);
    return;
  }
  if (process.env.ZIELWERK_REQUIRE_ENGINES === '1') throw new Error(availability.reason);
  console.warn(`Skipped: ${name}. ${availability.reason}`);
  describe.skip(name, specs);
};

/** A broker on a free port, for the specs of one `describe`; ended and forgotten after them. */
export const brokerForSpecs = (): (() => Broker) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'zielwerk-kafka-'));
  let broker: Broker | undefined;
  beforeAll(async () => void (broker = await startBroker({ dataDir })), 90_000);
  afterAll(async () => {
    await broker?.kill();
    rmSync(dataDir, { recursive: true, force: true });
  }, 30_000);
  return () => {
    if (!broker) throw new Error('The broker has not been started.');
    return broker;
  };
};
