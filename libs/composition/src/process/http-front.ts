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

const IDLE_MS = 5_000;
/** Then what is still open is cut: whoever stops a service has its own patience. */
const CLOSED_WITHIN_MS = 8_000;

export type Front = Readonly<{ url: string; close: () => Promise<void> }>;

/** Listens; rejects when the port is taken. `close` accepts nothing new and ends once every accepted request is answered. */
export const listen = (services: readonly Service[], { host, port }: Readonly<{ host: string; port: number }>) =>
  new Promise<Front>((resolve, reject) => {
    const handle = dispatch(services);
    const server = createServer({ keepAliveTimeout: IDLE_MS }, (request, response) => {
      // A busy connection would never become idle: its next answer is its last.
      if (!server.listening) response.setHeader('connection', 'close');
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
      resolve({ url: `http://${name}:${taken}`, close: () => closed(server) });
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
  const head = [`HTTP/1.1 ${line}`, 'connection: close', 'content-type: application/problem+json; charset=utf-8'];
  const body = JSON.stringify(problem);
  socket.end([...head, `content-length: ${body.length}`, '', body].join('\r\n'));
};

const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    const patience = setTimeout(() => server.closeAllConnections(), CLOSED_WITHIN_MS);
    server.close(() => {
      clearTimeout(patience);
      resolve();
    });
    server.closeIdleConnections();
  });
