import type { CellValue, Worksheet } from 'exceljs';
import { readWorkbook } from './read-workbook';
import type { Table } from './table';
import { withParts, workbookWith } from './testing/workbooks';
import { writeWorkbook } from './write-workbook';

const FILE = 'bundle.xlsx';
const SHEET = 'xl/worksheets/sheet1.xml';
const BOOK = 'xl/workbook.xml';
const TEXTS = 'xl/sharedStrings.xml';

const fault = (detail: string) => ({ file: FILE, row: null, column: null, detail });

const small = () => writeWorkbook([{ name: 'goals', header: ['title', 'on'], rows: [['Paperless', '2026-03-31']] }]);

const withCell = (value: CellValue, numFmt: string | null = null) =>
  workbookWith((sheet) => {
    sheet.addRows([['title', 'value'], [], ['Paperless', value]]);
    if (numFmt !== null) sheet.getCell('B3').numFmt = numFmt;
  });

describe('a cell', () => {
  it.each<[string, CellValue, string]>([
    ['a number with a comma', -12.5, '-12,5'],
    ['a number as it was entered, not as it is kept', 0.1 + 0.2, '0,3'],
    ['a large number without an exponent', 1e21, '1000000000000000000000'],
    ['a small number without an exponent', 1.5e-7, '0,00000015'],
    ['nothing below zero as zero', -0, '0'],
    ['a day', new Date(Date.UTC(2026, 2, 31)), '2026-03-31'],
    ['a leap day', new Date(Date.UTC(2028, 1, 29)), '2028-02-29'],
    ['yes', true, 'yes'],
    ['text as text', '12.50', '12.50'],
    ['formatted text as text', { richText: [{ text: 'Paper' }, { font: { bold: true }, text: 'less' }] }, 'Paperless'],
    ['a link as its text', { text: 'Decision', hyperlink: 'https://example.org/' }, 'Decision'],
    ['text without the apostrophe that keeps it from running', "'=1+1", '=1+1'],
  ])('is read: %s', async (_, value, text) =>
    expect(await readWorkbook(FILE, await withCell(value))).toEqual([
      {
        name: 'goals',
        file: 'bundle.xlsx, sheet goals',
        header: ['title', 'value'],
        rows: [{ place: 3, cells: ['Paperless', text] }],
      },
    ]),
  );

  it('is read as nothing when it says no, or is missing', async () => {
    const book = await workbookWith((sheet) => sheet.addRows([['a', 'b', 'c'], ['x', false], [], [null, null, 'x']]));
    const [table] = (await readWorkbook(FILE, book)) as Table[];
    expect(table?.rows).toEqual([
      { place: 2, cells: ['x', '', ''] },
      { place: 4, cells: ['', '', 'x'] },
    ]);
  });

  it.each<[string, CellValue, string, string | null]>([
    ['is a formula', { formula: '1+1', result: 2 }, 'is a formula; write the value', null],
    ['is a formula without a result', { formula: 'A1' }, 'is a formula; write the value', null],
    [
      'is an array formula',
      { formula: 'A1:A2', shareType: 'array', ref: 'B3:B3' } as CellValue,
      'is a formula; write the value',
      null,
    ],
    ['is an error', { error: '#REF!' }, 'is the error #REF!; write the value', null],
    ['is a percentage', 0.125, 'is a percentage; format the cell as a number and write 12,5 for 12,5 %', '0.0%'],
    ['has a time', new Date(Date.UTC(2026, 2, 31, 8, 30)), 'has a time of day; write the day only', null],
    ['is only a time', 0.5, 'is no date from 1900-03-01 to 9999-12-31', 'hh:mm'],
    ['is after all days', 1e9, 'is no date from 1900-03-01 to 9999-12-31', 'yyyy-mm-dd'],
  ])('is refused when it %s', async (_, value, detail, numFmt) =>
    expect(await readWorkbook(FILE, await withCell(value, numFmt))).toEqual([
      { file: 'bundle.xlsx, sheet goals', row: 3, column: 'value', detail },
    ]),
  );

  it.each([
    ['below each other', 'A2:A4', [2, 3, 4]],
    ['beside each other', 'A3:B3', [3, 3]],
  ])('is refused when it is merged with others %s', async (_, range, rows) => {
    const book = await workbookWith((sheet) => {
      sheet.addRows([
        ['a', 'b'],
        ['1', '2'],
        ['1', '2'],
        ['1', '2'],
      ]);
      sheet.mergeCells(range);
    });
    expect(await readWorkbook(FILE, book)).toMatchObject(
      rows.map((row) => ({ row, detail: 'is merged with other cells; unmerge them' })),
    );
  });

  it('is refused when it is said to be a number, and is none', async () => {
    const book = await withParts(await withCell(12.5), { [SHEET]: (xml) => xml.replace('<v>12.5</v>', '<v>x</v>') });
    expect(await readWorkbook(FILE, book)).toMatchObject([{ row: 3, column: 'value', detail: 'is no number' }]);
  });

  it('is counted from 1904 when the workbook says so, in whichever words', async () => {
    const dated = await withCell(new Date(Date.UTC(2026, 2, 31)));
    for (const yes of ['1', 'true']) {
      const book = await withParts(dated, {
        [BOOK]: (xml) => xml.replace('<workbookPr', `<workbookPr date1904="${yes}"`),
      });
      expect(await readWorkbook(FILE, book)).toMatchObject([{ rows: [{ cells: ['Paperless', '2030-04-01'] }] }]);
    }
  });
});

