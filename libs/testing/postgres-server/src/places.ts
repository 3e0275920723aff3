// Where specs keep read models: in files, or in a database where that was said before.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { DatabaseSync } from '@photostructure/sqlite';

import { databaseForSpecs, describeWithPostgres, type SpecDatabase } from './database-for-specs';

export type SpecPlace =
  Readonly<{ file: string }> | Readonly<{ database: Readonly<{ url: string; schema: string; lookMs: number }> }>;

let schemas = 0;
let postgres: (() => SpecDatabase) | undefined;

/** The same specs once more, with the read models of this file in PostgreSQL: `load` requires each of these modules. */
export const onPostgres = (what: string, specs: readonly string[], load: (spec: string) => unknown): void =>
  describeWithPostgres(`${what} on PostgreSQL`, () => {
    postgres = databaseForSpecs();
    for (const spec of specs) describe(spec, () => void load(spec));
  });

/** A place, and how to be rid of it. */
export const newPlace = (): Readonly<{ place: SpecPlace; remove: () => void }> => {
  if (postgres) return { place: newSchema(postgres()), remove: () => undefined };
  const folder = mkdtempSync(join(tmpdir(), 'zielwerk-'));
  return { place: { file: join(folder, 'read-model.db') }, remove: () => rmSync(folder, { recursive: true }) };
};

const newSchema = ({ url }: SpecDatabase): SpecPlace => {
  schemas += 1;
  return { database: { url, schema: `specs_${schemas}`, lookMs: 50 } };
};

/** A change that the engine is to refuse, as it does when the disk is full. */
export type Refused = Readonly<{ change: 'insert' | 'update'; table: string; when?: string }>;

export type SpecPlaces = Readonly<{
  newPlace: () => SpecPlace;
  /** Runs SQL as only a fault, or an operator, would. */
  tamper: (place: SpecPlace, sql: string) => Promise<void>;
  refuse: (place: SpecPlace, refused: Refused) => Promise<void>;
  accept: (place: SpecPlace) => Promise<void>;
  /** The names of tables and indexes like this one. */
  namesLike: (place: SpecPlace, pattern: string) => Promise<readonly string[]>;
}>;

/** Forgotten after the specs of this file, or of this `describe`. */
export const placesForSpecs = (): SpecPlaces => (postgres ? inDatabase(postgres) : inFiles());

const inFiles = (): SpecPlaces => {
  const folder = mkdtempSync(join(tmpdir(), 'zielwerk-'));
  let count = 0;
  afterAll(() => rmSync(folder, { recursive: true }));

  const on = <Result>(
    place: SpecPlace,
    work: (database: InstanceType<typeof DatabaseSync>) => Result,
  ): Promise<Result> => {
    const database = new DatabaseSync('file' in place ? place.file : '');
    try {
      return Promise.resolve(work(database));
    } finally {
      database.close();
    }
  };
  return {
    newPlace: () => ({ file: join(folder, `${(count += 1)}.db`) }),
    tamper: (place, sql) => on(place, (database) => database.exec(sql)),
    refuse: (place, { change, table, when = 'true' }) =>
      on(place, (database) =>
        database.exec(
          `create trigger full before ${change} on ${table} when ${when} begin select raise(abort, 'disk full'); end`,
        ),
      ),
    accept: (place) => on(place, (database) => database.exec('drop trigger full')),
    namesLike: (place, pattern) =>
      on(place, (database) =>
        database
          .prepare(`select name from sqlite_master where name like ? order by name`)
          .all(pattern)
          .map(({ name }: { name: string }) => name),
      ),
  };
};

const inDatabase = (database: () => SpecDatabase): SpecPlaces => {
  const schemaOf = (place: SpecPlace) => ('database' in place ? place.database.schema : '');
  const run = async (place: SpecPlace, sql: string): Promise<void> => {
    await database().run(`set search_path = ${schemaOf(place)};${sql}`);
  };
  return {
    newPlace: () => newSchema(database()),
    tamper: run,
    refuse: (place, { change, table, when = 'true' }) =>
      run(
        place,
        `create function full_disk() returns trigger language plpgsql as
          $$ begin raise exception 'disk full'; end $$;
        create trigger full_disk before ${change} on ${table} for each row when (${when}) execute function full_disk()`,
      ),
    accept: (place) => run(place, 'drop function full_disk cascade'),
    namesLike: async (place, pattern) => {
      const named = `select relname as name from pg_class where relnamespace = '${schemaOf(place)}'::regnamespace`;
      const rows = await database().run(`${named} and relname like '${pattern}' order by relname`);
      return rows.map(({ name }) => String(name));
    },
  };
};
