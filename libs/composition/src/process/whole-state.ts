// What a process that holds several services answers for all of them: whether they are ready, and where their docs are.
import type { IncomingMessage, ServerResponse } from 'node:http';

import type { Service } from '../services/service';

type Health = Readonly<{ status: 'up' | 'down'; checks: Readonly<Record<string, unknown>> }>;

const JSON_TYPE = 'application/json; charset=utf-8';
const HTML_TYPE = 'text/html; charset=utf-8';

const readyOf = async ({ name, prefix, app }: Service): Promise<readonly [string, Health]> => [
  name,
  (await app.inject({ url: `${prefix}/health/ready` })).json<Health>(),
];

const ready = async (services: readonly Service[]) => {
  const all = await Promise.all(services.map(readyOf));
  const up = all.every(([, { status }]) => status === 'up');
  const body = { status: up ? 'up' : 'down', services: Object.fromEntries(all) };
  return { status: up ? 200 : 503, type: JSON_TYPE, body: JSON.stringify(body) };
};

const docsOf = ({ name, prefix }: Service) => {
  const place = `${prefix === '' ? `/api/${name}` : prefix}/docs`;
  return `<li><a href="${place}">${name}</a> (<a href="${place}/openapi.json">OpenAPI 3.1</a>)</li>`;
};

const docs = (services: readonly Service[]) =>
  Promise.resolve({
    status: 200,
    type: HTML_TYPE,
    body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Zielwerk: interfaces</title><link rel="icon" href="data:,"></head><body style="font:16px/1.5 system-ui;margin:2rem auto;max-width:40rem;padding:0 1rem">
<h1>Interfaces</h1><ul>${services.map(docsOf).join('\n')}</ul></body></html>`,
  });

type Answer = Readonly<{ status: number; type: string; body: string }>;
const ANSWERS: Readonly<Record<string, (services: readonly Service[]) => Promise<Answer>>> = {
  '/health/live': () => Promise.resolve({ status: 200, type: JSON_TYPE, body: '{"status":"up"}' }),
  '/health/ready': ready,
  '/docs': docs,
};

/** Answers for all services, or says false when the request is one service's own. */
export const answerForAll = (
  services: readonly Service[],
  request: IncomingMessage,
  response: ServerResponse,
): boolean => {
  const [path = ''] = (request.url ?? '').split('?');
  const answer =
    services.length > 1 && request.method === 'GET' && Object.hasOwn(ANSWERS, path) ? ANSWERS[path] : undefined;
  if (!answer) return false;
  answer(services)
    .then(({ status, type, body }) => {
      response.writeHead(status, { 'content-type': type, 'cache-control': 'no-cache' }).end(body);
    })
    .catch(() => response.writeHead(503).end());
  return true;
};
