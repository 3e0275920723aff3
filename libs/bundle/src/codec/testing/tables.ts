import fc from 'fast-check';

// Lone surrogates are no characters, and control characters are refused.
const character = fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }).filter((c) => !/[^\P{Cc}\t\n\r]/u.test(c));

const AWKWARD = [
  ...['"', '""', ';', ',', '\t', '\n', '\r', '\r\n', "'", "''", '=', '+', '-', '@', '＝', '＋', '－', '＠', ' '],
  ...[
    '1',
    '12,5',
    '-1',
    '1e9',
    'yes',
    '=1+1',
    '2026-03-31',
    '\u{FEFF}',
    '\u{FFFE}',
    '\u{FFFF}',
    '\u{2028}',
    '😀',
    'e\u0301',
  ],
  ...['_x000D_', '_x005F_', '&amp;', '<f>', ']]>', '__proto__', '#REF!', '0', 'ä'],
];

/** Text of everything that has a meaning to a spreadsheet, a file, or a parser. */
export const awkwardText = fc
  .array(fc.oneof(fc.constantFrom(...AWKWARD), character), { maxLength: 8 })
  .map((parts) => parts.join(''));

/** A table as it can be written: of any text, under different names. */
export const anyTable = fc
  .uniqueArray(
    awkwardText.filter((text) => text !== ''),
    { minLength: 1, maxLength: 5 },
  )
  .chain((header) =>
    fc.record({
      header: fc.constant(header),
      rows: fc.array(fc.array(awkwardText, { minLength: header.length, maxLength: header.length }), { maxLength: 5 }),
    }),
  );

type Corruption = (bytes: Uint8Array) => Uint8Array;

const at = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const place = (bytes: Uint8Array, share: number) => Math.floor(bytes.length * share);

const corruption: fc.Arbitrary<Corruption> = fc.oneof(
  fc.tuple(at, fc.integer({ min: 1, max: 255 })).map(([share, mask]): Corruption => (bytes) => {
    const copy = Uint8Array.from(bytes);
    copy[place(bytes, share)] = (copy[place(bytes, share)] ?? 0) ^ mask;
    return copy;
  }),
  at.map(
    (share): Corruption =>
      (bytes) =>
        bytes.slice(0, place(bytes, share)),
  ),
  at.map(
    (share): Corruption =>
      (bytes) =>
        bytes.slice(place(bytes, share)),
  ),
  fc.tuple(at, fc.uint8Array({ minLength: 1, maxLength: 8 })).map(
    ([share, more]): Corruption =>
      (bytes) =>
        Uint8Array.from([...bytes.slice(0, place(bytes, share)), ...more, ...bytes.slice(place(bytes, share))]),
  ),
  fc.constantFrom<Corruption>(
    (bytes) => Uint8Array.from([0xef, 0xbb, 0xbf, ...bytes]),
    (bytes) => Buffer.from(Buffer.from(bytes).toString(), 'utf16le'),
    (bytes) => Buffer.from(Buffer.from(bytes).toString(), 'latin1'),
    (bytes) => bytes.slice().reverse(),
  ),
);

/** What may happen to a file on its way: bits flip, parts are lost or come in, an editor saves it in another encoding. */
export const corruptions: fc.Arbitrary<Corruption> = fc
  .array(corruption, { minLength: 1, maxLength: 3 })
  .map((all) => (bytes: Uint8Array) => all.reduce((damaged, corrupt) => corrupt(damaged), bytes));
