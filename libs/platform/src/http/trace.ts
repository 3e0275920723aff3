import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** What a request is called in the log: as the sender or the tracing calls it, else by chance. */
export const traceIdOf = ({ 'x-request-id': id, traceparent }: IncomingHttpHeaders): string => {
  if (typeof id === 'string' && /^[\w.:/-]{1,128}$/u.test(id)) return id;
  const trace = typeof traceparent === 'string' ? /^[\da-f]{2}-([\da-f]{32})-/u.exec(traceparent)?.[1] : undefined;
  return trace ?? randomUUID();
};
