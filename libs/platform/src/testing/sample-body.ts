// A body that a command takes, made of nothing but what its contract says.

import type { SliceRoute } from '../commands/slice';

const TEXTS = ['tender', '0190a1de-0000-7000-8000-0000000000a1', '2026-Q3', '2026-09-30', 'mf', '05', '812 01', '2026'];
const FORMATS: Readonly<Record<string, string>> = {
  date: '2026-09-30',
  period: '2026-Q3',
  'date-time': '2026-09-30T12:00:00.000Z',
};

type Schema = Readonly<{
  type?: string | readonly string[];
  enum?: readonly unknown[];
  pattern?: string;
  format?: string;
  minimum?: number;
  required?: readonly string[];
  properties?: Readonly<Record<string, Schema>>;
}>;

const textOf = ({ pattern = '', format }: Schema): string | undefined =>
  format === undefined ? TEXTS.find((text) => new RegExp(pattern, 'u').test(text)) : FORMATS[format];

const SAMPLES: Readonly<Record<string, (schema: Schema) => unknown>> = {
  object: ({ required = [], properties = {} }) =>
    Object.fromEntries(required.map((name) => [name, sampleOf(properties[name] ?? {})])),
  array: () => [],
  string: textOf,
  integer: ({ minimum = 1 }) => minimum,
  number: ({ minimum = 1 }) => minimum,
  boolean: () => true,
};

const sampleOf = (schema: Schema): unknown => {
  if (schema.enum) return schema.enum[0];
  const [type = ''] = [schema.type ?? []].flat();
  return SAMPLES[type]?.(schema);
};

/** Only its required fields. Throws when the vocabulary has a word that no text here fits. */
export const sampleBody = ({ command, contract }: SliceRoute): object => {
  const sample = sampleOf(contract.schema);
  if (!contract.accepts(sample)) throw new Error(`${command} does not take ${JSON.stringify(sample)}`);
  return sample;
};
