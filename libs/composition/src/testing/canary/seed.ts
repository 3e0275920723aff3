// Puts a word into every text of an event's sample.
import { allEvents, type Audience, AUDIENCES, type Contract, type JsonSchema, typeOf } from '@zielwerk/contracts';

import type { Words } from './words';

type Json = Record<string, unknown>;
/** The names that lead to a field, through lists without a place in them. */
type Path = readonly string[];

const contracts = allEvents.contracts();
const restricted = allEvents.restrictedFields();

export const contractFor = (wireType: string): Contract<object> => {
  const contract = contracts.get(wireType);
  if (!contract) throw new Error(`${wireType} is not in the catalogue.`);
  return contract;
};

const wider = (one: Audience, other: Audience): Audience =>
  AUDIENCES.indexOf(one) > AUDIENCES.indexOf(other) ? one : other;

/** Who may read a field of an event, whatever it is about. */
export const audienceOfField = (wireType: string, path: Path): Audience =>
  Object.entries(restricted[wireType] ?? {})
    .filter(([field]) => `${path.join('.')}.`.startsWith(`${field}.`))
    .reduce((sofar, [, audience]) => wider(sofar, audience), allEvents.audienceOf(typeOf(wireType)) ?? 'house');

type Leaf = Readonly<{ holder: Json; key: string; path: Path }>;

const leavesIn = (value: unknown, path: Path = []): readonly Leaf[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const at = Array.isArray(value) ? path : [...path, key];
    return typeof inner === 'string' ? [{ holder: value as Json, key, path: at }] : leavesIn(inner, at);
  });
};

// As long as a word, and of its letters.
const TRIAL = 'Kx00000000';

/** Texts that name what an event is about: the same ones in all events of a life. */
const NAMES = ['line'];

type Seeding = Readonly<{
  words: Words;
  /** The words that name things in this life so far, by the end of their path. */
  named: Map<string, string>;
  /** For whom the thing itself is when it happens, so that nothing of it is for more readers. */
  least: Audience;
  /** What happens to the thing, in order: said where a word is found. */
  life: string;
}>;

/** Puts what `wordAt` makes into each field that takes it; ids, codes and days stay as they are. */
export const spoken = <Data extends object>(
  data: Data,
  accepts: (value: Data) => boolean,
  wordAt: (path: Path) => string,
): Data => {
  const copy = structuredClone(data);
  for (const { holder, key, path } of leavesIn(copy)) {
    const before = holder[key];
    holder[key] = TRIAL;
    holder[key] = accepts(copy) ? wordAt(path) : before;
  }
  return copy;
};

/** A copy of the event's data with a word in each field that takes one. Throws Malformed for data that is none of the event's. */
export const seeded = (wireType: string, data: object, { words, named, least, life }: Seeding): object => {
  const contract = contractFor(wireType);
  return spoken(
    contract.parse(data),
    (value) => contract.accepts(value),
    (path) => {
      const field = `${wireType} ${path.join('.')}`;
      const what = path.slice(path.findIndex((name) => NAMES.includes(name))).join('.');
      const name = named.get(what);
      if (name !== undefined) return words.reuse(field, name);
      const word = words.make(field, wider(least, audienceOfField(wireType, path)), life);
      if (path.some((each) => NAMES.includes(each))) named.set(what, word);
      return word;
    },
  );
};

const textsIn = ({ type, pattern, properties = {}, items }: JsonSchema, path: Path = []): readonly string[] => {
  const isText =
    [type].flat().includes('string') && new RegExp(typeof pattern === 'string' ? pattern : '$^', 'u').test(TRIAL);
  return [
    ...(isText ? [path.join('.')] : []),
    ...Object.entries(properties as Json).flatMap(([name, schema]) => textsIn(schema as JsonSchema, [...path, name])),
    ...(items === undefined ? [] : textsIn(items as JsonSchema, path)),
  ];
};

/** Every field of every version that a word fits in, as `<wire type> <path>`. */
export const everyText = (): readonly string[] =>
  [...contracts].flatMap(([wireType, { schema }]) => textsIn(schema).map((path) => `${wireType} ${path}`));
