import {
  BEFORE_ALL,
  CorruptEvent,
  type EventStore,
  type NewEvent,
  NO_REVISION,
  stoppedClock,
  type StoredEvent,
  StoreUnavailable,
} from '@zielwerk/kernel';
import { flipBit, type Stop } from '@zielwerk/postgres-server';
import { setTimeout as sleep } from 'node:timers/promises';
import { event, events, everything, idsOf, STREAM } from '../contract/contract-events';
import {
  describeWithOwnPostgres,
  describeWithPostgres,
  ownPostgresForSpecs,
  postgresForSpecs,
} from '../testing/postgres';
import { appendOf, streamOf, WRITERS } from '../testing/written-data';
import type { PostgresDatabase } from './postgres-database';
import { PostgresEventStore } from './postgres-event-store';

const CLOCK = stoppedClock('2026-11-23T22:59:00.000Z');
const STOPS: readonly Stop[] = ['immediate', 'fast', 'immediate', 'immediate'];

/** Answers the events that it wrote until it was told to stop. */
const write = async (store: EventStore, writer: number, stop: AbortSignal): Promise<readonly NewEvent[]> => {
  const written: NewEvent[] = [];
  for (let append = 0; !stop.aborted; append += 1) {
    const added = appendOf(writer, append);
    await store.append(streamOf(writer), written.length - 1, added);
    written.push(...added);
  }
  return written;
};

/** Lets 64 writers write while something happens, and checks that each event is there once, in its place. */
const writtenThrough = async (store: EventStore, happening: () => Promise<void>): Promise<readonly StoredEvent[]> => {
  const stop = new AbortController();
  const writing = Array.from({ length: WRITERS }, (_, i) => write(store, i, stop.signal));
  await happening();
  stop.abort();
  const written = await Promise.all(writing);
  const all = await everything(store);
  expect(all.map(({ position }) => position)).toEqual(written.flat().map((_, i) => i + 1));
  for (const [i, events] of written.entries()) {
    const stored = await store.readStream(streamOf(i));
    expect(stored.map(({ meta, data }) => [meta.id, data])).toEqual(events.map(({ meta, data }) => [meta.id, data]));
  }
  return all;
};

/** Adds what a subscriber is given up to the event with this id. Whether it got there, or the connection was lost. */
const followed = async (store: EventStore, seen: StoredEvent[], lastId: string): Promise<boolean> => {
  try {
    for await (const batch of store.subscribe(seen.at(-1)?.position ?? BEFORE_ALL, new AbortController().signal)) {
      seen.push(...batch);
      if (batch.at(-1)?.meta.id === lastId) return true;
    }
  } catch (error) {
    if (error instanceof CorruptEvent) throw error;
  }
  return false;
};

/** Follows the log as a relay does: after an error from the position that was reached. */
const follow = async (store: EventStore, lastId: string): Promise<readonly StoredEvent[]> => {
  const seen: StoredEvent[] = [];
  while (!(await followed(store, seen, lastId))) await sleep(20);
  return seen;
};

/** Answers once the log has grown by so many events. */
const grown = async (store: EventStore, by: number): Promise<void> => {
  let position = (await everything(store)).at(-1)?.position ?? BEFORE_ALL;
  const goal = position + by;
  while (position < goal) position = (await store.readAll(position, 500)).at(-1)?.position ?? position;
};

describeWithOwnPostgres('an event store whose PostgreSQL is stopped, or damaged on the disk,', () => {
  const postgres = ownPostgresForSpecs();

  it(`answers 64 writers as if nothing had happened through ${STOPS.length} stops, and a follower misses nothing`, async () => {
    const store = new PostgresEventStore(await postgres().open(), CLOCK, { patienceMs: 60_000 });
    const following = follow(store, 'the end');
    const all = await writtenThrough(store, async () => {
      for (const how of STOPS) {
        await grown(store, 500);
        await postgres().server.stop(how);
        await postgres().server.start();
      }
      await grown(store, 500);
    });
    await store.append(STREAM, NO_REVISION, events('the end'));
    expect((await following).slice(0, -1)).toEqual(all);
    await store.close();
  });

  it.each([
    ['that it knows', STREAM, 0],
    ['that it has not met', 'mwu.goal-1', NO_REVISION],
  ])(
    'says so when the server stays away from a stream %s, and goes on once it is back',
    async (_, stream, expected) => {
      const store = new PostgresEventStore(await postgres().open(), CLOCK, { patienceMs: 50 });
      await store.append(STREAM, NO_REVISION, events('a'));
      await postgres().server.stop('immediate');
      await expect(store.readStream(STREAM)).rejects.toThrow('ECONNREFUSED');
      const refused = store.append(stream, expected, events('b'));
      await expect(refused).rejects.toThrow(StoreUnavailable);
      await expect(refused).rejects.toThrow(
        /^PostgreSQL cannot be reached for .*ECONNREFUSED.*\. Nothing was written\.$/u,
      );
      await postgres().server.start();
      expect(await store.append(stream, expected, events('c'))).toEqual({ revision: expected + 1, position: 2 });
      expect(idsOf(await everything(store))).toEqual(['a', 'c']);
      await store.close();
    },
  );

  it('answers what was accepted before it was closed, also while the server is away', async () => {
    const store = new PostgresEventStore(await postgres().open(), CLOCK, { patienceMs: 50 });
    await postgres().server.stop();
    const accepted = store.append(STREAM, NO_REVISION, events('a'));
    const [outcome] = await Promise.all([accepted.catch((error: unknown) => error), store.close()]);
    expect(outcome).toBeInstanceOf(StoreUnavailable);
    await postgres().server.start();
  });

  it('names an event of which one bit was flipped, by its content hash, and serves those beside it', async () => {
    const database = await postgres().open();
    const store = new PostgresEventStore(database, CLOCK);
    await store.append(STREAM, NO_REVISION, [event('a'), event('b', { title: 'Glasfaser' }), event('c')]);
    const path = `SELECT pg_relation_filepath('${database.schema}.event') AS path`;
    const [found] = await postgres().run(path);
    await postgres().server.stop();
    flipBit(postgres().server.file(String(found?.path)), 'Glasfaser');
    await postgres().server.start();
    const named = { name: 'CorruptEvent', position: 2, stream: STREAM, reason: 'its content hash differs' };
    await expect(store.readAll(BEFORE_ALL, 10)).rejects.toMatchObject(named);
    await expect(store.readStream(STREAM)).rejects.toMatchObject(named);
    expect(idsOf(await store.readAll(2, 10))).toEqual(['c']);
    await store.close();
  });
});

