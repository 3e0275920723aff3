import { objectionTo } from './workbook-objection';

const withSheets = (...xmls: string[]) =>
  new Map([
    ['xl/workbook.xml', '<workbook/>'],
    ['xl/sharedStrings.xml', '<sst/>'],
    ...xmls.map((xml, at) => [`xl/worksheets/sheet${at + 1}.xml`, xml] as const),
  ]);

const unordered = 'has rows that are not numbered in order; open it in a spreadsheet and save it again';
const merged = 'has more than 100000 merged cells; unmerge them';

it.each([
  ['has rows', withSheets('<row r="1"/><row spans="1:2" r="2" ht="1"><c r="A2"/></row><row r="1048576"/>')],
  ['breaks its pages', withSheets('<row r="1"/><rowBreaks count="1"/>')],
  ['has as many cells as there is room for', withSheets('<a/>'.repeat(3_999_997))],
  ['has as many sheets as there is room for', withSheets(...Array<string>(256).fill(''))],
  ['has merged cells', withSheets('<mergeCells count="2"><mergeCell ref="A1:J10000"/></mergeCells>')],
])('has nothing against a workbook that %s', (_, parts) => expect(objectionTo(parts)).toBeNull());

it.each([
  ['has no workbook', new Map(), 'is no Excel workbook (.xlsx)'],
  ['has a row without a number', withSheets('<row><c r="A1"/></row>'), unordered],
  ['has as many rows as there is room for', withSheets('<row/>'.repeat(1_048_576)), unordered],
  ['has a row twice', withSheets('<row r="1"/><row r="1"/>'), unordered],
  ['has a row 0', withSheets('<row r="0"/>'), unordered],
  ['has a row beyond the last one', withSheets('', '<row r="1048577"/>'), unordered],
  ['has a row far beyond the last one', withSheets('<row r="99999999999"/>'), unordered],
  ['has too many cells', withSheets('<a/>'.repeat(3_999_999)), 'has more than about a million cells; use CSV files'],
  [
    'has too many rows',
    withSheets('<row/>'.repeat(1_000_000), '<row/>'.repeat(48_577)),
    'has more than 1048576 rows; use CSV files',
  ],
  ['has too many sheets', withSheets(...Array<string>(257).fill('')), 'has more than 256 sheets'],
  ['merges all cells', withSheets('<mergeCell ref="A1:XFD1048576"/>'), merged],
  ['merges cells of many columns', withSheets('<mergeCell ref="A1:AA3704"/>'), merged],
  ['merges too many cells', withSheets("<mergeCell ref='A1:J10000'/>", '<mergeCell x="" ref="B2:B2" />'), merged],
  [
    'has lost its texts',
    new Map([
      ['xl/workbook.xml', '<workbook/>'],
      ['xl/worksheets/sheet1.xml', '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'],
    ]),
    'has no texts, although its cells refer to them; open it in a spreadsheet and save it again',
  ],
  [
    'has dates in ISO notation',
    withSheets('<row r="1"><c r="A1" t="d"><v>2026-03-31</v></c></row>'),
    'is a Strict Open XML workbook; save it as an Excel workbook (.xlsx)',
  ],
])('objects to a workbook that %s', (_, parts, objection) => expect(objectionTo(parts)).toBe(objection));
