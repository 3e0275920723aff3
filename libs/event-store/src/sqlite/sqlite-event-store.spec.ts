import { CorruptEvent, NO_REVISION, StaleStream, stoppedClock } from '@zielwerk/kernel';
import { statSync, writeFileSync } from 'node:fs';
import { event, events, everything, idsOf, SetClock, STREAM } from '../contract/contract-events';
import { temporaryFolder } from '../testing/temporary-folder';
import { walCommits } from '../testing/wal-commits';
import { openDatabase, prepareRows } from './open-database';
import { SqliteEventStore } from './sqlite-event-store';

const CLOCK = stoppedClock('2026-11-23T22:59:00.000Z');
const folder = temporaryFolder();
const file = () => folder.file('events.db');
const ids = (count: number, prefix = 'event') => Array.from({ length: count }, (_, i) => `${prefix}-${i}`);

/** A store and the connection that it writes through. */
const opened = () => {
  const db = openDatabase(file(), 'FULL');
  return { db, store: new SqliteEventStore(db, CLOCK) };
};

const statuses = (outcomes: readonly PromiseSettledResult<unknown>[]) => outcomes.map(({ status }) => status);

it('finds everything as it was after it has been closed, and goes on from there', async () => {
  const late = '2026-11-23T23:00:00.000Z';
  const first = SqliteEventStore.open(file(), stoppedClock(late));
  await first.append(STREAM, NO_REVISION, [event('a', { title: 'E-Akte' }), event('b')]);
  await first.append('mwu.goal-1', NO_REVISION, events('c'));
  const before = await everything(first);
  await first.close();
  // The file alone is whole: a copy of it needs nothing from beside it.
  expect(statSync(`${file()}-wal`).size).toBe(0);

  const second = SqliteEventStore.open(file(), new SetClock(['2026-01-01T00:00:00.000Z']));
  expect(await everything(second)).toEqual(before);
  await expect(second.append(STREAM, 0, events('x'))).rejects.toMatchObject({ actual: 1 });
  expect(await second.append(STREAM, 1, events('d'))).toEqual({ revision: 2, position: 4 });
  expect((await second.readStream(STREAM, 2))[0]?.meta.recordedAt).toBe(late);
  await second.close();
});

it('writes ahead, and waits for the disk at every commit', async () => {
  const { db, store } = opened();
  expect(prepareRows(db, 'PRAGMA journal_mode').get()).toEqual(['wal']);
  expect(prepareRows(db, 'PRAGMA synchronous').get()).toEqual([2]);
  await store.close();
});

it('does not open where that cannot be had', () => {
  expect(() => SqliteEventStore.open(':memory:', CLOCK)).toThrow('durability');
});

it('does not take another file for an event store', () => {
  writeFileSync(folder.file('letter.txt'), 'Dear Sir or Madam, '.repeat(500));
  expect(() => SqliteEventStore.open(folder.file('letter.txt'), CLOCK)).toThrow('not a database');
  const other = openDatabase(file(), 'FULL');
  other.exec('CREATE TABLE event (id TEXT)');
  other.close();
  expect(() => SqliteEventStore.open(file(), CLOCK)).toThrow('not an event store');
});

it('commits appends that arrive together in one transaction, with a stale one among them', async () => {
  const store = SqliteEventStore.open(file(), CLOCK);
  await store.append(STREAM, NO_REVISION, events('a'));
  const before = walCommits(file());
  const outcomes = await Promise.allSettled([
    ...ids(256).map((id) => store.append(`mwu.goal-${id}`, NO_REVISION, events(id, `${id}-then`))),
    store.append(STREAM, NO_REVISION, events('late')),
  ]);
  expect(walCommits(file()) - before).toBe(1);
  expect(statuses(outcomes)).toEqual([...Array<string>(256).fill('fulfilled'), 'rejected']);
  expect(outcomes.at(-1)).toMatchObject({ reason: expect.any(StaleStream) });
  expect(await everything(store)).toHaveLength(513);
  await store.close();
});

it('commits appends that wait for each other one by one', async () => {
  const store = SqliteEventStore.open(file(), CLOCK);
  const before = walCommits(file());
  for (const [i, id] of ids(8).entries()) await store.append(STREAM, i - 1, events(id));
  expect(walCommits(file()) - before).toBe(8);
  await store.close();
});

it('refuses a whole group when the disk is full, keeps nothing of it, and goes on once there is room', async () => {
  const { db, store } = opened();
  const kept = [...(await everything(store))];
  for (let round = 0; round < 10; round += 1) {
    const [pages] = prepareRows(db, 'PRAGMA page_count').get() as [number];
    db.exec(`PRAGMA max_page_count = ${pages + 2}`);
    const large = (id: string) => event(id, { text: 'x'.repeat(3_000) });
    const group = ids(16, `full-${round}`).map((id) => store.append(`mwu.goal-${id}`, NO_REVISION, [large(id)]));
    const refused = await Promise.allSettled(group);
    expect(statuses(refused)).toEqual(Array(16).fill('rejected'));
    expect(refused[0]).toMatchObject({ reason: { message: expect.stringContaining('full') } });
    expect(await everything(store)).toEqual(kept);

    db.exec('PRAGMA max_page_count = 1000000');
    await store.append(`mwu.goal-full-${round}-0`, NO_REVISION, [large(`room-${round}`)]);
    kept.push(...(await store.readStream(`mwu.goal-full-${round}-0`)));
    expect(await everything(store)).toEqual(kept);
  }
  await store.close();
});

