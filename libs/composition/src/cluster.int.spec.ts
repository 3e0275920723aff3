import { DevelopmentIssuer, readConfiguration } from '@zielwerk/platform';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { readGoalRegister } from './testing/goal-register';
import { type Expected, expectRegister } from './testing/register-flow';
import { withKafka, withTestData } from './testing/test-data';
import { verifyData } from './verify/verify-data';

const ROOT = join(__dirname, '../../..');
const PORT = 24_000;

withTestData('us-performance-gov', (folder) => {
  withKafka(() => {
    let data: string;
    beforeAll(() => {
      data = mkdtempSync(join(tmpdir(), 'zielwerk-cluster-'));
      const { status, stderr } = spawnSync(
        process.execPath,
        [join(ROOT, 'tools/build/build.mjs'), 'ministry-any', 'strategy-service', '--if-stale'],
        { encoding: 'utf8' },
      );
      expect([status, stderr]).toEqual([0, '']);
    });
    afterAll(() => rmSync(data, { recursive: true }));

    it('assembles the statewide state of a real goal register from 24 houses, each a process, over Kafka', async () => {
      const expected = JSON.parse(readFileSync(join(folder, 'expected_state.json'), 'utf8')) as Expected;
      const register = readGoalRegister(folder, expected.refusedDoubleRowIndexes);
      const jurisdiction = join(data, 'jurisdiction.json');
      writeFileSync(jurisdiction, JSON.stringify(register.jurisdiction));

      const { startBroker } = await import('../../../tools/kafka/broker.mjs');
      const { startCluster } = await import('../../../tools/cluster/cluster.mjs');
      const broker = await startBroker({ dataDir: join(data, 'kafka') });
      try {
        const cluster = await startCluster({ port: PORT, data, jurisdiction, brokers: broker.brokers });
        try {
          const issuer = await DevelopmentIssuer.open(join(data, 'issuer'));
          const tokenFor = ({ ministry, role }: { ministry: string; role: string }) =>
            issuer.issue({ sub: `test-${ministry}`, ministry, roles: [role] });
          await expectRegister({ url: cluster.url, tokenFor }, register, expected);
        } finally {
          await cluster.stop();
        }
        const verified = await verifyData(
          readConfiguration({
            ZIELWERK_DATA: data,
            ZIELWERK_JURISDICTION: jurisdiction,
            ZIELWERK_BUS: 'kafka',
            ZIELWERK_KAFKA_BROKERS: broker.brokers,
          }),
        );
        expect(verified.map(({ subject }) => subject)).toHaveLength(25);
        expect(verified.flatMap(({ checks }) => checks.flatMap(({ findings }) => findings))).toEqual([]);
      } finally {
        await broker.stop();
      }
    }, 300_000);
  });
});
