import { readCsv } from './read-csv';
import type { Fault, Table } from './table';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string | Uint8Array) =>
  readCsv('goals', 'goals.csv', typeof text === 'string' ? bytes(text) : text);
const faults = (text: string | Uint8Array) => read(text) as Fault[];
const rows = (text: string) => (read(text) as Table).rows.map(({ cells }) => cells);

const fault = (row: number | null, column: string | null, detail: string): Fault => ({
  file: 'goals.csv',
  row,
  column,
  detail,
});

describe('a table', () => {
  it('is its header and its rows, each at its place', () =>
    expect(read('a;b\r\n1;2\r\n3;4\r\n')).toEqual({
      name: 'goals',
      file: 'goals.csv',
      header: ['a', 'b'],
      rows: [
        { place: 2, cells: ['1', '2'] },
        { place: 3, cells: ['3', '4'] },
      ],
    }));

  it.each([
    ['LF', 'a;b\n1;2\n3;4'],
    ['CR', 'a;b\r1;2\r3;4\r'],
    ['mixed line ends', 'a;b\n1;2\r3;4\r\n'],
    ['commas', 'a,b\n1,2\n3,4'],
    ['a byte order mark', '\u{FEFF}a;b\n1;2\n3;4'],
    ['quotation marks', '"a";"b"\n"1";"2"\n"3";"4"'],
    ['empty cells beyond the header', 'a;b;;\n1;2;;;\n3;4\n'],
  ])('may be written with %s', (_, text) =>
    expect(rows(text)).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]),
  );

  it('has rows as a spreadsheet counts them: empty ones count, line breaks inside cells do not', () =>
    expect(read('a;b\n"1\n2\r\n3";2\n\n;\n3;4\n')).toMatchObject({
      rows: [
        { place: 2, cells: ['1\n2\r\n3', '2'] },
        { place: 5, cells: ['3', '4'] },
      ],
    }));

  it('may hold quotation marks, separators and commas', () =>
    expect(rows('a;b\n"say ""yes""; or ""no""";12,5\n')).toEqual([['say "yes"; or "no"', '12,5']]));

  it('is recognised by its separators outside of quotation marks', () =>
    expect(read('"a;b","c\t""d"\n1,2')).toMatchObject({ header: ['a;b', 'c\t"d'] }));

  it('loses one apostrophe where it stands before what would run, and no other', () =>
    expect(rows("a;b;c;d;e\n'=1;''=1;'90s;-1;'\n")).toEqual([['=1', "'=1", "'90s", '-1', "'"]]));

  it.each([
    ['a;b,c\n1;2', ['a', 'b,c']],
    ['a,b;c\n1;2', ['a,b', 'c']],
    ['\u{FEFF}\u{FEFF}a;b', ['\u{FEFF}a', 'b']],
  ])('has the header of %j', (text, header) => expect(read(text)).toMatchObject({ header }));

  it('may have no rows', () => expect(rows('a;b')).toEqual([]));
});

describe('a file', () => {
  it.each([
    [
      'is Latin-1',
      Buffer.from('a;b\r\n1;2\r\n"x\ny";\xe4\n', 'latin1'),
      'is not UTF-8 in line 4; save the file as CSV UTF-8',
    ],
    ['ends within a character', bytes('a;b\r1;ä').slice(0, -1), 'is not UTF-8 in line 2; save the file as CSV UTF-8'],
    ['is UTF-16', Buffer.from('\u{FEFF}a;b\n1;2', 'utf16le'), 'is UTF-16; save the file as CSV UTF-8'],
    ['is big-endian UTF-16', Buffer.from('\u{FEFF}a;b', 'utf16le').swap16(), 'is UTF-16; save the file as CSV UTF-8'],
    ['is too large', new Uint8Array(64 * 1024 * 1024 + 1), 'is larger than 64 MiB; split it'],
  ])('is refused when it %s', (_, content, detail) => expect(faults(content)).toEqual([fault(null, null, detail)]));
});

describe('a header', () => {
  it.each([
    ['is missing', '', null, 'is empty; it must name the columns'],
    ['is an empty row', '\na;b', null, 'is empty; it must name the columns'],
    ['has a gap', 'a;;c', null, 'has no name for column 2'],
    ['names two columns alike', 'a;b;a', 'a', 'is the name of two columns'],
    ['has tabs', 'a\tb', null, 'has tabs between its cells; save the file as CSV'],
    ['is too wide', 'a;'.repeat(256) + 'a', null, 'has more than 256 columns'],
    ['has control characters', 'a;b\u0000', 'b\u0000', 'has the control character U+0000; remove it'],
    ['is never closed', '"a;b\n1;2', null, 'opens with a quotation mark that is never closed'],
  ])('is refused when it %s', (_, text, column, detail) => expect(faults(text)).toEqual([fault(1, column, detail)]));
});

describe('a row', () => {
  const long = 'x'.repeat(32_768);

  it.each([
    ['is too short', '1', null, 'needs 2 cells, as the header has, and has 1'],
    ['is too long', '1;2;3;', null, 'needs 2 cells, as the header has, and has 3'],
    [
      'has text after a closing quote',
      '"1"x;2',
      'a',
      'has text after its closing quotation mark; write a quotation mark inside a cell twice',
    ],
    [
      'has a quotation mark in a bare cell',
      '1;2"x"',
      'b',
      'has a quotation mark but is not quoted; enclose the cell in quotation marks and double those inside',
    ],
    ['is never closed', '1;"2', 'b', 'opens with a quotation mark that is never closed'],
    [
      'has nothing but a flaw',
      '"";""x',
      'b',
      'has text after its closing quotation mark; write a quotation mark inside a cell twice',
    ],
    ['has NUL', '1;\u0000', 'b', 'has the control character U+0000; remove it'],
    ['has a control character of Latin-1', '1;\u0085', 'b', 'has the control character U+0085; remove it'],
    [
      'has a cell that no spreadsheet holds',
      `1;${long}`,
      'b',
      "has 32768 characters; a spreadsheet's cell takes 32767",
    ],
  ])('is refused when it %s', (_, row, column, detail) =>
    expect(faults(`a;b\n\n${row}`)).toEqual([fault(3, column, detail)]),
  );

  it('may have cells as long as a spreadsheet holds', () => expect(rows(`a;b\n1;${long.slice(1)}`)).toHaveLength(1));

  it('is refused beyond the last row of a spreadsheet', () =>
    expect(faults(`a;b${'\n'.repeat(1_048_576)}1;2`)).toEqual([
      fault(1_048_577, null, 'is beyond the 1048576 rows of a spreadsheet'),
    ]));

  it('does not hide the faults of the next one', () =>
    expect(faults('a;b\n"1"x;"2"y\n1;2\n3\n').map(({ row, column }) => [row, column])).toEqual([
      [2, 'a'],
      [2, 'b'],
      [4, null],
    ]));

  it('is the last one to be looked at after a hundred faults', () => {
    const found = faults(`a;b${'\n1'.repeat(200)}`);
    expect(found).toHaveLength(101);
    expect(found[100]).toEqual(fault(null, null, 'has more faults than these 100; correct them and read it again'));
  });
});
