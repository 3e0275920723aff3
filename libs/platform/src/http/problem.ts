// Every failure as RFC 9457 says it.
import { HttpException } from '@nestjs/common';
import type { Fault } from '@zielwerk/contracts';
import { CorruptEvent, type RejectionKind, StaleStream, StoreUnavailable, Unavailable } from '@zielwerk/kernel';

import { maySoonBeKnown } from '../known/facts';
import { CommandIdReused, HistoryNotReadable, Rejected } from '../commands/order';
import { Unauthenticated } from '../identity/permission';
import { IdentityUnavailable } from '../identity/token-verifier';
import { InvalidRequest, TooLarge, UnsupportedMediaType } from './invalid-request';
import { MethodNotAllowed } from './known-routes';
import { TooManyRequests } from './rate-limit';

/** What a client reads of a failure. `traceId` finds it in the log. */
export type Problem = Readonly<{
  type: string;
  title: string;
  status: number;
  detail?: string;
  errors?: readonly Fault[];
  traceId: string;
}>;

/** A kebab-case condition: one of a few hundred. */
export const codeOf = ({ type }: Pick<Problem, 'type'>): string => type.slice(TYPES.length);

/** A problem before it belongs to a request. `headers` go with it when it is the answer to a request of its own. */
type Reading = Readonly<{
  code: string;
  status: number;
  detail?: string;
  errors?: readonly Fault[];
  headers?: Readonly<Record<string, string>>;
}>;

const STATUS: Readonly<Record<RejectionKind, number>> = {
  'not-found': 404,
  conflict: 409,
  invalid: 422,
  forbidden: 403,
};
const TYPES = '/problems/';
const SOON = { 'retry-after': '1' };
const BUSY = 'stream-busy';

type ErrorClass<E> = abstract new (...args: never[]) => E;
type Reader = Readonly<{ of: ErrorClass<Error>; read: (error: never) => Reading }>;
const reading = <E extends Error>(of: ErrorClass<E>, read: (error: E) => Reading): Reader => ({ of, read });

const READERS: readonly Reader[] = [
  reading(Rejected, ({ rejection }) => ({
    code: rejection.code,
    status: STATUS[rejection.kind],
    detail: rejection.detail,
    ...((maySoonBeKnown(rejection) || rejection.code === BUSY) && { headers: SOON }),
  })),
  reading(InvalidRequest, ({ faults }) => ({ code: 'invalid-request', status: 400, errors: faults })),
  reading(Unauthenticated, ({ wasSent, message }) => ({
    code: 'unauthenticated',
    status: 401,
    detail: message,
    headers: { 'www-authenticate': `Bearer realm="zielwerk"${wasSent ? ', error="invalid_token"' : ''}` },
  })),
  reading(StaleStream, ({ message }) => ({ code: 'stale-revision', status: 412, detail: message })),
  reading(CommandIdReused, ({ message }) => ({ code: 'idempotency-key-reused', status: 422, detail: message })),
  reading(TooManyRequests, ({ retryAfter, message }) => ({
    ...{ code: 'too-many-requests', status: 429, detail: message },
    headers: { 'retry-after': String(retryAfter) },
  })),
  reading(TooLarge, ({ message }) => ({ code: 'too-large', status: 413, detail: message })),
  reading(UnsupportedMediaType, ({ message }) => ({ code: 'unsupported-media-type', status: 415, detail: message })),
  reading(MethodNotAllowed, ({ allowed }) => ({
    ...{ code: 'method-not-allowed', status: 405, detail: `Allowed here: ${allowed.join(', ')}.` },
    headers: { allow: allowed.join(', ') },
  })),
  reading(HistoryNotReadable, () => ({
    code: 'history-not-readable',
    status: 503,
    detail: 'This version of the service cannot read all of the history; nothing was recorded.',
  })),
  reading(CorruptEvent, () => ({
    code: 'history-not-readable',
    status: 503,
    detail: 'A stored event is damaged; nothing was recorded.',
  })),
  reading(StoreUnavailable, () => ({
    code: 'store-unavailable',
    status: 503,
    detail: 'The event store does not answer. Send the same command again, under the same id: it takes effect once.',
    headers: SOON,
  })),
  reading(Unavailable, () => ({
    ...{ code: 'unavailable', status: 503, headers: SOON },
    detail: 'What is needed for an answer cannot be reached just now.',
  })),
  reading(IdentityUnavailable, ({ message }) => ({
    ...{ code: 'identity-unavailable', status: 503, detail: message },
    headers: SOON,
  })),
  reading(HttpException, (error) => ofStatus(error.getStatus())),
];

const CODES: Readonly<Record<number, string>> = {
  400: 'malformed-request',
  404: 'not-found',
  413: 'too-large',
  415: 'unsupported-media-type',
  503: 'unavailable',
};

/** What Nest and Fastify refuse on their own; their words may show what is behind, so only the status is kept. */
const ofStatus = (status: number): Reading => {
  const code = CODES[status];
  if (code !== undefined) return { code, status };
  return status >= 400 && status < 500
    ? { code: 'malformed-request', status }
    : { code: 'internal-error', status: 500 };
};

const readingOf = (error: unknown): Reading =>
  READERS.find(({ of }) => error instanceof of)?.read(error as never) ?? ofStatus(500);

const titleOf = (code: string): string => code.charAt(0).toUpperCase() + code.slice(1).replaceAll('-', ' ');

/** The problem, and the headers that go with it. An error nobody foresaw is an `internal-error` that tells nothing. */
export const problemOf = (
  error: unknown,
  traceId: string,
): Readonly<{ problem: Problem; headers: Readonly<Record<string, string>> }> => {
  const { code, headers = {}, ...rest } = readingOf(error);
  return { problem: { type: TYPES + code, title: titleOf(code), ...rest, traceId }, headers };
};
