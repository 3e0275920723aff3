import fc from 'fast-check';
import { csvRecords } from './csv-records';
import { isNumber } from './decimal';
import { readCsv } from './read-csv';
import type { Cell, Table } from './table';
import { anyTable, awkwardText, corruptions } from './testing/tables';
import { writeCsv } from './write-csv';

const written = (header: readonly string[], rows: readonly (readonly Cell[])[]) =>
  Buffer.from(writeCsv(header, rows)).toString();

it('is UTF-8 with a byte order mark, semicolons and CRLF, and has quotation marks only where they are needed', () =>
  expect(
    written(
      ['title', 'a,b'],
      [
        ['Bürgerkonto, digital', 'say "yes"'],
        ['a;b', 'one\ntwo'],
      ],
    ),
  ).toBe('\u{FEFF}title;"a,b"\r\nBürgerkonto, digital;"say ""yes"""\r\n"a;b";"one\ntwo"\r\n'));

it('writes numbers as numbers', () => expect(written(['a'], [[{ number: '-12,5' }]])).toBe('\u{FEFF}a\r\n-12,5\r\n'));

it.each(['=1+1', '-1+cmd', '-', '12.5', '-1,5,5', '=1,5', ' 1', '-1\n'])('knows that %j is no number', (number) =>
  expect(readCsv('t', 't.csv', writeCsv(['a'], [[{ number }]]))).toMatchObject({ rows: [{ cells: [number] }] }),
);

it('reads back every table of every text', () =>
  fc.assert(
    fc.property(anyTable, ({ header, rows }) => {
      const read = readCsv('t', 't.csv', writeCsv(header, rows)) as Table;
      expect(read).toEqual({
        name: 't',
        file: 't.csv',
        header,
        rows: rows.flatMap((cells, at) => (cells.some((cell) => cell !== '') ? [{ place: at + 2, cells }] : [])),
      });
    }),
  ));

it('has no cell that a spreadsheet would run, not even one that claims to be a number', () =>
  fc.assert(
    fc.property(anyTable, awkwardText, ({ header, rows }, number) => {
      const csv = written(header, [...rows, header.map(() => ({ number }))]).slice(1);
      for (const cell of [...csvRecords(csv, ';')].flatMap(({ cells }) => cells))
        if (!isNumber(cell)) expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
    }),
    { numRuns: 300 },
  ));

it('never throws when it is damaged, and says where the damage is', () =>
  fc.assert(
    fc.property(anyTable, corruptions, ({ header, rows }, corrupt) => {
      const read = readCsv('t', 't.csv', corrupt(writeCsv(header, rows)));
      if (!Array.isArray(read)) return;
      expect(read.length).toBeGreaterThan(0);
      for (const fault of read) expect(fault).toMatchObject({ file: 't.csv', detail: expect.stringMatching(/./) });
    }),
    { numRuns: 300 },
  ));
