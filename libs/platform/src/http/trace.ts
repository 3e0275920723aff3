// What a request is called in the log, and in the problem that answers it.
import { randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

// Digits of a number and nothing that could be a name: it is written into the log.
const REQUEST_ID = /^[\da-f-]{1,64}$/iu;

/** As W3C Trace Context has them. */
export const newTraceId = (): string => randomBytes(16).toString('hex');

/** As the sender or the tracing calls it, else by chance. */
export const traceIdOf = ({ 'x-request-id': id, traceparent }: IncomingHttpHeaders): string => {
  if (typeof id === 'string' && REQUEST_ID.test(id)) return id;
  const sent = typeof traceparent === 'string' ? /^[\da-f]{2}-([\da-f]{32})-/u.exec(traceparent)?.[1] : undefined;
  return sent ?? newTraceId();
};