describeWithPostgres('an event store on PostgreSQL that others meddle with', () => {
  const postgres = postgresForSpecs();
  let database: PostgresDatabase;
  const damaged = async (sql: string): Promise<EventStore> => {
    database = await postgres().open();
    const store = new PostgresEventStore(database, CLOCK);
    await store.append(STREAM, NO_REVISION, events('a', 'b', 'c'));
    await store.append('mwu.goal-1', NO_REVISION, events('d'));
    await postgres().run(sql.replace('event', `${database.schema}.event`));
    return store;
  };

  it('answers 64 writers as if nothing had happened when an administrator ends its connections', async () => {
    const database = await postgres().open();
    const store = new PostgresEventStore(database, CLOCK, { patienceMs: 60_000 });
    const writes = `application_name = '${database.schema}' AND query LIKE 'WITH moved%'`;
    let ended = 0;
    await writtenThrough(store, async () => {
      while (ended < 10)
        ended += (await postgres().run(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE ${writes}`))
          .length;
    });
    await store.close();
  });

  it('waits for a server that only reads for a moment, as a standby does that is about to take over', async () => {
    const database = await postgres().open();
    const store = new PostgresEventStore(database, CLOCK, { patienceMs: 60_000 });
    await store.append(STREAM, NO_REVISION, events('a'));
    const admin = await database.connect();
    const { rows } = await admin.query<{ name: string }>('SELECT current_database() AS name');
    const setReadOnly = async (sql: string) => {
      await admin.query(`ALTER DATABASE ${rows[0]?.name} ${sql}`);
      await admin.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE application_name = '${database.schema}' AND pid <> pg_backend_pid()`,
      );
    };
    await setReadOnly('SET default_transaction_read_only = on');
    const appending = store.append(STREAM, 0, events('b'));
    await sleep(1_000);
    await setReadOnly('RESET default_transaction_read_only');
    await admin.end();
    expect(await appending).toEqual({ revision: 1, position: 2 });
    await store.close();
  });

  it.each([
    ['its data', `UPDATE event SET data = '{"id":"B"}' WHERE position = 2`],
    ['data that is no JSON', `UPDATE event SET data = '{' WHERE position = 2`],
    ['its metadata', `UPDATE event SET meta = replace(meta, 'a1f0c9', 'a1f0c8') WHERE position = 2`],
    ['its id', `UPDATE event SET id = 'x' WHERE position = 2`],
    ['its type', `UPDATE event SET wire_type = 'MeasurePlanned.v2' WHERE position = 2`],
    ['its time', `UPDATE event SET recorded_at = '2026-11-24T00:00:00.000Z' WHERE position = 2`],
    ['its hash', `UPDATE event SET hash = 'x' WHERE position = 2`],
  ])('names an event that changed in %s, and never serves it', async (_, sql) => {
    const store = await damaged(sql);
    const named = { name: 'CorruptEvent', position: 2, stream: STREAM, reason: 'its content hash differs' };
    await expect(store.readStream(STREAM)).rejects.toMatchObject(named);
    await expect(store.readAll(BEFORE_ALL, 10)).rejects.toMatchObject(named);
    expect(idsOf(await store.readAll(2, 10))).toEqual(['c', 'd']);
    expect(await store.append('mwu.goal-1', 0, events('e'))).toEqual({ revision: 1, position: 5 });
    await store.close();
  });

  it.each([
    ['in the middle', 'position = 2', 2],
    ['at the start', 'position < 3', 1],
    ['at the end', 'position > 2', 3],
    ['everywhere', 'position > 0', 1],
  ])('names the first event that is missing %s', async (_, condition, position) => {
    const store = await damaged(`DELETE FROM event WHERE ${condition}`);
    await expect(store.readAll(BEFORE_ALL, 10)).rejects.toMatchObject({ name: 'CorruptEvent', position });
    await store.close();
  });

  it('names a revision that is missing in a stream', async () => {
    const store = await damaged('DELETE FROM event WHERE position = 2');
    await expect(store.readStream(STREAM)).rejects.toThrow('revision 1 is missing');
    expect(idsOf(await store.readStream(STREAM, 2))).toEqual(['c']);
    await store.close();
  });

  it('gives no position twice after the last events were lost', async () => {
    const store = await damaged('DELETE FROM event WHERE position > 2');
    await store.close();
    const again = new PostgresEventStore(database, CLOCK);
    expect(await again.append(STREAM, 1, events('e'))).toEqual({ revision: 2, position: 5 });
    await again.close();
  });
});
