import { StoreUnavailable } from '@zielwerk/kernel';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  describeWithOwnPostgres,
  describeWithPostgres,
  ownPostgresForSpecs,
  postgresForSpecs,
} from '../testing/postgres';
import { PostgresSubjects } from './postgres-subjects';

describeWithPostgres('subjects on PostgreSQL', () => {
  const postgres = postgresForSpecs();

  it('get one reference from two who meet them for the first time at once', async () => {
    const house = postgres().newHouse();
    const both = [await postgres().open(house), await postgres().open(house)].map((one) => new PostgresSubjects(one));
    const refs = await Promise.all(
      Array.from({ length: 20 }, (_, i) => Promise.all(both.map((subjects) => subjects.refOf(`person-${i}`)))),
    );
    expect(refs.map((pair) => new Set(pair).size)).toEqual(Array(20).fill(1));
    expect(new Set(refs.flat()).size).toBe(20);
  });

  it('are forgotten while others are met, and nobody else is', async () => {
    const subjects = new PostgresSubjects(await postgres().open());
    const erika = await subjects.refOf('erika');
    const names = Array.from({ length: 50 }, (_, i) => `person-${i}`);
    const meeting = names.map((name) => subjects.refOf(name));
    expect(await subjects.erase('erika')).toBe(true);
    const refs = await Promise.all(meeting);
    expect(await Promise.all(refs.map((ref) => subjects.personOf(ref)))).toEqual(names);
    expect(await subjects.personOf(erika)).toBeNull();
  });

  it('are met as before while somebody else reads all of them, and then nobody is forgotten', async () => {
    const database = await postgres().open();
    const subjects = new PostgresSubjects(database);
    const erika = await subjects.refOf('erika');
    const dump = await database.connect();
    await dump.query(`BEGIN; LOCK TABLE ${database.schema}.subject IN ACCESS SHARE MODE`);
    const erasing = expect(subjects.erase('erika')).rejects.toThrow(StoreUnavailable);
    const met = await Promise.all(Array.from({ length: 20 }, (_, i) => subjects.refOf(`person-${i}`)));
    await erasing;
    await dump.query('COMMIT');
    await dump.end();
    expect([new Set(met).size, await subjects.personOf(erika)]).toEqual([20, 'erika']);
    expect(await subjects.erase('erika')).toBe(true);
  });

  it('are asked for by nobody any more when a connection breaks while it is used, and the process lives', async () => {
    const database = await postgres().open();
    const broken = database.transaction(async (client) => {
      const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      await postgres().run(`SELECT pg_terminate_backend(${rows[0]?.pid})`);
      // Nothing is asked of it while it breaks.
      await sleep(200);
      await client.query('SELECT 1');
    });
    await expect(broken).rejects.toThrow(StoreUnavailable);
    expect(await new PostgresSubjects(database).refOf('erika')).toMatch(/^[0-9a-f-]{36}$/u);
  });

  it('are remembered, so that the database is not asked again', async () => {
    const database = await postgres().open();
    const subjects = new PostgresSubjects(database);
    const ref = await subjects.refOf('erika');
    await database.close();
    expect(await subjects.refOf('erika')).toBe(ref);
    await expect(subjects.refOf('max')).rejects.toThrow();
  });

  it('are forgotten here at once, and soon when somebody else has forgotten them', async () => {
    const house = postgres().newHouse();
    const [here, there] = [await postgres().open(house), await postgres().open(house)];
    const subjects = new PostgresSubjects(here, 50);
    const first = await subjects.refOf('erika');
    await subjects.erase('erika');
    const second = await subjects.refOf('erika');
    expect(second).not.toBe(first);
    await new PostgresSubjects(there).erase('erika');
    while ((await subjects.refOf('erika')) === second) await sleep(10);
    expect(await subjects.personOf(second)).toBeNull();
  });

  it('are not remembered by who looked while they were being forgotten', async () => {
    const subjects = new PostgresSubjects(await postgres().open(), Number.POSITIVE_INFINITY);
    for (let i = 0; i < 20; i += 1) {
      const before = await subjects.refOf('erika');
      await Promise.all([subjects.erase('erika'), ...Array.from({ length: 5 }, () => subjects.refOf('erika'))]);
      const after = await subjects.refOf('erika');
      expect([after === before, await subjects.personOf(after)]).toEqual([false, 'erika']);
    }
  });
});

describeWithOwnPostgres('the files of PostgreSQL', () => {
  const postgres = ownPostgresForSpecs();

  /** The files of tables, indexes and statistics that hold the text. */
  const filesWith = async (text: string): Promise<readonly string[]> => {
    await postgres().run('CHECKPOINT');
    const base = postgres().server.file('base');
    return readdirSync(base, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && readFileSync(join(entry.parentPath, entry.name)).includes(text))
      .map(({ name }) => name);
  };

  it('hold no byte of an erased subject, among hundreds of others and while an old reader looks on', async () => {
    const database = await postgres().open();
    const subjects = new PostgresSubjects(database);
    const names = Array.from({ length: 400 }, (_, n) => `person-${(n * 7) % 400}-${'n'.repeat(n % 90)}.`);
    for (const name of names) await subjects.refOf(name);
    await postgres().run('ANALYZE');
    const [kept, erased] = [names[1] ?? '', [0, 93, 200, 399].map((n) => names[n] ?? '')];
    const ref = await subjects.refOf(kept);
    const reader = await database.connect();
    await reader.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
    await reader.query('SELECT count(*) FROM pg_class');
    for (const name of erased) {
      expect(await filesWith(name)).not.toEqual([]);
      expect(await subjects.erase(name)).toBe(true);
      expect(await filesWith(name)).toEqual([]);
    }
    await reader.end();
    // Compressed, and so not to be found in a file: what the planner would know of the names.
    const known = `SELECT attname FROM pg_stats WHERE schemaname = '${database.schema}' AND attname = 'subject'`;
    expect(await postgres().run(known)).toEqual([]);
    expect([await subjects.refOf(kept), await subjects.personOf(ref)]).toEqual([ref, kept]);
  });
});