describe('a sheet', () => {
  it('is a table, whatever it is called, and one without columns when nothing stands there', async () => {
    const book = await writeWorkbook([
      { name: 'Notes; of me', header: ['x'], rows: [] },
      { name: 'Tabelle2', header: [], rows: [] },
    ]);
    expect(await readWorkbook(FILE, book)).toMatchObject([
      { name: 'Notes; of me', file: 'bundle.xlsx, sheet Notes; of me', header: ['x'], rows: [] },
      { name: 'Tabelle2', header: [], rows: [] },
    ]);
  });

  it('does not hide the faults of another one', async () => {
    const book = await writeWorkbook([
      { name: 'a', header: ['x', 'x'], rows: [] },
      { name: 'b', header: ['x'], rows: [] },
      { name: 'c', header: ['x', '', 'y'], rows: [] },
    ]);
    expect(await readWorkbook(FILE, book)).toEqual([
      { file: 'bundle.xlsx, sheet a', row: 1, column: 'x', detail: 'is the name of two columns' },
      { file: 'bundle.xlsx, sheet c', row: 1, column: null, detail: 'has no name for column 2' },
    ]);
  });

  it('needs its header in row 1', async () => {
    const book = await workbookWith((sheet) => sheet.addRows([[], ['a']]));
    expect(await readWorkbook(FILE, book)).toMatchObject([{ row: 1, detail: 'is empty; it must name the columns' }]);
  });

  it.each<[string, (sheet: Worksheet) => void]>([
    ['a filter', (sheet) => (sheet.autoFilter = 'A1:B1048576')],
    ['a validation', (sheet) => (sheet.getCell('B2').dataValidation = { type: 'list', formulae: ['"yes"'] })],
    ['frozen panes', (sheet) => (sheet.views = [{ state: 'frozen', ySplit: 1 }])],
    ['a note', (sheet) => (sheet.getCell('A2').note = 'why?')],
  ])('may have %s', async (_, draw) => {
    const book = await workbookWith((sheet) => {
      sheet.addRows([
        ['a', 'b'],
        ['1', '2'],
      ]);
      draw(sheet);
    });
    expect(await readWorkbook(FILE, book)).toMatchObject([{ rows: [{ place: 2, cells: ['1', '2'] }] }]);
  });

  it('may have names and validations for whole columns', async () => {
    const name = '<definedNames><definedName name="all">goals!$A$1:$XFD$1048576</definedName></definedNames>';
    const validations =
      '<dataValidations count="1"><dataValidation type="whole" sqref="A1:Z1048576"/></dataValidations>';
    const book = await withParts(await small(), {
      [BOOK]: (xml) => xml.replace('</sheets>', `</sheets>${name}`),
      [SHEET]: (xml) => xml.replace('</sheetData>', `</sheetData>${validations}`),
    });
    expect(await readWorkbook(FILE, book)).toMatchObject([{ name: 'goals' }]);
  });
});

