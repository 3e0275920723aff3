// Values that a JSON Schema takes, as arbitraries of fast-check. It reads the words that our documents use, and no others.
import type { JsonSchema } from '@zielwerk/contracts';
import fc from 'fast-check';

import type { Document } from './document';
import type { Vocabulary } from './vocabulary';

/** Whose value it is. `below`: the step of the path before a parameter. */
type Place = Readonly<{ name: string; below?: string }>;
type Values = fc.Arbitrary<unknown>;

const MOST_ITEMS = 4;
const MOST_CHARACTERS = 60;
const EVERYTHING = 'x';

const DATES = ['2024-02-29', '2026-01-01', '2026-12-31', '2027-06-30', '2030-12-31'];
const PERIODS = ['2024', '2025-Q4', '2026-Q1', '2026-03', '2026-03-29'];
const BY_FORMAT: Readonly<Record<string, Values>> = {
  date: fc.constantFrom(...DATES),
  period: fc.constantFrom(...PERIODS),
  'date-time': fc.constantFrom(...DATES).map((day) => `${day}T12:00:00.000Z`),
  uuid: fc.uuid(),
};

const texts = (most: number): Values =>
  fc.oneof(
    { weight: 6, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: Math.min(most, MOST_CHARACTERS) }) },
    {
      weight: 2,
      arbitrary: fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: Math.min(most, 12) }),
    },
    {
      weight: 3,
      arbitrary: fc.constantFrom('Glasfaser für alle', 'Ä ö ß €', '<b>&"\'', "'; drop table goal; --", '0'),
    },
    { weight: 1, arbitrary: fc.constant(EVERYTHING.repeat(most)) },
  );

export class SchemaValues {
  constructor(
    private readonly document: Document,
    private readonly vocabulary: Vocabulary,
  ) {}

  of(told: JsonSchema, place: Place = { name: '' }): Values {
    const schema = this.document.resolved(told);
    if (Array.isArray(schema.enum)) return fc.constantFrom(...(schema.enum as unknown[]));
    const types = [schema.type].flat();
    const kinds = types.filter((type) => type !== 'null').map((type) => this.ofType(String(type), schema, place));
    const [only = fc.anything()] = kinds;
    if (!types.includes('null')) return only;
    return fc.oneof({ weight: 3, arbitrary: only }, { weight: 1, arbitrary: fc.constant(null) });
  }

  private ofType(type: string, schema: JsonSchema, place: Place): Values {
    if (type === 'object') return this.objects(schema);
    if (type === 'array') return this.lists(schema, place);
    if (type === 'boolean') return fc.boolean();
    return this.known(schema, place, type === 'string' ? this.strings(schema) : numbers(type, schema));
  }

  private objects({ properties = {}, required = [] }: JsonSchema): Values {
    const fields = Object.entries(properties as Readonly<Record<string, JsonSchema>>);
    const values = fields.map(([name, field]) => [name, this.of(field, { name })] as const);
    return fc.record(Object.fromEntries(values), { requiredKeys: required as string[], noNullPrototype: true });
  }

  private lists({ items = {}, maxItems, uniqueItems }: JsonSchema, place: Place): Values {
    const item = this.of(items as JsonSchema, place);
    const maxLength = Math.min(Number(maxItems ?? MOST_ITEMS), MOST_ITEMS);
    return uniqueItems === true ? fc.uniqueArray(item, { maxLength }) : fc.array(item, { maxLength });
  }

  /** Mostly what exists already: of ids made up nobody would accept one. */
  private known(schema: JsonSchema, { name, below }: Place, fresh: Values): Values {
    const known = this.vocabulary.suggest(name, (value) => this.document.takes(schema, value), below);
    const weight = schema.type === 'string' && schema.maxLength === undefined ? 12 : 1;
    return known.length === 0
      ? fresh
      : fc.oneof({ weight, arbitrary: fc.constantFrom(...known) }, { weight: 1, arbitrary: fresh });
  }

  private strings(schema: JsonSchema): Values {
    const { format, pattern, maxLength = MOST_CHARACTERS } = schema;
    const takes = (value: unknown) => this.document.takes(schema, value);
    const byFormat = BY_FORMAT[String(format)];
    if (byFormat) return byFormat;
    const fitting = typeof pattern === 'string' ? matching(pattern) : null;
    return (fitting ?? texts(Number(maxLength))).filter(takes);
  }
}

const SEED = 20261123;
const SAMPLES = 200;
const matchingAll = new Map<string, Values | null>();

// What a text must not hold, or not begin with.
const NEGATIVE = /\\p\{|\(\?[!=<]/u;

/** Null for a pattern that only says what a text must not hold. Making a text for a pattern is slow, so some are kept. */
const matching = (pattern: string): Values | null => {
  const known = matchingAll.get(pattern);
  if (known !== undefined) return known;
  const made = NEGATIVE.test(pattern) ? null : fc.stringMatching(new RegExp(pattern, 'u'));
  const values = made && fc.constantFrom(...fc.sample(made, { numRuns: SAMPLES, seed: SEED }));
  matchingAll.set(pattern, values);
  return values;
};

const numbers = (type: string, { minimum, maximum }: JsonSchema): Values => {
  const least = Number(minimum ?? -1e6);
  const most = Number(maximum ?? 1e6);
  // Small ones are revisions, orders and amounts that may well be right.
  const small = fc.integer({ min: least, max: Math.min(most, Math.max(least, 0) + 12) });
  const any =
    type === 'integer'
      ? fc.integer({ min: least, max: Math.min(most, 2 ** 31) })
      : fc.double({ min: least, max: most, noNaN: true });
  return fc.oneof(small, any);
};
