// What goes wrong around a read model, and must not end more than it touches.
import { Unavailable } from '@zielwerk/kernel';
import { databaseForSpecs, describeWithPostgres } from '@zielwerk/postgres-server';
import { sql } from 'kysely';
import { setTimeout as pause } from 'node:timers/promises';

import { openReadModel } from '../open-read-model';
import type { ReadModel } from '../read-model';
import { added, delivered, history, jarEvents, jars, opened, streamOf } from '../testing/jars';
import type { Tables } from '../testing/places';

const a = streamOf('mi', 1);
const version = (number: number): typeof jars => ({ ...jars, version: number });

describeWithPostgres('a read model on PostgreSQL in trouble', () => {
  const database = databaseForSpecs();
  let schema = 0;
  const open: ReadModel<Tables>[] = [];
  beforeEach(() => (schema += 1));
  afterEach(async () => {
    for (const readModel of open.splice(0)) await readModel.close();
  });

  const another = async (projection = jars) => {
    const place = { url: database().url, schema: `trouble_${schema}`, lookMs: 50 };
    const readModel = await openReadModel<Tables>({ database: place, projections: [projection], events: jarEvents });
    open.push(readModel);
    return readModel;
  };
  const coinsIn = (readModel: ReadModel<Tables>) =>
    readModel.snapshot((db) => db.selectFrom('jar').select('coins').execute());
  const becomesRunner = async (readModel: ReadModel<Tables>): Promise<boolean> => {
    for (const start = Date.now(); !readModel.isRunner && Date.now() - start < 10_000;) await pause(20);
    return readModel.isRunner;
  };
  const withCoins = async () => {
    const readModel = await another();
    await readModel.ingest(delivered(history(a, opened('a'), added('a', 2))));
    await readModel.project();
    return readModel;
  };

  it('fails the answer whose connection breaks between two of its questions, and gives the next one', async () => {
    const readModel = await withCoins();
    const broken = readModel.snapshot(async (db) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db);
      await database().run(`select pg_terminate_backend(${String(rows[0]?.pid)})`);
      // The connection is told while nothing is asked.
      await pause(200);
      return db.selectFrom('jar').selectAll().execute();
    });
    await expect(broken).rejects.toThrow(Unavailable);
    expect(await coinsIn(readModel)).toEqual([{ coins: 2 }]);
  });

  it('gives its turn to one release after the other', async () => {
    await withCoins();
    for (const number of [2, 3]) {
      const newer = await another(version(number));
      expect(await becomesRunner(newer)).toBe(true);
      expect(await coinsIn(newer)).toEqual([{ coins: 2 }]);
    }
  });
});