describe('a workbook', () => {
  const rows = (xml: string) => (sheet: string) =>
    sheet.replace(/<sheetData>.*<\/sheetData>/, `<sheetData>${xml}</sheetData>`);
  const merges = (ref: string) => (sheet: string) =>
    sheet.replace('</sheetData>', `</sheetData><mergeCells><mergeCell ref="${ref}"/></mergeCells>`);
  const unreadable = 'cannot be read; open it in a spreadsheet and save it again';

  it.each<[string, Record<string, (xml: string) => string | null>, string]>([
    ['has no workbook', { [BOOK]: () => null }, 'is no Excel workbook (.xlsx)'],
    ['has an empty workbook', { [BOOK]: () => '' }, unreadable],
    [
      'has a chart for a sheet',
      { [BOOK]: (xml) => xml.replace('</sheets>', '<sheet name="c" sheetId="9" r:id="rId99"/></sheets>') },
      'has a sheet without cells, such as a chart; remove it',
    ],
    ['has cells without a place', { [SHEET]: rows('<row r="1"><c><v>1</v></c></row>') }, unreadable],
    [
      'has cells where no spreadsheet has any',
      { [SHEET]: rows('<row r="1"><c r="XFE1"><v>1</v></c></row>') },
      unreadable,
    ],
    ['merges cells twice', { [SHEET]: merges('A1:A2"/><mergeCell ref="A2:A3') }, unreadable],
    ['has lost some of its texts', { [TEXTS]: () => '<sst/>' }, unreadable],
    ['is no XML', { [SHEET]: (xml) => xml.replace('</row>', '</raw>') }, unreadable],
    ['has entities of its own', { [TEXTS]: (xml) => xml.replace('Paperless', '&lol;') }, unreadable],
  ])('is refused when it %s', async (_, changes, detail) =>
    expect(await readWorkbook(FILE, await withParts(await small(), changes))).toEqual([fault(detail)]),
  );

  const flipped = (book: Buffer) => {
    const at = book.indexOf(SHEET) + SHEET.length + 100;
    book.writeUInt8(book.readUInt8(at) ^ 1, at);
    return book;
  };
  const damaged = 'is damaged and cannot be unpacked; save it again, or send it again';

  it.each<[string, (book: Buffer) => Uint8Array, string]>([
    ['is empty', () => new Uint8Array(), 'is no Excel workbook (.xlsx)'],
    ['is text', () => Buffer.from('reference;title'), 'is no Excel workbook (.xlsx)'],
    [
      'is old, or has a password',
      () => Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      'is an old workbook (.xls) or has a password; save it as an Excel workbook (.xlsx) without one',
    ],
    ['is too large', () => Buffer.alloc(64 * 1024 * 1024 + 1), 'is larger than 64 MiB when it is unpacked; split it'],
    ['is cut off', (book) => book.subarray(0, -30), damaged],
    ['has another byte', flipped, damaged],
    [
      'has parts with a password',
      (book) => book.fill(1, book.lastIndexOf('PK\u0001\u0002') + 8, book.lastIndexOf('PK\u0001\u0002') + 9),
      damaged,
    ],
  ])('is refused when it %s', async (_, change, detail) =>
    expect(await readWorkbook(FILE, change(Buffer.from(await small())))).toEqual([fault(detail)]),
  );

  describe('that is much larger than it looks', () => {
    const SIZE = 1024 * 1024;

    /** With a part of one MiB that declares another size, where a ZIP file declares it. */
    const declaring = async (size: number) => {
      const zeros = '\u0000'.repeat(SIZE);
      const book = Buffer.from(await withParts(await small(), { [TEXTS]: () => zeros }, 'small'));
      book.writeUInt32LE(size, book.lastIndexOf(TEXTS) - 22);
      return book;
    };

    it('is refused before it is unpacked', async () =>
      expect(await readWorkbook(FILE, await declaring(64 * SIZE))).toEqual([
        fault('is larger than 64 MiB when it is unpacked; split it'),
      ]));

    it('is refused when it lies about it', async () =>
      expect(await readWorkbook(FILE, await declaring(1000))).toEqual([fault(damaged)]));
  });
});
