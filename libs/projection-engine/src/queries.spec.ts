import { sql } from 'kysely';

import { added, delivered, history, opened, streamOf } from './testing/jars';
import { inPlaces } from './testing/places';

const places = inPlaces();
const filled = async () => {
  const readModel = await places.open();
  await readModel.ingest(delivered(history(streamOf('mi', 1), opened('a', true), added('a', 2))));
  await readModel.project();
  return readModel;
};

describe('queries', () => {
  it('see true and false and JSON under whatever name', async () => {
    const { db } = await filled();
    const rows = await db
      .with('some', (query) => query.selectFrom('jar').select(['jar', 'sealed as closed', 'gifts as presents']))
      .selectFrom('some')
      .innerJoin('jar', 'jar.jar', 'some.jar')
      .select(['some.closed', 'some.presents', 'jar.coins', 'jar.sealed as again'])
      .execute();
    expect(rows).toEqual([{ closed: true, presents: [2], coins: 2, again: true }]);
  });

  it('may ask by true and false', async () => {
    const { db } = await filled();
    const sealed = (value: boolean) => db.selectFrom('jar').select('jar').where('sealed', '=', value).execute();
    expect([await sealed(true), await sealed(false)]).toEqual([[{ jar: 'a' }], []]);
  });

  it('cannot write', async () => {
    const { db } = await filled();
    await expect(db.deleteFrom('jar').execute()).rejects.toThrow(/read-?only/u);
  });

  it('of many texts do not fill the memory, and go on after a table was replaced', async () => {
    const readModel = await filled();
    for (let n = 0; n < 500; n += 1) await sql`select ${sql.lit(n)} as n from jar`.execute(readModel.db);
    const all = () => readModel.db.selectFrom('jar').selectAll().execute();
    const before = await all();
    await readModel.rebuild();
    expect(await all()).toEqual(before);
  });
});
