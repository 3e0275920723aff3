import { describeWithKafka } from '@zielwerk/spec-engines';
import { startKurrentDouble } from '@zielwerk/kurrent-double';
import { type Configuration, DevelopmentIssuer, readConfiguration } from '@zielwerk/platform';
import { databaseForSpecs, describeWithPostgres } from '@zielwerk/postgres-server';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { readGoalRegister } from './testing/goal-register';
import { type Expected, expectRegister } from './testing/register-flow';
import { withTestData } from './testing/test-data';
import { verifyData } from './verify/verify-data';

type Store = Readonly<{ store: 'sqlite' } | { store: 'postgres' | 'kurrent'; storeUrl: string }>;

const ROOT = join(__dirname, '../../..');
const PORT = 24_000;
/** Each takes a minute or two. */
const STORES = (process.env.ZIELWERK_REGISTER_STORES ?? 'postgres').split(',');

let data: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'zielwerk-cluster-'));
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, 'tools/build/build.mjs'), 'ministry-any', 'strategy-service', '--if-stale'],
    { encoding: 'utf8' },
  );
  expect([status, stderr]).toEqual([0, '']);
});
afterEach(() => rmSync(data, { recursive: true }));

/** What a `zielwerk verify` is told that looks at the cluster's data. */
const configurationOf = (brokers: string, jurisdiction: string, store: Store): Configuration =>
  readConfiguration({
    ...{ ZIELWERK_DATA: data, ZIELWERK_JURISDICTION: jurisdiction },
    ...{ ZIELWERK_BUS: 'kafka', ZIELWERK_KAFKA_BROKERS: brokers },
    ...('storeUrl' in store && { ZIELWERK_EVENT_STORE: store.store, ZIELWERK_EVENT_STORE_URL: store.storeUrl }),
    // A PostgreSQL of the houses is the strategy service's as well.
    ...(store.store === 'postgres' && { ZIELWERK_READ_MODEL: 'postgres', ZIELWERK_READ_MODEL_URL: store.storeUrl }),
  });

const runRegister = async (folder: string, store: Store): Promise<void> => {
  const expected = JSON.parse(readFileSync(join(folder, 'expected_state.json'), 'utf8')) as Expected;
  const register = readGoalRegister(folder, expected.refusedDoubleRowIndexes);
  const jurisdiction = join(data, 'jurisdiction.json');
  writeFileSync(jurisdiction, JSON.stringify(register.jurisdiction));

  const { startBroker } = await import('../../../tools/kafka/broker.mjs');
  const { startCluster } = await import('../../../tools/cluster/cluster.mjs');
  const broker = await startBroker({ dataDir: join(data, 'kafka') });
  try {
    const cluster = await startCluster({ port: PORT, data, jurisdiction, brokers: broker.brokers, ...store });
    try {
      const issuer = await DevelopmentIssuer.open(join(data, 'issuer'));
      const tokenFor = ({ ministry, role }: { ministry: string; role: string }) =>
        issuer.issue({ sub: `test-${ministry}`, ministry, roles: [role] });
      await expectRegister({ url: cluster.url, tokenFor }, register, expected);
    } finally {
      await cluster.stop();
    }
    const verified = await verifyData(configurationOf(broker.brokers, jurisdiction, store));
    expect(verified.map(({ subject }) => subject)).toHaveLength(25);
    expect(verified.flatMap(({ checks }) => checks.flatMap(({ findings }) => findings))).toEqual([]);
  } finally {
    await broker.stop();
  }
};

withTestData('us-performance-gov', (folder) => {
  describeWithKafka('on a real Kafka,', () => {
    const title = 'assembles the statewide state of a real goal register from 24 houses, each a process, over Kafka';

    if (STORES.includes('sqlite')) it(`${title} and files`, () => runRegister(folder, { store: 'sqlite' }), 300_000);

    if (STORES.includes('postgres'))
      describeWithPostgres('and PostgreSQL,', () => {
        const database = databaseForSpecs();
        it(title, () => runRegister(folder, { store: 'postgres', storeUrl: database().url }), 300_000);
      });

    if (STORES.includes('kurrent'))
      it(`${title} and KurrentDB, by the protocol double`, async () => {
        const double = await startKurrentDouble();
        try {
          await runRegister(folder, { store: 'kurrent', storeUrl: double.url });
        } finally {
          double.refuse();
        }
      }, 300_000);
  });
});
