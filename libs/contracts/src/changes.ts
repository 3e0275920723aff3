// Changes to JSON that may make it wrong, as arbitraries of fast-check.
import fc from 'fast-check';

// prettier-ignore
const TROUBLE: readonly unknown[] = [
  null, undefined, NaN, Infinity, -Infinity, -0, 0, 1, -1, 100, 101, 0.1, 1e21, 1e-7, 5e-324, 2 ** 53, true, false,
  '', ' ', '0', '10', 'null', '\u0000', '\uD800', 'a\uDC00', '\u{1F600}', '\u2764\uFE0F', 'e\u0301', '\u00A0', 'mi\n',
  '2026-02-29', '2026-02-30', '2024-02-29', '2026-13-01', '0000-01-01', '9999-12-31', '10000-01-01', '2026-1-1',
  '2026-03-31T00:00:00Z', '2026-03-31T24:00:00.000Z', ' 2026-03-31', '２０２６-03-31', '2026-Q0', '2026-Q5', '2026-q1',
  'MI', 'mi', 'increase', '0190A1DE-0000-7000-8000-000000000001', 'urn:uuid:0190a1de-0000-7000-8000-000000000001',
  'x'.repeat(200), 'x'.repeat(201), '\u{1F600}'.repeat(200), '\u{1F600}'.repeat(201), '\u2764\uFE0F'.repeat(101),
  [], [[]], [null], ['mi', 'mi'], {}, { length: 1 },
];
const STRANGERS = ['__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'toString', 'length', '', '0', '\uD800'];

type Json = Record<string, unknown>;
type Change = (holder: Json, key: string) => void;
/** Changes, each with a number that picks its place. */
export type Changes = readonly (readonly [pick: number, change: Change])[];

// Assignment to `__proto__` would set the prototype; JSON.parse makes it a field, and so must we.
const put = (holder: Json, key: string, value: unknown): void => {
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
};
const places = (value: unknown): [Json, string][] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => [[value as Json, key] as [Json, string], ...places(inner)])
    : [];

// Halves of surrogate pairs as well. The unit 'binary' takes a second to make, in each spec that loads this file.
const codePoint = fc.integer({ min: 0, max: 0x10ffff }).map((point) => String.fromCodePoint(point));

/** What a field may be shown instead of its value. */
export const anything = fc.oneof(
  fc.constantFrom(...TROUBLE),
  fc.jsonValue(),
  fc.double(),
  fc.string({ unit: codePoint }),
);
const scrap = fc.string({ unit: codePoint, maxLength: 2 });

const replaceBy = (values: fc.Arbitrary<unknown>) =>
  values.map((value): Change => (holder, key) => {
    put(holder, key, structuredClone(value));
  });
const misspell = fc.tuple(fc.nat(300), fc.boolean(), scrap).map(([where, drop, by]): Change => (holder, key) => {
  const old = holder[key];
  if (typeof old === 'number') put(holder, key, old + where - 150);
  if (typeof old !== 'string') return;
  const cut = where % (old.length + 1);
  put(holder, key, old.slice(0, cut) + by + old.slice(cut + Number(drop)));
});
const remove = fc.constant<Change>((holder, key) => {
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else Reflect.deleteProperty(holder, key);
});
const wrap = fc.constant<Change>((holder, key) => {
  put(holder, key, [holder[key]]);
});
const double = fc.constant<Change>((holder) => {
  if (Array.isArray(holder)) holder.push(...(structuredClone(holder) as unknown[]));
});
const addStranger = fc.tuple(fc.constantFrom(...STRANGERS), anything).map(([name, value]): Change => (holder) => {
  if (!Array.isArray(holder)) put(holder, name, structuredClone(value));
});

/** `values`: what may come in the place of a value. */
export const changesWith = (
  values: fc.Arbitrary<unknown>,
  { least, most }: Readonly<{ least: number; most: number }>,
): fc.Arbitrary<Changes> =>
  fc.array(fc.tuple(fc.nat(), fc.oneof(replaceBy(values), misspell, remove, wrap, double, addStranger)), {
    minLength: least,
    maxLength: most,
  });

/** A copy of the sample with the changes somewhere in it. */
export const changedBy = <Sample extends object>(sample: Sample, changes: Changes): Sample => {
  const copy = structuredClone(sample);
  for (const [pick, change] of changes) {
    const everywhere = places(copy);
    const place = everywhere[pick % everywhere.length];
    if (place) change(...place);
  }
  return copy;
};
