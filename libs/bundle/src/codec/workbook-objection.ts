import { MOST_ROWS, MOST_SHEETS, MOST_TAGS } from './limits';
import type { Parts } from './unpacked';

// What ExcelJS would hang on, run out of memory with, or read wrongly without a word. A `<` in XML is always a tag, and no
// tag that is looked at here has a `>` in an attribute, so that the text says it all.

const WORKBOOK = 'xl/workbook.xml';
const TEXTS = 'xl/sharedStrings.xml';
const MOST_MERGED = 100_000;

const ROW = /<row\b(?:[^>]*?\sr=["'](\d{1,7})["'])?/g;
const MERGED = /<mergeCell\s[^>]*\bref=["']([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})["']/g;
const SHARED_TEXT = /<c\s[^>]*\bt=["']s["']/;
const ISO_DATE = /<c\s[^>]*\bt=["']d["']/;

const sheetsOf = (parts: Parts) =>
  [...parts].filter(([name]) => name.startsWith('xl/worksheets/')).map(([, xml]) => xml);

const timesIn = (xml: string, wanted: string): number => {
  let count = 0;
  for (let at = xml.indexOf(wanted); at >= 0; at = xml.indexOf(wanted, at + 1)) count += 1;
  return count;
};

/** Their numbers as the sheet has them; 0 where it has none. */
const rowsIn = (xml: string): number[] => Array.from(xml.matchAll(ROW), ([, number]) => Number(number ?? 0));

const areInOrder = (rows: readonly number[]) => rows.every((row, at) => row > (rows[at - 1] ?? 0) && row <= MOST_ROWS);

const columnNumber = (letters = '') => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

const mergedIn = (xml: string): number =>
  sum(
    Array.from(
      xml.matchAll(MERGED),
      ([, left, top, right, bottom]) =>
        (columnNumber(right) - columnNumber(left) + 1) * (Number(bottom) - Number(top) + 1),
    ),
  );

const OBJECTIONS: readonly (readonly [detail: string, applies: (parts: Parts) => boolean])[] = [
  ['is no Excel workbook (.xlsx)', (parts) => !parts.has(WORKBOOK)],
  [`has more than ${MOST_SHEETS} sheets`, (parts) => sheetsOf(parts).length > MOST_SHEETS],
  [
    'has more than about a million cells; use CSV files',
    (parts) => sum([...parts.values()].map((xml) => timesIn(xml, '<'))) > MOST_TAGS,
  ],
  [
    `has more than ${MOST_ROWS} rows; use CSV files`,
    (parts) => sum(sheetsOf(parts).map((xml) => timesIn(xml, '<row'))) > MOST_ROWS,
  ],
  [
    'has rows that are not numbered in order; open it in a spreadsheet and save it again',
    (parts) => !sheetsOf(parts).map(rowsIn).every(areInOrder),
  ],
  [
    `has more than ${MOST_MERGED} merged cells; unmerge them`,
    (parts) => sum(sheetsOf(parts).map(mergedIn)) > MOST_MERGED,
  ],
  [
    'has no texts, although its cells refer to them; open it in a spreadsheet and save it again',
    (parts) => !parts.has(TEXTS) && sheetsOf(parts).some((xml) => SHARED_TEXT.test(xml)),
  ],
  [
    'is a Strict Open XML workbook; save it as an Excel workbook (.xlsx)',
    (parts) => sheetsOf(parts).some((xml) => ISO_DATE.test(xml)),
  ],
];

/** Why a workbook is not read, before anything of it is; null where there is no reason. */
export const objectionTo = (parts: Parts): string | null =>
  OBJECTIONS.find(([, applies]) => applies(parts))?.[0] ?? null;
