// OpenAPI from the classes that check requests.
import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;

const fault = {
  type: 'object',
  required: ['pointer', 'detail'],
  properties: {
    pointer: { type: 'string', description: 'A JSON pointer into the request.' },
    detail: { type: 'string' },
  },
};

const schemas: Schemas = {
  Problem: {
    type: 'object',
    description: 'RFC 9457.',
    required: ['type', 'title', 'status', 'traceId'],
    properties: {
      type: { type: 'string', description: '/problems/ and the code of the refusal.' },
      title: { type: 'string' },
      status: { type: 'integer' },
      detail: { type: 'string' },
      errors: { type: 'array', items: fault },
      traceId: { type: 'string', description: 'Finds the failure in the log of the service.' },
    },
  },
  LineAnswer: {
    type: 'object',
    required: ['commandId', 'status'],
    properties: { commandId: { type: ['string', 'null'] as never, description: 'Null when it cannot be told.' } },
    oneOf: [
      {
        required: ['stream', 'revision'],
        properties: { status: { enum: ['accepted'] }, stream: { type: 'string' }, revision: { type: 'integer' } },
      },
      {
        required: ['problem'],
        properties: { status: { enum: ['rejected'] }, problem: { $ref: '#/components/schemas/Problem' } },
      },
    ],
  },
  Receipt: {
    type: 'object',
    required: ['stream', 'revision'],
    properties: {
      stream: { type: 'string' },
      revision: { type: 'integer', description: 'Where the stream stands after the command.' },
    },
  },
};

const EVERYWHERE =
  'Every failure is a problem (RFC 9457). Beside what its operation lists, a request may be answered 400 when its address ' +
  'cannot be read, 401 when its token does not count, 404 when the path is nowhere, 405 when the path has no such method, ' +
  'and 414 or 431 when it, or all headers together, are too long.';

// 3.1 is the first OpenAPI whose schemas are JSON Schema, so ours go in as they are.
export const openApiOf = (app: INestApplication, title: string): OpenAPIObject => {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle(title)
    .setDescription(EVERYWHERE)
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' }, 'token')
    .build();
  const document = SwaggerModule.createDocument(app, config);
  return {
    ...document,
    components: { ...document.components, schemas: { ...document.components?.schemas, ...schemas } },
  };
};
