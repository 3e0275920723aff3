// A class as a gate: ajv says whether a value may pass, class-validator says why not.
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020';
import { type ValidationError, validateSync } from 'class-validator';

import { formats } from './formats';
import { type Field, fieldsOf, type JsonSchema, nestedIn, partOf, schemaOf } from './json-schema';
import type { Class } from './word';

/** One thing wrong with a value: where (a JSON pointer) and what, as a sentence. */
export type Fault = Readonly<{ pointer: string; detail: string }>;

export class Malformed extends Error {
  override readonly name = 'Malformed';

  constructor(
    readonly subject: string,
    readonly faults: readonly Fault[],
  ) {
    super(`${subject}: ${faults.map(({ detail }) => detail).join(' ')}`);
  }
}

const ajv = new Ajv2020({
  ...{ strict: true, allowUnionTypes: true, ownProperties: true, formats },
  // Compiling is what a start waits for: a spec checks the schemas, the code need not be shorter, and nobody reads messages.
  ...{ validateSchema: false, code: { optimize: false }, messages: false },
});
const MOST_FAULTS = 50;

export class Contract<T extends object> {
  readonly schema: JsonSchema;
  private compiled: ValidateFunction<T> | undefined;

  constructor(private readonly type: Class<T>) {
    this.schema = schemaOf(type);
  }

  accepts(value: unknown): value is T {
    this.compiled ??= ajv.compile<T>(this.schema);
    return this.compiled(value);
  }

  parse(value: unknown): T {
    if (this.accepts(value)) return value;
    throw new Malformed(this.type.name, this.faults(value));
  }

  /** The slow, speaking path: taken only for what `accepts` has turned away. */
  faults(value: unknown): readonly Fault[] {
    if (!isRecord(value)) return [{ pointer: '#', detail: `A ${this.type.name} must be an object.` }];
    const strangers: Fault[] = [];
    const instance = instantiate(this.type, value, '#', strangers);
    return [...explain(validateSync(instance), '#'), ...strangers].slice(0, MOST_FAULTS);
  }
}

const contracts = new WeakMap<Class, Contract<object>>();

export const contractOf = <T extends object>(type: Class<T>): Contract<T> => {
  const contract = (contracts.get(type) as Contract<T> | undefined) ?? new Contract(type);
  contracts.set(type, contract);
  return contract;
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

// A URI fragment cannot carry half a surrogate pair.
const step = (key: string): string =>
  encodeURIComponent(
    key
      .replace(/\p{Cs}/gu, '\uFFFD')
      .replaceAll('~', '~0')
      .replaceAll('/', '~1'),
  );

// class-validator's own whitelist takes `__proto__`, `constructor` and `hasOwnProperty` for known fields, and
// class-transformer drops some of them unseen: strangers are therefore counted here.
const instantiate = (type: Class, value: Record<string, unknown>, at: string, strangers: Fault[]): object => {
  const fields = fieldsOf(type);
  for (const key of Object.keys(value))
    if (!fields.has(key)) strangers.push({ pointer: `${at}/${step(key)}`, detail: `${key} is not a field here.` });

  const instance = Object.create(type.prototype as object) as Record<string, unknown>;
  for (const [name, field] of fields) {
    const nested = nestedIn(field);
    const part = (one: unknown, pointer: string) =>
      nested && isRecord(one) ? instantiate(partOf(nested), one, pointer, strangers) : one;
    const own = Object.hasOwn(value, name) ? value[name] : undefined;
    const pointer = `${at}/${step(name)}`;
    instance[name] = Array.isArray(own)
      ? own.slice(0, mostOf(field) + 1).map((one, i) => part(one, `${pointer}/${i}`))
      : part(own, pointer);
  }
  return instance;
};

// Of a list that is too long one item too many is enough to say so: explaining each would take seconds.
const mostOf = (field: Field): number => {
  const most: unknown = field.find(({ name }) => name === 'arrayMaxSize')?.constraints?.[0];
  return typeof most === 'number' ? most : Infinity;
};

// An object without a class, such as one in a list where an object should be, is a fault without a place: the list has told it.
const isPlaced = ({ property }: Partial<ValidationError>): boolean => property !== undefined;

const explain = (errors: readonly ValidationError[], at: string): Fault[] =>
  errors.filter(isPlaced).flatMap(({ property, value, constraints = {}, children = [] }) => {
    const pointer = `${at}/${step(property)}`;
    const [mustBe] = Object.values(constraints);
    const detail = value === undefined ? `${property} is missing; it ${mustBe}.` : `${property} ${mustBe}.`;
    return [...(mustBe ? [{ pointer, detail }] : []), ...explain(children, pointer)];
  });
