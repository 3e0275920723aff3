import fc from 'fast-check';
import { readWorkbook } from './read-workbook';
import type { Table } from './table';
import { anyTable, corruptions } from './testing/tables';
import { partsOf, withParts } from './testing/workbooks';
import { writeWorkbook } from './write-workbook';

const FILE = 'bundle.xlsx';
// A workbook takes some milliseconds, on a busy machine many.
const PATIENCE = 30_000;
const SHEET = 'xl/worksheets/sheet1.xml';

const named = fc
  .array(anyTable, { minLength: 1, maxLength: 8 })
  .map((tables) => tables.map((table, at) => ({ name: `t${at}`, ...table })));

const cellsOf = async (cells: readonly (string | { number: string })[]) => {
  const parts = await partsOf(await writeWorkbook([{ name: 't', header: ['a', 'b'], rows: [cells] }]));
  return parts.get(SHEET) ?? '';
};

it('writes numbers as numbers and text as text', async () => {
  expect(await cellsOf([{ number: '-12,5' }, '-12,5'])).toMatch(/<c r="A2"><v>-12.5<\/v><\/c><c r="B2" s="\d" t="s">/);
});

it.each(['=1+1', '1e5', '12.5', '1234567890,123456'])(
  'writes %s as text: it is no number that a spreadsheet keeps',
  async (number) => {
    const book = await writeWorkbook([{ name: 't', header: ['a'], rows: [[{ number }]] }]);
    expect(await readWorkbook(FILE, book)).toMatchObject([{ rows: [{ cells: [number] }] }]);
  },
);

it('has a bold header that stays in view, and columns as wide as what is in them', async () => {
  const xml = await cellsOf(['x'.repeat(20), 'y'.repeat(100)]);
  expect(xml).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
  expect(xml).toMatch(/<col min="1" max="1" width="22"[^>]*\/><col min="2" max="2" width="60"/);
  const book = await writeWorkbook([{ name: 't', header: ['a'], rows: [] }]);
  expect((await partsOf(book)).get('xl/styles.xml')).toContain('<b/>');
});

it('is the same bytes at another time', async () => {
  const write = (now: string) => {
    jest.useFakeTimers({ now: new Date(now), doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate', 'setTimeout'] });
    return writeWorkbook([{ name: 't', header: ['a'], rows: [['x'], [{ number: '1' }]] }]).finally(jest.useRealTimers);
  };
  expect(await write('2031-07-08')).toEqual(await write('2026-03-31'));
});

it.each(['', 'a/b', 'x'.repeat(32)])('refuses %j as the name of a sheet', (name) =>
  expect(writeWorkbook([{ name, header: ['a'], rows: [] }])).rejects.toThrow(),
);

it(
  'reads back every table of every text',
  () =>
    fc.assert(
      fc.asyncProperty(named, async (tables) => {
        const read = (await readWorkbook(FILE, await writeWorkbook(tables))) as Table[];
        expect(read).toEqual(
          tables.map(({ name, header, rows }) => ({
            name,
            file: `bundle.xlsx, sheet ${name}`,
            header,
            rows: rows.flatMap((cells, at) => (cells.some((cell) => cell !== '') ? [{ place: at + 2, cells }] : [])),
          })),
        );
      }),
      { numRuns: 15 },
    ),
  PATIENCE,
);

it(
  'has no formulas, and no number that was not given as one',
  () =>
    fc.assert(
      fc.asyncProperty(named, async (tables) => {
        const parts = await partsOf(await writeWorkbook(tables));
        const sheets = [...parts].filter(([name]) => name.startsWith('xl/worksheets/')).map(([, xml]) => xml);
        expect(sheets).toHaveLength(tables.length);
        for (const xml of sheets) {
          expect(xml).not.toMatch(/<f[\s>/]/);
          for (const [cell] of xml.matchAll(/<c\s[^>]*[^/]>/g)) expect(cell).toContain('t="s"');
        }
      }),
      { numRuns: 10 },
    ),
  PATIENCE,
);

describe('when it is damaged', () => {
  const expectNoSurprise = async (bytes: Uint8Array) => {
    const read = await readWorkbook(FILE, bytes);
    expect(read.length).toBeGreaterThan(0);
    for (const found of read) expect(found).toHaveProperty('file', expect.stringMatching(/^bundle\.xlsx/));
  };

  const valid = writeWorkbook([
    {
      name: 'goals',
      header: ['a', 'b', 'c'],
      rows: [
        ['x', { number: '1' }, '=1'],
        ['', 'y\r', { number: '2,5' }],
      ],
    },
    { name: 'measures', header: ['a'], rows: [['x']] },
  ]);

  it(
    'never rejects, whatever became of its bytes',
    () =>
      fc.assert(
        fc.asyncProperty(corruptions, async (corrupt) => expectNoSurprise(corrupt(await valid))),
        { numRuns: 40 },
      ),
    PATIENCE,
  );

  it(
    'never rejects, whatever became of its parts',
    () =>
      fc.assert(
        fc.asyncProperty(
          fc.constantFrom(
            SHEET,
            'xl/workbook.xml',
            'xl/sharedStrings.xml',
            'xl/styles.xml',
            'xl/_rels/workbook.xml.rels',
          ),
          corruptions,
          async (part, corrupt) => {
            const change = (xml: string) => Buffer.from(corrupt(Buffer.from(xml))).toString();
            await expectNoSurprise(await withParts(await valid, { [part]: change }));
          },
        ),
        { numRuns: 40 },
      ),
    PATIENCE,
  );
});
