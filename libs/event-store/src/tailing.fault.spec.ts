import { type KurrentDouble, startKurrentDouble } from '@zielwerk/kurrent-double';
import { tailingContract } from './contract/tailing.contract';
import { KurrentEventStore } from './kurrent/kurrent-event-store';
import { PostgresEventStore } from './postgres/postgres-event-store';
import { SqliteEventStore } from './sqlite/sqlite-event-store';
import { describeWithPostgres, postgresForSpecs } from './testing/postgres';
import { temporaryFolder } from './testing/temporary-folder';

const EVENTS = Number(process.env.ZIELWERK_FAULT_EVENTS ?? 4_096);

const folder = temporaryFolder();
tailingContract('sqlite', (clock) => Promise.resolve(SqliteEventStore.open(folder.file('events.db'), clock)), EVENTS);

describeWithPostgres('on PostgreSQL', () => {
  const postgres = postgresForSpecs();
  tailingContract('postgres', async (clock) => new PostgresEventStore(await postgres().open(), clock), EVENTS);
});

describe('over the protocol double,', () => {
  let double: KurrentDouble;
  beforeAll(async () => {
    double = await startKurrentDouble();
  });
  afterAll(() => double.refuse());
  tailingContract('kurrent', (clock) => KurrentEventStore.open({ url: double.url, ministry: 'mwu' }, clock), EVENTS);
});
