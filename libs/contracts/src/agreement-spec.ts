// Ajv and class-validator give one verdict on whatever a class is shown.
import fc from 'fast-check';

import { Contract, contractOf } from './contract';
import type { Class } from './word';

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

// The same changes every time: what fails here fails everywhere.
const SEED = 20261123;

type Json = Record<string, unknown>;
type Change = (holder: Json, key: string) => void;

// Assignment to `__proto__` would set the prototype; JSON.parse makes it a field, and so must we.
const put = (holder: Json, key: string, value: unknown): void => {
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
};
const places = (value: unknown): [Json, string][] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => [[value as Json, key] as [Json, string], ...places(inner)])
    : [];

const anything = fc.oneof(fc.constantFrom(...TROUBLE), fc.jsonValue(), fc.double(), fc.string({ unit: 'binary' }));
const scrap = fc.string({ unit: 'binary', maxLength: 2 });

const replace = anything.map((value): Change => (holder, key) => {
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

const changes = fc.array(fc.tuple(fc.nat(), fc.oneof(replace, misspell, remove, wrap, double, addStranger)), {
  maxLength: 3,
});

/** Shows the class, or what checks an event of some version, its sample with up to three changes somewhere in it, and now and then something else altogether. */
export const agreementSpec = (
  type: Class | Contract<object>,
  sample: object,
  numRuns = 3000,
): { accepted: number; refused: number } => {
  const contract = type instanceof Contract ? type : contractOf(type);
  const seen = { accepted: 0, refused: 0 };

  const changed = changes.map((all) => {
    const copy = structuredClone(sample);
    for (const [pick, change] of all) {
      const everywhere = places(copy);
      const place = everywhere[pick % everywhere.length];
      if (place) change(...place);
    }
    return copy;
  });
  const shown = fc.oneof({ weight: 9, arbitrary: changed }, { weight: 1, arbitrary: anything });

  fc.assert(
    fc.property(shown, (value) => {
      const accepted = contract.accepts(value);
      seen[accepted ? 'accepted' : 'refused'] += 1;
      return accepted === (contract.faults(value).length === 0);
    }),
    { numRuns, seed: SEED },
  );
  return seen;
};
