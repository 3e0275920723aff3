// The documentation a service carries with it: a plain page for people, OpenAPI for machines.
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { openApiOf } from './open-api';

type Operation = Readonly<{ operationId?: string; summary?: string; description?: string }>;

/** `<prefix>/docs` and `<prefix>/docs/openapi.json`, made when somebody first asks. */
export const serveDocs = (app: NestFastifyApplication, title: string, prefix: string): void => {
  let made: OpenAPIObject | undefined;
  const document = () => (made ??= openApiOf(app, title));
  const fastify = app.getHttpAdapter().getInstance();
  fastify.get(`${prefix}/docs/openapi.json`, (_: FastifyRequest, reply: FastifyReply) => reply.send(document()));
  fastify.get(`${prefix}/docs`, (_: FastifyRequest, reply: FastifyReply) =>
    reply.type('text/html; charset=utf-8').send(page(title, `${prefix}/docs/openapi.json`, document())),
  );
};

const page = (title: string, link: string, { paths }: OpenAPIObject): string => {
  const rows = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods as Readonly<Record<string, Operation>>).map(
      ([method, { operationId = '', summary = '', description = '' }]) =>
        `<tr><td><code>${escaped(`${method.toUpperCase()} ${path}`)}</code></td>` +
        `<td>${escaped(operationId)}</td><td>${escaped(`${summary} ${description}`)}</td></tr>`,
    ),
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title>
<style>body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:72rem;padding:0 1rem}table{border-collapse:collapse}
td,th{border-bottom:1px solid #ccc;padding:.4rem .8rem;text-align:left;vertical-align:top}</style></head>
<body><h1>${escaped(title)}</h1><p>For machines: <a href="${escaped(link)}">OpenAPI 3.1</a>.</p>
<table><thead><tr><th>Route</th><th>Name</th><th>What it does</th></tr></thead><tbody>
${rows.join('\n')}
</tbody></table></body></html>
`;
};

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/gu, (character) => ENTITIES[character] ?? '');
