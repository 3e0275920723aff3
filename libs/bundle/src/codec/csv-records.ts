import { MOST_COLUMNS } from './limits';
import type { RawRow } from './raw-row';

// RFC 4180, in the two dialects that spreadsheets write. Read here and not by a package: the packages throw at the first
// flaw and count lines, where people need every flaw, and rows as their spreadsheet shows them.

type Scanned = Readonly<{ text: string; end: number; flaw: string | null }>;

const UNCLOSED = 'opens with a quotation mark that is never closed';
const AFTER_QUOTE = 'has text after its closing quotation mark; write a quotation mark inside a cell twice';
const BARE_QUOTE =
  'has a quotation mark but is not quoted; enclose the cell in quotation marks and double those inside';

const endOf = (text: string, from: number, ends: RegExp): number => {
  ends.lastIndex = from;
  return ends.exec(text)?.index ?? text.length;
};

const scanBare = (text: string, start: number, ends: RegExp): Scanned => {
  const end = endOf(text, start, ends);
  const cell = text.slice(start, end);
  return { text: cell, end, flaw: cell.includes('"') ? BARE_QUOTE : null };
};

/** Where the quotation mark is that closes what was opened at `start`; -1 where there is none. */
const closingQuote = (text: string, start: number): number => {
  let at = text.indexOf('"', start + 1);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
};

const scanQuoted = (text: string, start: number, ends: RegExp): Scanned => {
  const close = closingQuote(text, start);
  if (close < 0) return { text: '', end: text.length, flaw: UNCLOSED };
  const end = endOf(text, close + 1, ends);
  const cell = text.slice(start + 1, close).replaceAll('""', '"');
  return { text: cell, end, flaw: end === close + 1 ? null : AFTER_QUOTE };
};

const afterLineEnd = (text: string, end: number) => (text.startsWith('\r\n', end) ? end + 2 : end + 1);

/** The rows of a CSV text, flawed ones with their flaws. A line break within quotation marks is part of its cell. */
export function* csvRecords(text: string, separator: string): Generator<RawRow, void> {
  const ends = new RegExp(`[${separator}\r\n]`, 'g');
  let at = 0;
  for (let place = 1; at < text.length; place += 1) {
    const cells: string[] = [];
    const flaws: { cell: number; detail: string }[] = [];
    let more = true;
    for (let cell = 0; more; cell += 1) {
      const scanned = (text[at] === '"' ? scanQuoted : scanBare)(text, at, ends);
      if (scanned.flaw !== null) flaws.push({ cell, detail: scanned.flaw });
      // One more than there may be: the row is refused for it, and a file of nothing but separators costs no memory.
      if (cell <= MOST_COLUMNS) cells.push(scanned.text);
      more = text[scanned.end] === separator;
      at = more ? scanned.end + 1 : afterLineEnd(text, scanned.end);
    }
    yield { place, cells, flaws };
  }
}
