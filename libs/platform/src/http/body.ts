// How a body becomes data: strictly, and within limits.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isUtf8 } from 'node:buffer';

import { InvalidRequest, UnsupportedMediaType } from './invalid-request';

/** In bytes. */
export const BODY_LIMIT = 256 * 1024;
export const NDJSON_LIMIT = 10 * 1024 * 1024;
export const UPLOAD_LIMIT = 10 * 1024 * 1024;
export const FILE_TYPES = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
const MOST_DEPTH = 32;

/** Many commands, a JSON text a line. */
export class Ndjson {
  constructor(readonly text: string) {}
}

/** A table, or a workbook of tables. */
export class UploadedFile {
  constructor(
    readonly type: 'csv' | 'xlsx',
    readonly bytes: Uint8Array,
  ) {}
}

const malformed = (detail: string): InvalidRequest => new InvalidRequest([{ pointer: '#', detail }]);

/** Throws InvalidRequest for what is no JSON, nested too deeply, or meant to change what every object inherits. */
export const parseJson = (text: string): unknown => {
  if (isTooDeep(text)) throw malformed(`The JSON is nested more than ${MOST_DEPTH} levels deep.`);
  const value = parsed(text);
  // Most texts do not even hold the word; in the others a string may, but a field must not.
  if (POISON.test(text)) refusePoison(value);
  return value;
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw malformed('The body is not JSON.');
  }
};

// Also as escapes: "\u005f_proto__" names the same field.
const POISON = /__proto__|\\u/u;

const refusePoison = (value: unknown): void => {
  if (typeof value !== 'object' || value === null) return;
  if (Object.hasOwn(value, '__proto__')) throw malformed('__proto__ is not a field anywhere.');
  for (const part of Object.values(value)) refusePoison(part);
};

const [QUOTE, BACKSLASH] = [0x22, 0x5c];
const OPENING: ReadonlySet<number> = new Set([0x5b, 0x7b]);
const CLOSING: ReadonlySet<number> = new Set([0x5d, 0x7d]);

const isTooDeep = (text: string): boolean => {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfString(text, at);
    else if (OPENING.has(code) && ++depth > MOST_DEPTH) return true;
    else if (CLOSING.has(code)) depth--;
  }
  return false;
};

const endOfString = (text: string, from: number): number => {
  let end = text.indexOf('"', from + 1);
  while (end !== -1 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end === -1 ? text.length : end;
};

const isEscaped = (text: string, at: number): boolean => {
  let slashes = 0;
  while (text.charCodeAt(at - 1 - slashes) === BACKSLASH) slashes++;
  return slashes % 2 === 1;
};

const textIn = (body: Buffer): string => {
  if (!isUtf8(body)) throw malformed('The body is not UTF-8.');
  return body.toString('utf8');
};

type Done = (error: Error | null, body?: unknown) => void;

const reading =
  (read: (body: Buffer, request: FastifyRequest) => unknown) =>
  (request: FastifyRequest, body: string | Buffer, done: Done): void => {
    try {
      done(null, read(body as Buffer, request));
    } catch (error) {
      done(error as Error);
    }
  };

const onlyAt = (place: string, what: string, { routeOptions }: FastifyRequest): void => {
  if (!routeOptions.url?.endsWith(place)) throw new UnsupportedMediaType(`${what} read at ${place} only.`);
};

/** JSON everywhere, NDJSON at /commands, tables at /bundle, nothing else anywhere. An empty JSON body is `{}`. */
export const acceptBodies = (fastify: FastifyInstance): void => {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: BODY_LIMIT },
    reading((body) => (body.length === 0 ? {} : parseJson(textIn(body)))),
  );
  fastify.addContentTypeParser(
    'application/x-ndjson',
    { parseAs: 'buffer', bodyLimit: NDJSON_LIMIT },
    reading((body, request) => {
      onlyAt('/commands', 'NDJSON is', request);
      return new Ndjson(textIn(body));
    }),
  );
  for (const [type, mediaType] of Object.entries(FILE_TYPES))
    fastify.addContentTypeParser(
      mediaType,
      { parseAs: 'buffer', bodyLimit: UPLOAD_LIMIT },
      reading((body, request) => {
        onlyAt('/bundle', 'Tables are', request);
        return new UploadedFile(type as UploadedFile['type'], body);
      }),
    );
};
