// What the headers of a request say.
import type { IncomingHttpHeaders } from 'node:http';
import { randomUUID } from 'node:crypto';

import { InvalidRequest } from './invalid-request';

// Printable ASCII: it becomes part of ids and log lines.
export const COMMAND_ID = /^[\x21-\x7e]{1,200}$/u;

/** `Idempotency-Key`, or a new one. */
export const commandIdOf = (headers: IncomingHttpHeaders): string => {
  const key = headers['idempotency-key'];
  if (key === undefined) return randomUUID();
  if (typeof key === 'string' && COMMAND_ID.test(key)) return key;
  throw new InvalidRequest([
    { pointer: '#', detail: 'The header Idempotency-Key must be 1 to 200 printable characters without a space.' },
  ]);
};

/** `X-Correlation-Id` if it is one that may travel with the events. */
export const correlationIdOf = (headers: IncomingHttpHeaders, otherwise: string): string => {
  const id = headers['x-correlation-id'];
  return typeof id === 'string' && COMMAND_ID.test(id) ? id : otherwise;
};

/** `If-Match: "<revision>"`; null when the sender did not say what they saw. */
export const revisionSeen = ({ 'if-match': seen }: IncomingHttpHeaders): number | null => {
  if (seen === undefined) return null;
  const revision = /^"(-1|\d{1,15})"$/u.exec(seen)?.[1];
  if (revision !== undefined) return Number(revision);
  throw new InvalidRequest([{ pointer: '#', detail: 'The header If-Match must be a revision such as "7".' }]);
};
