// Several processes on one database: each of them answers, one of them writes.
import { present, topicOf, Unavailable } from '@zielwerk/kernel';
import { databaseForSpecs, describeWithPostgres } from '@zielwerk/postgres-server';
import { MemoryMessaging } from '@zielwerk/testing';
import { sql } from 'kysely';
import { Client } from 'pg';
import { setTimeout as pause } from 'node:timers/promises';

import { openReadModel } from '../open-read-model';
import { NotRunner, type ReadModel } from '../read-model';
import { startIngest } from '../start-ingest';
import { added, balances, delivered, history, jarEvents, jars, opened, sent, streamOf } from '../testing/jars';
import { editionOf, type Tables } from '../testing/places';

const LONG = 20_000;
const a = streamOf('mi', 1);
const TOPICS = ['mi', 'mf'].map(topicOf);

describeWithPostgres('read models of several processes on one database', () => {
  const database = databaseForSpecs();
  let schema = 0;
  const open: ReadModel<Tables>[] = [];
  beforeEach(() => (schema += 1));
  afterEach(async () => {
    for (const readModel of open.splice(0)) await readModel.close();
  });

  const another = async (
    settings: Readonly<{ silenceMs?: number; queryMs?: number }> = {},
    projections = [jars, balances] as const,
  ) => {
    const place = { url: database().url, schema: `turns_${schema}`, lookMs: 50, ...settings };
    const readModel = await openReadModel<Tables>({ database: place, projections, events: jarEvents });
    open.push(readModel);
    return readModel;
  };
  const two = async () => [await another(), await another()] as const;
  const coinsIn = (readModel: ReadModel<Tables>) =>
    readModel.snapshot((db) => db.selectFrom('jar').select(['jar', 'coins']).orderBy('jar').execute());
  const becomesRunner = async (readModel: ReadModel<Tables>): Promise<number> => {
    const start = Date.now();
    while (!readModel.isRunner && Date.now() - start < LONG) await pause(10);
    return Date.now() - start;
  };
  const holders = () =>
    database().run(`select pid from pg_locks join pg_database on oid = database
      where locktype = 'advisory' and granted and datname = current_database()`);

  it('answer again after a release has added a column that they do not know', async () => {
    const [runner, reader] = await two();
    await runner.ingest(delivered(history(a, opened('a'))));
    const answers = async () => [(await reader.events({ limit: 9 })).length, (await reader.held()).length];
    expect(await answers()).toEqual([1, 0]);
    for (const table of ['event', 'held'])
      await database().run(`alter table turns_${schema}.${table} add column later text`);
    expect(await reader.events({ limit: 9 })).toHaveLength(1);
    // Prepared for other columns: that connection is not asked again.
    await expect(reader.held()).rejects.toThrow(Unavailable);
    expect(await answers()).toEqual([1, 0]);
  });

  it('answer again after somebody had a table locked for longer than a query may take', async () => {
    const readModel = await another({ queryMs: 200 });
    await readModel.ingest(delivered(history(a, opened('a'))));
    await readModel.project();
    const other = new Client(database().url);
    await other.connect();
    await other.query(`begin; lock table turns_${schema}.projection in access exclusive mode`);
    await expect(coinsIn(readModel)).rejects.toThrow(Unavailable);
    await other.query('rollback');
    await other.end();
    expect(await coinsIn(readModel)).toEqual([{ jar: 'a', coins: 0 }]);
    expect(await readModel.waitFor(a, 0, LONG)).toBe(true);
  });

  it('answer from what one of them writes', async () => {
    const [runner, reader] = await two();
    expect([runner.isRunner, reader.isRunner]).toEqual([true, false]);
    const waiting = reader.waitFor(a, 1, LONG);
    const heard: number[] = [];
    const stop = reader.onAdvance((checkpoint) => heard.push(checkpoint));
    const edition = await editionOf(reader);
    await runner.ingest(delivered(history(a, opened('a'), added('a', 2), added('a', 66))));
    await runner.project();

    expect(await waiting).toBe(true);
    expect(await reader.waitFor(a, 2, LONG)).toBe(true);
    expect(await reader.waitFor(a, 3, 100)).toBe(false);
    stop();
    expect(heard.at(-1)).toBe(3);
    expect(await coinsIn(reader)).toEqual([{ jar: 'a', coins: 2 }]);
    expect(await reader.positions()).toEqual({ mi: 2 });
    expect(await editionOf(reader)).toBe(await editionOf(runner));
    expect(await editionOf(reader)).not.toBe(edition);
    expect(await reader.health()).toEqual(await runner.health());
    expect(await reader.checksum('jar')).toBe(await runner.checksum('jar'));
  });

  it('are written by nobody else', async () => {
    const [, reader] = await two();
    await expect(reader.ingest(delivered(history(a, opened('a'))))).rejects.toThrow(NotRunner);
    await expect(reader.project()).rejects.toThrow(NotRunner);
    await expect(reader.requeue()).rejects.toThrow(NotRunner);
    await expect(reader.rebuild()).rejects.toThrow(NotRunner);
    await expect(reader.db.deleteFrom('jar').execute()).rejects.toThrow('read-only');
  });

  it('are written by the next one once the one who wrote is closed', async () => {
    const [first, second] = await two();
    const messages = delivered(history(a, opened('a'), added('a', 2), added('a', 3)));
    await first.ingest(messages.slice(0, 2));
    await first.close();
    expect(await becomesRunner(second)).toBeLessThan(5_000);
    // It projects what the one before has left.
    await second.project();
    await second.ingest(messages.slice(1));
    await second.project();
    expect(await coinsIn(second)).toEqual([{ jar: 'a', coins: 5 }]);
  });

  it('have a bus read by one of them, through connections that are cut', async () => {
    const bus = new MemoryMessaging();
    await bus.ensureTopics(TOPICS);
    const both = await two();
    const ingests = await Promise.all(
      both.map((readModel) => startIngest({ readModel, messaging: bus, reader: 'strategy', topics: TOPICS })),
    );
    const events = Array.from({ length: 200 }, (_, n) => sent(a, n, n === 0 ? opened('a') : added('a', 1)));
    for (const [n, { topic, value, ...rest }] of events.entries()) {
      await bus.publish(topic, [{ ...rest, value: value.toString() }]);
      if (n % 50 !== 25) continue;
      expect(both.filter(({ isRunner }) => isRunner).length).toBeLessThanOrEqual(1);
      for (const { pid } of await holders()) await database().run(`select pg_terminate_backend(${String(pid)})`);
    }
    for (const readModel of both) expect(await readModel.waitFor(a, 199, LONG)).toBe(true);
    for (const readModel of both) expect(await coinsIn(readModel)).toEqual([{ jar: 'a', coins: 199 }]);
    expect(await both[0].health()).toMatchObject({ lastOrdinal: 200, parked: 0, held: 0, refused: 0 });
    for (const ingest of ingests) await ingest.stop();
    await bus.close();
  });

  it('are rebuilt by a release with other rows, for which the one before makes room and reads no more', async () => {
    const [first] = await two();
    await first.ingest(delivered(history(a, opened('a'), added('a', 2))));
    await first.project();
    const doubled: typeof jars = {
      ...jars,
      version: 2,
      on: { ...jars.on, CoinsAdded: (row, { data }) => ({ ...present(row), coins: 2 * data.coins }) },
    };
    const newer = await another({}, [doubled, balances]);
    expect(newer.isRunner).toBe(false);
    await expect(coinsIn(newer)).rejects.toThrow(Unavailable);
    expect(await coinsIn(first)).toEqual([{ jar: 'a', coins: 2 }]);
    expect(await becomesRunner(newer)).toBeLessThan(10_000);
    expect(await coinsIn(newer)).toEqual([{ jar: 'a', coins: 4 }]);
    // For good: neither the one that wrote nor the one that read asks for its turn again.
    await pause(3_000);
    expect(open.map(({ isRunner }) => isRunner)).toEqual([false, false, true]);
    await expect(coinsIn(first)).rejects.toThrow('made by another release');
    await newer.ingest(delivered([sent(a, 2, added('a', 3))], 2));
    await newer.project();
    expect(await coinsIn(newer)).toEqual([{ jar: 'a', coins: 6 }]);
  });

  it('see whole rows of one moment, however often tables are swapped meanwhile', async () => {
    const [runner, reader] = await two();
    await runner.ingest(delivered(history(a, opened('a'), ...Array.from({ length: 500 }, () => added('a', 1)))));
    await runner.project();
    const ended = new AbortController();
    const seen = new Set<string>();
    const look = async () => {
      while (!ended.signal.aborted)
        seen.add(
          JSON.stringify(
            await reader.snapshot(async (db) => [
              await db.selectFrom('balance').select('balance').execute(),
              await db.selectFrom('jar').select('coins').execute(),
            ]),
          ),
        );
    };
    const looking = Array.from({ length: 6 }, look);
    for (let n = 0; n < 10; n += 1) await runner.rebuild();
    ended.abort();
    await Promise.all(looking);
    expect([...seen]).toEqual([JSON.stringify([[{ balance: 500 }], [{ coins: 500 }]])]);
  });

  it('are not read as if they were of this release by whoever waited while they were replaced', async () => {
    const readModel = await another();
    const client = new Client(database().url);
    await client.connect();
    await client.query(`set search_path = turns_${schema}; begin; lock table projection in access exclusive mode;
      update projection set shape = 'another one'`);
    const waiting = expect(coinsIn(readModel)).rejects.toThrow('made by another release');
    const blocked = () => client.query(`select 1 from pg_locks where not granted`);
    while ((await blocked()).rowCount === 0) await pause(5);
    await client.query('commit');
    await waiting;
    await client.end();
  });

  it('tell whoever asks too much that it takes too long', async () => {
    const readModel = await another({ queryMs: 200 });
    const slow = readModel.snapshot((db) => sql`select pg_sleep(5)`.execute(db));
    await expect(slow).rejects.toThrow(Unavailable);
  });
});
