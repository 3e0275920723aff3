// How the words of the vocabulary are made out of class-validator's constraints.
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsObject,
  ValidateBy,
  ValidateIf,
  ValidateNested,
  type ValidationOptions,
} from 'class-validator';

import { formats } from './formats';

export type Class<T extends object = object> = new (...args: never[]) => T;
type Constraint = (options: ValidationOptions) => PropertyDecorator;
export type Word = (options?: ValidationOptions) => PropertyDecorator;

/** Constraints that are one thing to a reader, and so fail with one sentence: «percent must be …». */
export const word =
  (mustBe: string, ...constraints: readonly Constraint[]): Word =>
  (options = {}) =>
  (target, property) => {
    for (const constraint of constraints) constraint({ ...options, message: `must be ${mustBe}` })(target, property);
  };

/** A string of a named format: the predicate class-validator runs here is the one ajv runs for the schema's `format`. */
export const HasFormat = (format: keyof typeof formats, options?: ValidationOptions): PropertyDecorator =>
  ValidateBy(
    {
      name: 'hasFormat',
      constraints: [format],
      validator: { validate: (value) => typeof value === 'string' && formats[format](value) },
    },
    options,
  );

/** Counts code points as JSON Schema does; class-validator's MaxLength counts an emoji's variation selector out. */
export const MaxCharacters = (max: number, options?: ValidationOptions): PropertyDecorator =>
  ValidateBy(
    {
      name: 'maxCharacters',
      constraints: [max],
      validator: {
        validate: (value) => typeof value === 'string' && (value.length <= max || Array.from(value).length <= max),
      },
    },
    options,
  );

export const isNotNull = (_: object, value: unknown): boolean => value !== null;

/** The field is always there and may be null. `IsOptional` is for requests: the field may also be missing. */
export const OrNull = (): PropertyDecorator => ValidateIf(isNotNull);

/** A class of its own inside this one. */
export const HasPart = (part: () => Class): PropertyDecorator =>
  word(
    'an object',
    (says) => IsObject(says),
    (says) => ValidateNested({ ...says, context: { part } }),
  )();

// ValidateNested alone takes one object for a list of one, and a list of lists for a list: hence the two checks before it.
export const HasParts = (part: () => Class, { max }: { max: number }): PropertyDecorator =>
  word(
    `a list of at most ${max} objects`,
    (says) => IsArray(says),
    (says) => ArrayMaxSize(max, says),
    (says) => IsObject({ ...says, each: true }),
    (says) => ValidateNested({ ...says, each: true, context: { part } }),
  )();

/** A list of one word, none of them twice. */
export const HasEach =
  (each: Word, { max }: { max: number }): PropertyDecorator =>
  (target, property) => {
    const list = word(
      `a list of at most ${max} different values`,
      (says) => IsArray(says),
      (says) => ArrayMaxSize(max, says),
      (says) => ArrayUnique(says),
    );
    list()(target, property);
    each({ each: true })(target, property);
  };
