import { BEFORE_ALL, type EventStore, NO_REVISION, stoppedClock, StoreUnavailable } from '@zielwerk/kernel';
import { hash } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import { event, events, everything, idsOf, received, SetClock, STREAM } from '../contract/contract-events';
import { CutProxy } from '../testing/cut-proxy';
import { describeWithPostgres, postgresForSpecs } from '../testing/postgres';
import { PostgresDatabase } from './postgres-database';
import { PostgresEventStore, type PostgresEventStoreOptions } from './postgres-event-store';

const NOW = '2026-11-23T22:59:00.000Z';
const CLOCK = stoppedClock(NOW);
const WRITERS = 64;
const APPENDS = 40;

const writer = async (store: EventStore, name: string): Promise<void> => {
  let revision = NO_REVISION;
  for (let i = 0; i < APPENDS; i += 1) {
    const ids = [`${name}-${i}`, `${name}-${i}-then`].slice(0, 1 + (i % 2));
    ({ revision } = await store.append(name, revision, events(...ids)));
  }
};
const writers = (store: EventStore) =>
  Promise.all(Array.from({ length: WRITERS }, (_, i) => writer(store, `mwu.goal-${i}`)));

describeWithPostgres('an event store on PostgreSQL', () => {
  const postgres = postgresForSpecs();
  const stores: EventStore[] = [];
  const open = async (
    house: string,
    options: PostgresEventStoreOptions = {},
    clock = CLOCK,
  ): Promise<PostgresEventStore> => {
    const store = new PostgresEventStore(await postgres().open(house), clock, options);
    stores.push(store);
    return store;
  };
  let house: string;
  beforeEach(() => {
    house = postgres().newHouse();
  });
  afterEach(async () => {
    for (const store of stores.splice(0)) await store.close();
  });

  it('finds everything as it was after it has been closed, and goes on from there', async () => {
    const late = '2026-11-23T23:00:00.000Z';
    const first = await open(house, {}, stoppedClock(late));
    await first.append(STREAM, NO_REVISION, [event('a', { title: 'E-Akte' }), event('b')]);
    await first.append('mwu.goal-1', NO_REVISION, events('c'));
    const before = await everything(first);
    await first.close();

    const second = await open(house, {}, new SetClock(['2026-01-01T00:00:00.000Z']));
    expect(await everything(second)).toEqual(before);
    await expect(second.append(STREAM, 0, events('x'))).rejects.toMatchObject({ actual: 1 });
    expect(await second.append(STREAM, 1, events('d'))).toEqual({ revision: 2, position: 4 });
    expect((await second.readStream(STREAM, 2))[0]?.meta.recordedAt).toBe(late);
  });

  it('keeps the houses of one database apart, each with positions of its own', async () => {
    const [mf, mi] = [await open(house), await open(postgres().newHouse())];
    expect(await mf.append(STREAM, NO_REVISION, events('of mf'))).toEqual({ revision: 0, position: 1 });
    expect(await mi.append(STREAM, NO_REVISION, events('of mi'))).toEqual({ revision: 0, position: 1 });
    expect([idsOf(await everything(mf)), idsOf(await everything(mi))]).toEqual([['of mf'], ['of mi']]);
  });

  it('commits appends that arrive together in one transaction, with a stale one among them', async () => {
    const store = await open(house);
    const outcomes = await Promise.allSettled([
      ...Array.from({ length: 200 }, (_, i) => store.append(`mwu.goal-${i}`, NO_REVISION, events(`${i}`, `${i}-then`))),
      store.append(STREAM, 0, events('early')),
    ]);
    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(1);
    const commits = `SELECT count(DISTINCT xmin::text)::int AS commits, count(*)::int FROM zielwerk_${house}.event`;
    expect(await postgres().run(commits)).toEqual([{ commits: 1, count: 400 }]);
  });

  it('refuses alone what would begin a stream that another instance began', async () => {
    const first = await open(house);
    await first.append(STREAM, NO_REVISION, events('a', 'b'));
    await first.close();
    const second = await open(house);
    const outcomes = await Promise.allSettled([
      second.append('mwu.goal-1', NO_REVISION, events('c')),
      second.append(STREAM, NO_REVISION, events('x')),
    ]);
    expect(outcomes).toMatchObject([
      { value: { revision: 0, position: 3 } },
      { reason: { name: 'StaleStream', actual: 1 } },
    ]);
    expect(await second.append(STREAM, 1, events('d'))).toEqual({ revision: 2, position: 4 });
    expect(idsOf(await everything(second))).toEqual(['a', 'b', 'c', 'd']);
  });

  it('writes on one connection as long as nothing goes wrong', async () => {
    const store = await open(house);
    const here = '(SELECT oid FROM pg_database WHERE datname = current_database())';
    const lane = () => postgres().run(`SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND database = ${here}`);
    await store.append(STREAM, NO_REVISION, events('a'));
    const before = await lane();
    const accepted: Promise<unknown>[] = [];
    for (let i = 0; i < 50; i += 1) {
      accepted.push(store.append(`mwu.goal-${i}`, NO_REVISION, events(`${i}`)));
      // The next one arrives while this one is being written.
      await turn();
    }
    await Promise.all(accepted);
    expect([before.length, await lane()]).toEqual([1, before]);
  });

  it('lets another instance write as soon as it has closed and answered what it accepted', async () => {
    const [first, second] = [await open(house), await open(house, { patienceMs: 1 })];
    const accepted = first.append(STREAM, NO_REVISION, events('a'));
    await first.close();
    expect(await second.append(STREAM, 0, events('b'))).toEqual({ revision: 1, position: 2 });
    expect(await accepted).toEqual({ revision: 0, position: 1 });
  });

  it('misses nothing and repeats nothing, here and in another process, while 64 writers append', async () => {
    const [here, there] = [await open(house), await open(house)];
    const following = [here, there, there].map((store) => received(store, BEFORE_ALL, 'the end'));
    await writers(here);
    await here.append(STREAM, NO_REVISION, events('the end'));
    const all = await everything(there);
    expect(all.map(({ position }) => position)).toEqual(
      Array.from({ length: WRITERS * APPENDS * 1.5 + 1 }, (_, i) => i + 1),
    );
    for (const follower of following) expect(await follower).toEqual(all);
  });

  it('refuses a second writer in a sentence while the first is there, and lets it read', async () => {
    const [first, second] = [await open(house), await open(house, { patienceMs: 50 })];
    await first.append(STREAM, NO_REVISION, events('a'));
    await expect(second.append(STREAM, 0, events('b'))).rejects.toThrow(
      `Another instance writes to zielwerk_${house}, and still did after 50 ms. Only one may: nothing was written here.`,
    );
    expect(idsOf(await second.readStream(STREAM))).toEqual(['a']);
    await first.close();
    expect(await second.append(STREAM, 0, events('b'))).toEqual({ revision: 1, position: 2 });
  });

  it('lets a question wait for its turn for longer than for a server', async () => {
    const database = await postgres().open(house);
    const long = Array.from({ length: 4 }, (_, i) => database.rows({ name: `long ${i}`, text: 'SELECT pg_sleep(6)' }));
    expect(await database.rows({ name: 'short', text: 'SELECT 1' })).toEqual([[1]]);
    await Promise.all(long);
  });

  it('keeps every other instance from writing while one holds the right without writing', async () => {
    const [first, second] = [await open(house), await open(house, { patienceMs: 50 })];
    await first.hold();
    await expect(second.hold()).rejects.toThrow(`Another instance writes to zielwerk_${house}`);
    await expect(second.append(STREAM, NO_REVISION, events('a'))).rejects.toThrow(StoreUnavailable);
    await first.close();
    expect(await second.append(STREAM, NO_REVISION, events('a'))).toEqual({ revision: 0, position: 1 });
  });

  it('hands the right to write to an instance that waits for it', async () => {
    const [first, second] = [await open(house), await open(house, { patienceMs: 60_000 })];
    await first.append(STREAM, NO_REVISION, events('a'));
    const waiting = second.append(STREAM, 0, events('b'));
    await first.append(STREAM, 0, events('c'));
    await first.close();
    await expect(waiting).rejects.toMatchObject({ name: 'StaleStream', actual: 1 });
    expect(idsOf(await everything(second))).toEqual(['a', 'c']);
  });

  it('gives no place that was given by somebody without the lane', async () => {
    const store = await open(house);
    await store.append(STREAM, NO_REVISION, events('a'));
    await postgres().run(`UPDATE zielwerk_${house}.log SET last = 7`);
    expect(await store.append(STREAM, 0, events('b'))).toEqual({ revision: 1, position: 8 });
  });

  it('lets no append that the server does not take harm those beside it', async () => {
    const store = await open(house);
    // Too long for an index, and nothing that PostgreSQL could compress.
    const name = Array.from({ length: 200 }, (_, i) => hash('sha256', `${i}`)).join('');
    const outcomes = await Promise.allSettled([
      store.append('mwu.goal-1', NO_REVISION, events('a')),
      store.append(name, NO_REVISION, events('x')),
      store.append('mwu.goal-1', 0, events('b')),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(outcomes[1]).toMatchObject({ reason: { message: expect.stringContaining('index row') } });
    expect(idsOf(await everything(store))).toEqual(['a', 'b']);
  });

  describe('over a network that loses answers', () => {
    let proxy: CutProxy;
    const openBehindProxy = async (patienceMs: number): Promise<EventStore> => {
      const url = new URL(postgres().url);
      proxy = await CutProxy.to(Number(url.port || 5432), url.hostname);
      url.host = `127.0.0.1:${proxy.port}`;
      const store = new PostgresEventStore(await postgres().open(house, url.href), CLOCK, { patienceMs });
      stores.push(store);
      await store.append(STREAM, NO_REVISION, events('a'));
      return store;
    };
    afterEach(() => proxy.close());

    it('writes an append once whose answer was lost, and answers it', async () => {
      const store = await openBehindProxy(60_000);
      proxy.cutAnswer(0, 'once');
      expect(await store.append(STREAM, 0, events('b', 'c'))).toEqual({ revision: 2, position: 3 });
      expect(idsOf(await everything(store))).toEqual(['a', 'b', 'c']);
    });

    it('says that it does not know where no answer comes any more, and knows when it is asked again', async () => {
      const store = await openBehindProxy(50);
      proxy.cutAnswer(0, 'for good');
      await expect(store.append(STREAM, 0, events('b', 'c'))).rejects.toThrow(
        /Whether the events are there is not known: send them again, with the same ids\.$/u,
      );
      const again = await open(house);
      expect(idsOf(await again.readStream(STREAM))).toEqual(['a', 'b', 'c']);
      expect(await again.append(STREAM, 0, events('b', 'c'))).toEqual({ revision: 2, position: 3 });
    });

    it('claims of nothing that it was not written when the answer to another of the group was lost', async () => {
      const store = await openBehindProxy(50);
      // The first answers that the group is written, the second was to say what stands where the stale append wants to.
      proxy.cutAnswer(1, 'for good');
      const group = [store.append(STREAM, 0, events('b')), store.append(STREAM, NO_REVISION, events('x'))];
      for (const refused of await Promise.allSettled(group))
        expect(refused).toMatchObject({ reason: { message: expect.stringContaining('is not known') } });
      expect(idsOf(await (await open(house)).readStream(STREAM))).toEqual(['a', 'b']);
    });
  });
});

describeWithPostgres('a house’s part of a PostgreSQL database', () => {
  const postgres = postgresForSpecs();

  it('is made once, whoever opens it at the same time', async () => {
    await Promise.all(Array.from({ length: 8 }, () => postgres().open('mf')));
    expect(await postgres().run('SELECT * FROM zielwerk_mf.log')).toEqual([{ version: 1, last: '0' }]);
  });

  it('is not opened where another version, or something else, has its place', async () => {
    await postgres().open('mi');
    await postgres().run('UPDATE zielwerk_mi.log SET version = 2');
    await expect(postgres().open('mi')).rejects.toThrow('zielwerk_mi is not an event store of this version');
    await postgres().run('CREATE SCHEMA zielwerk_mj; CREATE TABLE zielwerk_mj.event (id text)');
    await expect(postgres().open('mj')).rejects.toThrow('already exists');
  });

  it('is enough for a role that has its own and nothing else', async () => {
    const house = postgres().newHouse();
    const schema = `zielwerk_${house}`;
    await postgres().run(`CREATE ROLE ${house} LOGIN PASSWORD 'x'; CREATE SCHEMA ${schema} AUTHORIZATION ${house}`);
    const url = new URL(postgres().url);
    [url.username, url.password] = [house, 'x'];
    const store = new PostgresEventStore(await postgres().open(house, url.href), CLOCK);
    expect(await store.append(STREAM, NO_REVISION, events('a'))).toEqual({ revision: 0, position: 1 });
    await store.close();
    await expect(postgres().open(postgres().newHouse(), url.href)).rejects.toThrow('permission denied');
    await postgres().run(`DROP SCHEMA ${schema} CASCADE; DROP ROLE ${house}`);
  });

  it.each(['', 'MF', 'm f', 'mf"', '1mf', 'x'.repeat(60)])('is not named %j', async (name) => {
    await expect(postgres().open(name)).rejects.toThrow(TypeError);
  });

  it('is not opened on a server that would lose what it acknowledged', async () => {
    const url = new URL(postgres().url);
    url.searchParams.set('options', '-c synchronous_commit=off');
    await expect(PostgresDatabase.open(url.href, 'mb')).rejects.toThrow(
      'does not allow the durability that is promised: synchronous_commit is off.',
    );
  });
});
