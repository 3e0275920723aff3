// A process that a spec starts: it uses a PostgreSQL in every way the store does, lets go of it, and has nothing more to do.
import { BEFORE_ALL, NO_REVISION, stoppedClock } from '@zielwerk/kernel';
import { PostgresDatabase } from '../postgres/postgres-database';
import { PostgresEventStore } from '../postgres/postgres-event-store';
import { appendOf, streamOf } from './written-data';

const visit = async (url: string): Promise<void> => {
  const database = await PostgresDatabase.open(url, 'mwu');
  const store = new PostgresEventStore(database, stoppedClock('2026-11-23T22:59:00.000Z'));
  await store.append(streamOf(1), NO_REVISION, appendOf(1, 0));
  await store.readStream(streamOf(1));
  for await (const batch of store.subscribe(BEFORE_ALL, new AbortController().signal)) if (batch.length > 0) break;
  await store.close();
  await database.close();
};

void visit(process.argv[2] ?? '');
