import { checkpointsContract } from '../checkpoints.contract';
import { eventStoreContract } from '../event-store.contract';
import { subjectsContract } from '../subjects.contract';
import { describeWithPostgres, postgresForSpecs } from '../testing/postgres';
import { PostgresCheckpoints } from './postgres-checkpoints';
import type { PostgresDatabase } from './postgres-database';
import { PostgresEventStore } from './postgres-event-store';
import { PostgresSubjects } from './postgres-subjects';

describeWithPostgres('on PostgreSQL', () => {
  const postgres = postgresForSpecs();
  let [one, another]: readonly PostgresDatabase[] = [];
  const opened = (database: PostgresDatabase | undefined): PostgresDatabase => {
    if (!database) throw new Error('No database is open.');
    return database;
  };
  beforeEach(async () => {
    [one, another] = [await postgres().open(), await postgres().open()];
  });

  eventStoreContract('postgres', (clock) => Promise.resolve(new PostgresEventStore(opened(one), clock)));
  checkpointsContract('postgres', () => new PostgresCheckpoints(opened(one)));
  subjectsContract('postgres', (name) => new PostgresSubjects(opened(name === 'one' ? one : another)));
});
