// Requests to a service: valid ones as its document says, and those with a change or more.
import { anything, changedBy, changesWith } from '@zielwerk/contracts/testing';
import type { JsonSchema } from '@zielwerk/contracts';
import fc from 'fast-check';

import type { Document, Operation } from './document';
import { files } from './files';
import type { Headers, Request } from './request';
import type { SchemaValues } from './values';

type Fields = Readonly<Record<string, unknown>>;
/** A request before it is written down. */
export type Draft = Readonly<{ path: Fields; query: Fields; body: unknown }>;

const ndjson = 'application/x-ndjson';
const json = 'application/json';
const NOTHING: JsonSchema = { type: 'object', properties: {}, required: [] };

const stepBefore = (path: string, name: string): string => path.split(`/{${name}}`)[0]?.split('/').at(-1) ?? '';

/** A part in a hundred of requests ask for something optional: most of it narrows the answer to nothing. */
const CHOSEN_OF_TEN = 2;

export class Drafts {
  constructor(
    private readonly document: Document,
    private readonly values: SchemaValues,
  ) {}

  of(operation: Operation): fc.Arbitrary<Draft> {
    if (operation.takesFile) return files.map((file) => ({ path: {}, ...file }));
    const [path, query] = [this.inPath(operation), this.inQuery(operation)];
    return fc.record({ path, query, body: this.bodyOf(operation) }, { noNullPrototype: true });
  }

  private inPath({ path, parameters }: Operation): fc.Arbitrary<Fields> {
    const named = parameters.filter((parameter) => parameter.in === 'path');
    const values = named.map(({ name, schema = {} }) => [
      name,
      this.values.of(schema, { name, below: stepBefore(path, name) }),
    ]);
    return fc.record(Object.fromEntries(values) as Record<string, fc.Arbitrary<unknown>>, { noNullPrototype: true });
  }

  private inQuery({ parameters }: Operation): fc.Arbitrary<Fields> {
    const named = parameters.filter((parameter) => parameter.in === 'query');
    const chosen = named.map(({ name, schema = {} }) => {
      const value = this.values.of(schema, { name });
      return fc.oneof(
        {
          weight: CHOSEN_OF_TEN,
          arbitrary: value.map((one): readonly (readonly [string, unknown])[] => [[name, one]]),
        },
        { weight: 10 - CHOSEN_OF_TEN, arbitrary: fc.constant<readonly (readonly [string, unknown])[]>([]) },
      );
    });
    return fc.tuple(...chosen).map((all) => Object.fromEntries(all.flat()) as Fields);
  }

  private bodyOf({ body, id }: Operation): fc.Arbitrary<unknown> {
    if (body === null) return fc.constant(null);
    return this.isLine(body) ? this.lines(id) : this.values.of(body);
  }

  /** The one operation that takes any command by its name. */
  private isLine(body: JsonSchema): boolean {
    return Object.hasOwn(this.document.resolved(body).properties ?? {}, 'command');
  }

  private lines(own: string): fc.Arbitrary<unknown> {
    const others = this.document.operations.filter(({ id, body }) => body !== null && id !== own);
    return fc.oneof(...others.map((operation) => this.line(operation)));
  }

  private line(operation: Operation): fc.Arbitrary<unknown> {
    return fc
      .tuple(this.inPath(operation), this.values.of(operation.body ?? NOTHING))
      .map(([path, body]) => lineOf(operation.id, Object.values(path)[0], body as Fields));
  }
}

// The day, and when creating the id, stand in the line.
const lineOf = (command: string, named: unknown, { id = named, occurredOn, ...data }: Fields): Fields => ({
  command,
  ...(id !== undefined && { id }),
  ...(occurredOn !== undefined && { occurredOn }),
  data,
});

/** As JSON; nothing for what JSON cannot say. */
const textOf = (value: unknown): string => (value === undefined ? '' : JSON.stringify(value));

// Half a surrogate pair cannot be percent-encoded.
const encoded = (value: unknown): string =>
  encodeURIComponent((typeof value === 'string' ? value : textOf(value)).replace(/\p{Cs}/gu, '\uFFFD'));

/** Longer addresses do not reach a service. */
const LONGEST_URL = 8_000;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

const urlOf = ({ path: template }: Operation, { path, query }: Draft): string => {
  const given = isFields(path) ? path : {};
  const filled = template.replace(/\{([^}]+)\}/gu, (_, name: string) =>
    given[name] === undefined ? '' : encoded(given[name]),
  );
  const asked = Object.entries(isFields(query) ? query : {}).flatMap(([name, value]) =>
    [value].flat().map((one) => `${encoded(name)}=${encoded(one)}`),
  );
  return (asked.length === 0 ? filled : `${filled}?${asked.join('&')}`).slice(0, LONGEST_URL);
};

/** The kind of body that an operation takes, and the draft's as a text of that kind; null for none. */
const bodyIn = ({ takesFile, body }: Operation, draft: Draft): Pick<Request, 'headers' | 'body'> => {
  if (takesFile)
    return {
      headers: { 'content-type': 'text/csv' },
      body: typeof draft.body === 'string' ? draft.body : textOf(draft.body),
    };
  return body === null ? { headers: {}, body: null } : { headers: { 'content-type': json }, body: textOf(draft.body) };
};

export const written = (operation: Operation, draft: Draft, headers: Headers): Request => {
  const told = bodyIn(operation, draft);
  return { method: operation.method, url: urlOf(operation, draft), ...told, headers: { ...told.headers, ...headers } };
};

/** Several drafts of lines as one request. */
export const writtenLines = (operation: Operation, drafts: readonly Draft[], headers: Headers): Request => ({
  method: operation.method,
  url: operation.path,
  headers: { ...headers, 'content-type': ndjson },
  body: drafts.map(({ body }) => textOf(body)).join('\n'),
});

const nested = (levels: number): unknown => {
  let value: unknown = 1;
  for (let level = 0; level < levels; level++) value = level % 2 === 0 ? { a: value } : [value];
  return value;
};

// Anything, and what is too much of it.
const trouble = fc.oneof(
  { weight: 20, arbitrary: anything },
  {
    weight: 1,
    arbitrary: fc.constantFrom<unknown>(
      ...['x'.repeat(5_000), 'ß'.repeat(140_000), nested(31), nested(40), nested(300), -1, -(2 ** 53), 2 ** 63],
      ...[Array.from({ length: 5_000 }, (_, index) => `c${index}`), Array.from({ length: 101 }, () => ({}))],
      ...['\u0000', 'a\u0000b', '\uDFFF\uD800', '2025-02-29', '2026-04-31', '__proto__', '-0', '1e3', '۱۲'],
    ),
  },
);

const changes = changesWith(trouble, { least: 1, most: 4 });

export const mutated = (drafts: fc.Arbitrary<Draft>): fc.Arbitrary<Draft> =>
  fc.tuple(drafts, changes).map(([draft, all]) => changedBy(draft, all));
