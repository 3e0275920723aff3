// Reads a class's constraints as JSON Schema. What cannot be said in both is refused.
import { getMetadataStorage, IS_OPTIONAL, ValidationTypes } from 'class-validator';
import type { ValidationMetadata } from 'class-validator/types/metadata/ValidationMetadata';

import { type Class, isNotNull } from './word';

export type JsonSchema = Readonly<Record<string, unknown>>;
// class-validator's type promises more than there is: what no option has set is undefined.
type Constraint = Partial<ValidationMetadata> & Pick<ValidationMetadata, 'type'>;
export type Field = readonly Constraint[];

const patternOf = ({ source, flags }: RegExp): JsonSchema => {
  if (flags !== 'u') throw new Error(`write /${source}/u: without exactly that flag JSON Schema reads it differently`);
  return { type: 'string', pattern: source };
};

// Only constraints on which class-validator and ajv agree for every JSON value; the agreement spec holds them to it.
const READINGS: Readonly<Record<string, (constraints: never) => JsonSchema>> = {
  isInt: () => ({ type: 'integer' }),
  isNumber: () => ({ type: 'number' }),
  isBoolean: () => ({ type: 'boolean' }),
  isIn: ([values]: [readonly string[]]) => ({ enum: values }),
  isObject: () => ({ type: 'object' }),
  isArray: () => ({ type: 'array' }),
  min: ([minimum]: [number]) => ({ type: 'number', minimum }),
  max: ([maximum]: [number]) => ({ type: 'number', maximum }),
  matches: ([pattern]: [RegExp]) => patternOf(pattern),
  maxCharacters: ([maxLength]: [number]) => ({ type: 'string', maxLength }),
  hasFormat: ([format]: [string]) => ({ type: 'string', format }),
  arrayMaxSize: ([maxItems]: [number]) => ({ type: 'array', maxItems }),
  arrayUnique: () => ({ type: 'array', uniqueItems: true }),
};

const isPlain = ({ validateIf, groups = [] }: Constraint) => !validateIf && groups.length === 0;

const read = (constraint: Constraint): JsonSchema => {
  if (constraint.type === ValidationTypes.NESTED_VALIDATION) return schemaOf(partOf(constraint));
  const reading = READINGS[constraint.name ?? ''];
  if (!reading || !isPlain(constraint))
    throw new Error(
      `${constraint.name ?? constraint.type} has no reading in JSON Schema; use a word of the vocabulary`,
    );
  return reading((constraint.constraints ?? []) as never);
};

const both = (one: JsonSchema, other: JsonSchema): JsonSchema => {
  const type = one.type === 'integer' && other.type === 'number' ? 'integer' : (other.type ?? one.type);
  const clash = Object.keys(one).find((key) => key !== 'type' && key in other && one[key] !== other[key]);
  if (clash) throw new Error(`says two things about ${clash}`);
  return { ...one, ...other, ...(type !== undefined && { type }) };
};

const orNull = (schema: JsonSchema): JsonSchema => ({
  ...schema,
  ...('type' in schema && { type: [schema.type, 'null'] }),
  ...('enum' in schema && { enum: [...(schema.enum as unknown[]), null] }),
});

const isCondition = ({ type }: Constraint) => type === ValidationTypes.CONDITIONAL_VALIDATION;
const isOptional = ({ name }: Constraint) => name === IS_OPTIONAL;
const isOrNull = ({ constraints }: Constraint) => constraints?.[0] === isNotNull;
const mayBeMissing = (field: Field) => field.some(isOptional);

const fieldSchema = (field: Field): JsonSchema => {
  const conditions = field.filter(isCondition);
  // Each may stand there several times: PartialType says IsOptional once for each constraint of the field.
  if (!conditions.every((condition) => isOptional(condition) || isOrNull(condition)))
    throw new Error('use OrNull or IsOptional, not ValidateIf');

  const [ofItems, ofValue] = [true, false].map((each) =>
    field
      .filter((constraint) => !isCondition(constraint) && (constraint.each ?? false) === each)
      .map(read)
      .reduce(both, {}),
  ) as [JsonSchema, JsonSchema];
  const schema = Object.keys(ofItems).length > 0 ? { ...ofValue, items: ofItems } : ofValue;
  return conditions.length > 0 ? orNull(schema) : schema;
};

export const partOf = ({ context }: Constraint): Class => (context as { part: () => Class }).part();

export const nestedIn = (field: Field): Constraint | undefined =>
  field.find(({ type }) => type === ValidationTypes.NESTED_VALIDATION);

export const fieldsOf = (type: Class): ReadonlyMap<string, Field> => {
  const fields = new Map<string, ValidationMetadata[]>();
  for (const constraint of getMetadataStorage().getTargetValidationMetadatas(type, '', false, false))
    fields.set(constraint.propertyName, [...(fields.get(constraint.propertyName) ?? []), constraint]);
  return fields;
};

export const schemaOf = (type: Class): JsonSchema => {
  const fields = [...fieldsOf(type)];
  if (fields.length === 0) throw new Error(`${type.name || 'The class'} has no field with a word of the vocabulary`);
  const properties = fields.map(([name, field]) => {
    try {
      return [name, fieldSchema(field)] as const;
    } catch (cause) {
      throw new Error(`${type.name}.${name}: ${(cause as Error).message}`, { cause });
    }
  });
  return {
    title: type.name,
    type: 'object',
    additionalProperties: false,
    required: fields.filter(([, field]) => !mayBeMissing(field)).map(([name]) => name),
    properties: Object.fromEntries(properties),
  };
};
