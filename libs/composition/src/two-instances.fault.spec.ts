import { describeWithKafka } from '@zielwerk/spec-engines';
import { databaseForSpecs, describeWithPostgres } from '@zielwerk/postgres-server';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import type { Broker } from '../../../tools/kafka/broker.mjs';
import { Instances } from './testing/instances';

const ROOT = join(__dirname, '../../..');
const ROUNDS = Number(process.env.ZIELWERK_PAUSES ?? 1);
/** Longer than a silent instance keeps its turn: then the other one has it. */
const PAUSED_MS = Number(process.env.ZIELWERK_PAUSED ?? 13) * 1_000;

describeWithKafka('on a real Kafka,', () =>
  describeWithPostgres('two instances of each service', () => {
    const database = databaseForSpecs();
    let data: string;
    let broker: Broker;
    let instances: Instances;
    beforeAll(async () => {
      const words = ['tools/build/build.mjs', 'ministry-any', 'strategy-service', '--if-stale'];
      expect(spawnSync(process.execPath, words, { cwd: ROOT }).status).toBe(0);
      data = mkdtempSync(join(tmpdir(), 'zielwerk-instances-'));
      const { startBroker } = await import('../../../tools/kafka/broker.mjs');
      broker = await startBroker({ dataDir: join(data, 'kafka') });
      instances = await Instances.open({ data, broker, database: database().url, firstPort: 24_300 });
    });
    afterAll(async () => {
      await instances.stop();
      await broker.stop();
      rmSync(data, { recursive: true });
    });

    it(
      `write one at a time, whichever of them is paused for ${PAUSED_MS} ms and resumed, ${ROUNDS} times`,
      async () => {
        for (let round = 0; round < ROUNDS; round += 1) {
          const [first, other] = round % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const);
          await instances.write(first, `${round}-before`, 10);
          const amid = instances.write(first, `${round}-amid`, 200);
          await pause(200);
          instances.signal(first, 'SIGSTOP');
          const since = Date.now();
          await instances.write(other, `${round}-other`, 10);
          expect(await instances.hasAll(other)).toBe(true);
          await pause(Math.max(0, PAUSED_MS - (Date.now() - since)));
          instances.signal(first, 'SIGCONT');
          await Promise.all([amid, instances.write(first, `${round}-resumed`, 10)]);
          expect([await instances.hasAll(0), await instances.hasAll(1)]).toEqual([true, true]);
        }
        await instances.stop();
        expect(await instances.findings()).toEqual([]);
        expect(instances.written).toHaveLength(ROUNDS * 230);
      },
      ROUNDS * 120_000 + 60_000,
    );
  }),
);
