// One port for any number of services: a request belongs to the service whose prefix its path starts with.
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';

import type { Service } from '../services/service';
import { answerForAll } from './whole-state';

const HOUSE = /^\/api\/ministries\/[a-z]+(?=[/?]|$)/u;

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const handlerOf = (app: Service['app']): Handler => {
  const fastify = app.getHttpAdapter().getInstance();
  return (request, response) => fastify.routing(request, response);
};

/** Prefixes are those of houses; what belongs to no house goes to the service without a prefix, or to the only one. */
const dispatch = (services: readonly Service[]): Handler => {
  const handlers = new Map(services.map(({ prefix, app }) => [prefix, handlerOf(app)]));
  const [only] = handlers.values();
  const rest = handlers.get('') ?? only;
  return (request, response) => {
    const [prefix = ''] = HOUSE.exec(request.url ?? '') ?? [];
    (handlers.get(prefix) ?? rest)?.(request, response);
  };
};

const PROBLEM_JSON = 'application/problem+json; charset=utf-8';
const IDLE_MS = 5_000;
/** What waits for longer, for a database that is away, is told so: whoever stops a service has its own patience. */
const PATIENCE_MS = 8_000;
const LAST_WORDS_MS = 500;

export type Front = Readonly<{ url: string; close: () => Promise<void> }>;

/** `patienceMs`: how long `close` lets requests wait before it answers them itself. */
type Place = Readonly<{ host: string; port: number; patienceMs?: number }>;

/** Listens; rejects when the port is taken. `close` accepts nothing new and ends once every accepted request is answered. */
export const listen = (services: readonly Service[], { host, port, patienceMs = PATIENCE_MS }: Place) =>
  new Promise<Front>((resolve, reject) => {
    const handle = dispatch(services);
    const unanswered = new Set<ServerResponse>();
    const server = createServer({ keepAliveTimeout: IDLE_MS }, (request, response) => {
      // A busy connection would never become idle: its next answer is its last.
      if (!server.listening) response.setHeader('connection', 'close');
      unanswered.add(response);
      response.once('close', () => unanswered.delete(response));
      if (!answerForAll(services, request, response)) handle(request, response);
    });
    server.on('clientError', refuseUnread);
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      reject(
        taken ? new Error(`Port ${port} of ${host} is in use; choose another with --port or ZIELWERK_PORT.`) : error,
      );
    });
    server.listen(port, host, () => {
      const { address, port: taken, family } = server.address() as AddressInfo;
      const name = family === 'IPv6' ? `[${address}]` : address;
      resolve({ url: `http://${name}:${taken}`, close: () => closed(server, unanswered, patienceMs) });
    });
  });

const UNREAD: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};

/** What is no HTTP, or not all of it, reaches no service; the answer is a problem all the same. */
const refuseUnread = ({ code = '' }: NodeJS.ErrnoException, socket: Duplex): void => {
  if (!socket.writable || code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const line = UNREAD[code] ?? '400 Bad Request';
  const status = Number(line.slice(0, 3));
  const problem = { type: '/problems/malformed-request', title: 'Malformed request', status, traceId: randomUUID() };
  const head = [`HTTP/1.1 ${line}`, 'connection: close', `content-type: ${PROBLEM_JSON}`];
  const body = JSON.stringify(problem);
  socket.end([...head, `content-length: ${body.length}`, '', body].join('\r\n'));
};

const closed = (server: Server, unanswered: ReadonlySet<ServerResponse>, patienceMs: number): Promise<void> =>
  new Promise((resolve) => {
    const patience = setTimeout(() => {
      for (const response of unanswered) giveUp(response);
      setTimeout(() => server.closeAllConnections(), LAST_WORDS_MS).unref();
    }, patienceMs);
    server.close(() => {
      clearTimeout(patience);
      resolve();
    });
    server.closeIdleConnections();
  });

/** The sender is not left in the dark: whether a command took effect shows when it is sent again under the same id. */
const giveUp = (response: ServerResponse): void => {
  if (response.headersSent) return;
  const detail = 'The service is stopping; whether the request took effect is not known. Send it again as it was.';
  const problem = { type: '/problems/unavailable', title: 'Unavailable', status: 503, detail, traceId: randomUUID() };
  const headers = { 'content-type': PROBLEM_JSON, connection: 'close', 'retry-after': '1' };
  response.writeHead(503, headers).end(JSON.stringify(problem));
};
