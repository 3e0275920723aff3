// What is shown to analysts must not end what shows it.
import { databaseForSpecs, describeWithPostgres } from '@zielwerk/postgres-server';
import { Client } from 'pg';
import { setTimeout as pause } from 'node:timers/promises';

import { openReadModel } from '../open-read-model';
import type { ReadModel } from '../read-model';
import { added, delivered, history, jarEvents, jars, opened, streamOf } from '../testing/jars';
import type { Tables } from '../testing/places';

const a = streamOf('mi', 1);
const says = 'For specs.';
const ROLE = 'jar_analyst';

describeWithPostgres('views for analysts', () => {
  const database = databaseForSpecs();
  let schema = 0;
  let analyst: Client;
  let warnings: string[];
  const open: ReadModel<Tables>[] = [];
  beforeEach(async () => {
    schema += 1;
    warnings = [];
    analyst = new Client(database().url);
    await analyst.connect();
  });
  afterEach(async () => {
    await analyst.end();
    for (const readModel of open.splice(0)) await readModel.close();
  });

  const shown = () => `shown_${schema}`;
  const another = async (columns: readonly string[] = ['jar', 'coins']) => {
    const views = [{ name: 'jar', says, columns: Object.fromEntries(columns.map((column) => [column, says])) }];
    const analysis = [{ schema: shown(), role: ROLE, says, views }];
    const readModel = await openReadModel<Tables>({
      database: { url: database().url, schema: `analysis_${schema}`, lookMs: 50, analysis },
      projections: [jars],
      events: jarEvents,
      onWarning: (sentence) => warnings.push(sentence),
    });
    open.push(readModel);
    return readModel;
  };
  const withCoins = async () => {
    const readModel = await another();
    await readModel.ingest(delivered(history(a, opened('a'), added('a', 2))));
    await readModel.project();
    return readModel;
  };
  const asAnalyst = (statement: string) => analyst.query(`set role ${ROLE}; ${statement}`);
  const shownRows = () => database().run(`set role ${ROLE}; select * from ${shown()}.jar`);
  const viewId = async () => (await database().run(`select '${shown()}.jar'::regclass::oid as id`))[0]?.id;

  it('are replaced with whatever an analyst has made of them', async () => {
    const readModel = await withCoins();
    await asAnalyst(`create temp view mine as select * from ${shown()}.jar`);
    await readModel.rebuild();
    expect(await shownRows()).toEqual([{ jar: 'a', coins: '2' }]);
    await expect(asAnalyst('select * from mine')).rejects.toThrow('does not exist');
  });

  it('stay when the next process writes, even while an analyst reads them', async () => {
    const first = await withCoins();
    const second = await another();
    const before = await viewId();
    await asAnalyst(`begin; select * from ${shown()}.jar`);
    await first.close();
    const start = Date.now();
    while (!second.isRunner) await pause(10);
    await second.ingest(delivered(history(streamOf('mi', 2), opened('b')), 2));
    await second.project();
    expect(Date.now() - start).toBeLessThan(3_000);
    expect(await viewId()).toBe(before);
    expect(warnings).toEqual([]);
  });

  it('are made anew by a release that shows others, and granted to a role that was made meanwhile', async () => {
    await (await withCoins()).close();
    await database().run(`revoke all on schema ${shown()} from ${ROLE}`);
    await (await another()).close();
    expect(await shownRows()).toEqual([{ jar: 'a', coins: '2' }]);
    await another(['jar']);
    expect(await shownRows()).toEqual([{ jar: 'a' }]);
  });

  it('end neither a start nor a swap when they cannot be made, and are made as soon as they can', async () => {
    await (await withCoins()).close();
    const readModel = await another(['jar', 'nothing']);
    expect(readModel.isRunner).toBe(true);
    expect(warnings).toEqual([expect.stringContaining('"nothing" does not exist')]);
    expect(await shownRows()).toEqual([{ jar: 'a', coins: '2' }]);
    await readModel.rebuild();
    expect(await readModel.snapshot((db) => db.selectFrom('jar').select('coins').execute())).toEqual([{ coins: 2 }]);
    await expect(shownRows()).rejects.toThrow('does not exist');
    await readModel.close();
    await another();
    expect(await shownRows()).toEqual([{ jar: 'a', coins: '2' }]);
  });
});
