import { added, delivered, history, opened, streamOf } from '../testing/jars';
import { inPlaces } from '../testing/places';

const places = inPlaces();
const a = streamOf('mi', 1);

it('does not open when its file was made by an engine with other tables', async () => {
  const place = places.newPlace();
  await (await places.open({ place })).close();
  await places.tamper(place, 'PRAGMA user_version = 1');
  await expect(places.open({ place })).rejects.toThrow('was made by another release: remove it');
});

it('a file of the release before goes on, and finds in its messages what that one had no column for', async () => {
  const place = places.newPlace();
  const before = await places.open({ place });
  const [late, other] = history(a, opened('a'), added('a', 1));
  if (!late || !other) throw new Error('There are two events.');
  const headers = { ...late.headers, ce_origin: 'import', ce_reportedon: '2026-01-20' };
  await before.ingest(delivered([{ ...late, headers }, other]));
  await before.close();
  await places.tamper(place, 'ALTER TABLE event DROP COLUMN reported_on; PRAGMA user_version = 2');

  const after = await places.open({ place });
  const metas = (await after.events({ limit: 10 })).map(({ meta }) => [meta.origin, meta.reportedOn]);
  expect(metas).toEqual([
    ['import', '2026-01-20'],
    [undefined, undefined],
  ]);
});

it.each([['in a file'], [':memory:']])('queries see true and false and JSON, and can be streamed, %s', async (file) => {
  const readModel = await places.open(file === ':memory:' ? { place: { file } } : {});
  await readModel.ingest(delivered(history(a, opened('a', true), added('a', 2))));
  await readModel.project();
  const rows: unknown[] = [];
  for await (const row of readModel.db.selectFrom('jar').select(['jar', 'sealed', 'gifts']).stream()) rows.push(row);
  expect(rows).toEqual([{ jar: 'a', sealed: true, gifts: [2] }]);
});
