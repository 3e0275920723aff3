// Files of a bundle with one thing in them that somebody, or some program, has changed.
import type { TableName } from '@zielwerk/bundle';
import * as fc from 'fast-check';

import type { Files } from './bundle-state';

type Spoil = (lines: readonly string[], at: number, text: string) => readonly string[];
const SPOILS: Readonly<Record<string, Spoil>> = {
  cell: (lines, at, text) =>
    lines.map((line, row) => {
      const cells = line.split(';');
      return row === at ? cells.map((cell, column) => (column === at % cells.length ? text : cell)).join(';') : line;
    }),
  'row left out': (lines, at) => lines.filter((_, row) => row !== at),
  'row twice': (lines, at) => lines.flatMap((line, row) => (row === at ? [line, line] : [line])),
  'row of anything': (lines, at, text) => lines.flatMap((line, row) => (row === at ? [line, text] : [line])),
  header: (lines, at, text) => {
    const [header = '', ...rest] = lines;
    const names = header.split(';');
    return [names.map((name, column) => (column === at % names.length ? text : name)).join(';'), ...rest];
  },
  'separators in a row': (lines, at) => lines.map((line, row) => (row === at ? line.replaceAll(';', ',') : line)),
};
const ENCODINGS: Readonly<Record<string, (bytes: Buffer, at: number) => Uint8Array>> = {
  'no byte order mark': (bytes) => bytes.subarray(3),
  'byte order mark twice': (bytes) => Buffer.concat([bytes.subarray(0, 3), bytes]),
  'Latin 1': (bytes) => Buffer.from(`${bytes.subarray(3).toString()}ÄÖÜ;ß\r\n`, 'latin1'),
  'UTF-16': (bytes) => Buffer.from(bytes.toString(), 'utf16le'),
  cut: (bytes, at) => bytes.subarray(0, at % bytes.length),
  'one byte': (bytes, at) => Buffer.from(bytes).fill(at % 256, at % bytes.length, (at % bytes.length) + 1),
  nothing: () => Buffer.alloc(0),
};

const texts = fc.constantFrom(
  ...['', ' ', 'x', '"', '""', '-1', '0', '1e9', '99999999999999999999', '31.02.2026', '2026-09-30', '2031-01-01'],
  ...[
    '=1+1',
    'mid',
    'xyz',
    'Z-MID-0',
    'M-MF-0, Z-MID-0',
    'mf/Z-MF-0',
    'goal',
    'recordAdoption',
    '\u0007',
    'x'.repeat(500),
  ],
  ...[';;;;;;;;;;;;;;;;', 'toString', '__proto__'],
);

/** `how` says what was done to which table. */
export const spoilt = (files: Files): fc.Arbitrary<Readonly<{ how: string; files: Files }>> =>
  fc
    .record({
      name: fc.constantFrom(...(Object.keys(files) as TableName[])),
      how: fc.constantFrom(...Object.keys(SPOILS), ...Object.keys(SPOILS), ...Object.keys(ENCODINGS)),
      at: fc.nat(10_000),
      text: texts,
    })
    .map(({ name, how, at, text }) => {
      const bytes = Buffer.from(files[name] ?? []);
      const lines = bytes.toString().trimEnd().split('\r\n');
      const line = lines.length > 1 ? 1 + (at % (lines.length - 1)) : 0;
      const changed =
        ENCODINGS[how]?.(bytes, at) ?? Buffer.from(`${SPOILS[how]?.(lines, line, text).join('\r\n')}\r\n`);
      return { how: `${how} ${JSON.stringify(text)} in ${name} at ${at}`, files: { ...files, [name]: changed } };
    });