it('acknowledges nothing of a group whose commit fails, keeps nothing of it, and goes on', async () => {
  const { db, store } = opened();
  await store.append(STREAM, NO_REVISION, events('a'));
  // A debt that SQLite calls in only when the transaction ends.
  db.exec(`CREATE TABLE creditor (id PRIMARY KEY);
    CREATE TABLE debt (id REFERENCES creditor DEFERRABLE INITIALLY DEFERRED);
    CREATE TRIGGER owe AFTER INSERT ON event BEGIN INSERT INTO debt VALUES (new.id); END`);
  const append = store.append(STREAM, 0, events('b', 'c'));
  const group = [append, store.append('mwu.goal-1', NO_REVISION, events('d')), store.append(STREAM, 9, events('e'))];
  for (const refused of await Promise.allSettled(group))
    expect(refused).toMatchObject({ reason: { message: expect.stringContaining('FOREIGN KEY') } });
  expect(idsOf(await everything(store))).toEqual(['a']);
  db.exec('DROP TRIGGER owe');
  expect(await store.append(STREAM, 0, events('b'))).toEqual({ revision: 1, position: 2 });
  await store.close();
});

it('knows where more streams stand than it remembers', async () => {
  const store = SqliteEventStore.open(file(), CLOCK);
  const streams = ids(10_050, 'mwu.goal');
  await Promise.all(streams.map((stream) => store.append(stream, NO_REVISION, events(stream))));
  const again = streams.map((stream) => store.append(stream, NO_REVISION, events(`other ${stream}`)));
  const refused = await Promise.allSettled(again);
  expect(refused.filter((one) => one.status === 'rejected' && one.reason instanceof StaleStream)).toHaveLength(10_050);
  expect(await store.append('mwu.goal-0', 0, events('next'))).toMatchObject({ revision: 1 });
  await store.close();
});

it('sees what another process wrote into its file, and never overwrites it', async () => {
  const here = SqliteEventStore.open(file(), CLOCK);
  const there = SqliteEventStore.open(file(), CLOCK);
  await here.append(STREAM, NO_REVISION, events('a'));
  await there.append(STREAM, 0, events('b'));
  await expect(here.append(STREAM, 0, events('c'))).rejects.toMatchObject({ actual: 1 });
  await here.append(STREAM, 1, events('d'));
  expect(idsOf(await everything(here))).toEqual(['a', 'b', 'd']);
  expect(await everything(there)).toEqual(await everything(here));
  expect(idsOf(await there.readStream(STREAM))).toEqual(['a', 'b', 'd']);
  await Promise.all([here.close(), there.close()]);
});

describe('with a damaged file it', () => {
  const damaged = async (sql: string): Promise<SqliteEventStore> => {
    const { db, store } = opened();
    await store.append(STREAM, NO_REVISION, events('a', 'b', 'c'));
    await store.append('mwu.goal-1', NO_REVISION, events('d'));
    db.exec(sql);
    await store.close();
    return SqliteEventStore.open(file(), CLOCK);
  };
  const named = (store: SqliteEventStore) =>
    [...store.scan()].flatMap((scanned) => ('corrupt' in scanned ? [[scanned.position, scanned.corrupt.reason]] : []));

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
    expect(named(store)).toEqual([[2, 'its content hash differs']]);
    await expect(store.readStream(STREAM)).rejects.toMatchObject({ name: 'CorruptEvent', position: 2, stream: STREAM });
    await expect(store.readAll(0, 10)).rejects.toThrow(CorruptEvent);
    expect(idsOf(await store.readAll(2, 10))).toEqual(['c', 'd']);
    expect(await store.append('mwu.goal-1', 0, events('e'))).toEqual({ revision: 1, position: 5 });
    await store.close();
  });

  it.each([
    ['in the middle', 'position = 2', [[2, 'the events up to 2 are missing']]],
    ['at the start', 'position < 3', [[1, 'the events up to 2 are missing']]],
    ['at the end', 'position > 2', [[3, 'the events up to 4 are missing']]],
    ['everywhere', 'position > 0', [[1, 'the events up to 4 are missing']]],
  ])('names events that are missing %s', async (_, condition, missing) => {
    const store = await damaged(`DELETE FROM event WHERE ${condition}`);
    expect(named(store)).toEqual(missing);
    await expect(store.readAll(0, 10)).rejects.toMatchObject({ position: missing[0]?.[0] });
    await store.close();
  });

  it('names a revision that is missing in a stream', async () => {
    const store = await damaged('DELETE FROM event WHERE position = 2');
    await expect(store.readStream(STREAM)).rejects.toThrow('revision 1 is missing');
    expect(idsOf(await store.readStream(STREAM, 2))).toEqual(['c']);
    await store.close();
  });

  it('gives a subscriber what is intact, and then the reason why it ends', async () => {
    const store = await damaged(`UPDATE event SET data = '{}' WHERE position = 3`);
    const batches = store.subscribe(0, new AbortController().signal)[Symbol.asyncIterator]();
    expect(await batches.next()).toMatchObject({ value: [{ position: 1 }, { position: 2 }] });
    await expect(batches.next()).rejects.toMatchObject({ name: 'CorruptEvent', position: 3 });
    await store.close();
  });
});
