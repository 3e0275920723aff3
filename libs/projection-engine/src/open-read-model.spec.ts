import { added, delivered, history, jarEvents, jars, opened, streamOf } from './testing/jars';
import { inFiles } from './testing/files';

const files = inFiles();
const a = streamOf('mi', 1);

describe('a read model does not open', () => {
  it.each([
    ['two projections have one name', [jars, jars], 'Two projections have the same name.'],
    ['a name is the engine’s own', [{ ...jars, name: 'event' }], "The name event is the engine's own."],
    ['a name is no name', [{ ...jars, name: 'jar"; drop' }], 'is no name for a table or column'],
    ['a key is no text', [{ ...jars, key: 'coins' as const }], 'The key of jar, coins, must be a column of text.'],
    ['an event is unknown', [{ ...jars, on: { ...jars.on, JarPainted: () => null } }], 'which is no event'],
  ])('when %s', async (_, projections, reason) => {
    await expect(files.open({ projections, events: jarEvents })).rejects.toThrow(reason);
  });

  it('when its file was made by an engine with other tables', async () => {
    const file = files.newFile();
    await (await files.open({ file })).close();
    files.tamper(file, 'PRAGMA user_version = 1');
    await expect(files.open({ file })).rejects.toThrow('was made by another release: remove it');
  });
});

it('a file of the release before goes on, and finds in its messages what that one had no column for', async () => {
  const file = files.newFile();
  const before = await files.open({ file });
  const [late, other] = history(a, opened('a'), added('a', 1));
  if (!late || !other) throw new Error('There are two events.');
  const headers = { ...late.headers, ce_origin: 'import', ce_reportedon: '2026-01-20' };
  await before.ingest(delivered([{ ...late, headers }, other]));
  await before.close();
  files.tamper(file, 'ALTER TABLE event DROP COLUMN reported_on; PRAGMA user_version = 2');

  const after = await files.open({ file });
  const metas = (await after.events({ limit: 10 })).map(({ meta }) => [meta.origin, meta.reportedOn]);
  expect(metas).toEqual([
    ['import', '2026-01-20'],
    [undefined, undefined],
  ]);
});
