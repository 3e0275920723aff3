// Who may read a fact, and who may read a field of it.
import { type Field, fieldsOf, nestedIn, partOf } from './json-schema';
import { type Class, isNotNull } from './word';

/** `house` never leaves the store: the bus carries such an event as Withheld, and such a field empty. */
export const AUDIENCES = ['public', 'government', 'house'] as const;
export type Audience = (typeof AUDIENCES)[number];

const declared = new WeakMap<object, Map<string, Audience>>();

/**
 * The field is for fewer readers than its event; a field without it is for all who may read the event. What others see is
 * null, or an empty list: so only a field that can be empty may say it.
 */
export const ReadableBy =
  (audience: Exclude<Audience, 'public'>): PropertyDecorator =>
  (target, property) => {
    const fields = declared.get(target) ?? new Map<string, Audience>();
    declared.set(target, fields.set(String(property), audience));
  };

/** A field that not all readers of the event may see. `path` leads through lists without naming a place in them. */
export type Restriction = Readonly<{ path: readonly string[]; audience: Audience; empty: null | readonly never[] }>;

const canBeNull = (field: Field): boolean => field.some(({ constraints }) => constraints?.[0] === isNotNull);
const isList = (field: Field): boolean => field.some(({ name }) => name === 'isArray');

const emptyFor = (field: Field, place: string): Restriction['empty'] => {
  if (canBeNull(field)) return null;
  if (isList(field)) return [];
  throw new Error(`${place} is not for all readers, so it must be able to be null or an empty list.`);
};

/** Every restricted field of the class and of its parts. Throws for one that cannot be empty. */
export const restrictionsOf = (type: Class): readonly Restriction[] =>
  [...fieldsOf(type)].flatMap(([name, field]): readonly Restriction[] => {
    const audience = declared.get(type.prototype as object)?.get(name);
    if (audience) return [{ path: [name], audience, empty: emptyFor(field, `${type.name}.${name}`) }];
    const nested = nestedIn(field);
    return nested ? restrictionsOf(partOf(nested)).map((inner) => ({ ...inner, path: [name, ...inner.path] })) : [];
  });

const READERS: Readonly<Record<Audience, readonly Audience[]>> = {
  public: ['public'],
  government: ['public', 'government'],
  house: AUDIENCES,
};

/** Whose facts such a reader may see. */
export const readableBy = (audience: Audience): readonly Audience[] => READERS[audience];

const emptied = (value: unknown, path: readonly string[], empty: Restriction['empty']): unknown => {
  const [name, ...rest] = path;
  if (name === undefined) return empty;
  if (Array.isArray(value)) return value.map((item) => emptied(item, path, empty));
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return value;
  return { ...value, [name]: emptied((value as Record<string, unknown>)[name], rest, empty) };
};

/** The data as such a reader may see it; the same object when nothing is kept from them. */
export const redacted = (data: unknown, restrictions: readonly Restriction[], reader: Audience): unknown =>
  restrictions
    .filter(({ audience }) => !readableBy(reader).includes(audience))
    .reduce((seen, { path, empty }) => emptied(seen, path, empty), data);
