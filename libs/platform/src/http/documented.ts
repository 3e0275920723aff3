// A slice's route in OpenAPI, from the same classes that check it.
import { applyDecorators } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiBody,
  ApiCreatedResponse,
  ApiHeader,
  ApiOperation,
  ApiParam,
  ApiResponse,
  ApiSchema,
} from '@nestjs/swagger';
import type { JsonSchema } from '@zielwerk/contracts';

import type { SliceRoute } from '../commands/slice';

const PROBLEM = { $ref: '#/components/schemas/Problem' };
const problems: Readonly<Record<number, string>> = {
  400: 'The request is malformed; `errors` names each faulty field.',
  401: 'No token, or none that counts here.',
  403: 'Another house, or the role is missing.',
  404: 'No such entity.',
  409: 'What the stream holds forbids it.',
  412: 'If-Match names another revision than the stream is at.',
  413: 'The body is larger than allowed, or holds too many lines.',
  415: 'The body is of a kind that is not read here.',
  422: 'It makes no sense, or the Idempotency-Key was used for another command.',
  429: 'Too many requests; Retry-After says when to come back.',
  503: 'What the service needs is away; Retry-After says when to come back.',
};

export const problemResponses = (...statuses: number[]): MethodDecorator =>
  applyDecorators(
    ...statuses.map((status) =>
      ApiResponse({
        status,
        description: problems[status] ?? '',
        content: { 'application/problem+json': { schema: PROBLEM } },
      }),
    ),
  );

export const documented = ({ command, summary, param, body, contract, roles }: SliceRoute): MethodDecorator => {
  const { title, ...schema }: JsonSchema = contract.schema;
  // The keys of a JSON Schema are carried into the component as they are.
  ApiSchema({ name: String(title), ...schema })(body);
  return applyDecorators(
    ApiOperation({ operationId: command, summary, description: `Roles: ${roles.join(', ')}.` }),
    ApiBearerAuth('token'),
    ...(param === null ? [] : [ApiParam({ name: param, schema: { type: 'string', format: 'uuid' } })]),
    ApiHeader({
      name: 'Idempotency-Key',
      required: false,
      description: 'The same command again gets the same receipt.',
    }),
    ApiHeader({ name: 'If-Match', required: false, description: 'The revision that was seen, in quotes.' }),
    ApiBody({ type: body }),
    ApiCreatedResponse({
      description: 'Recorded, and durable.',
      headers: { ETag: { description: 'The revision, in quotes.', schema: { type: 'string' } } },
      schema: { $ref: '#/components/schemas/Receipt' },
    }),
    problemResponses(400, 401, 403, 404, 409, 412, 413, 415, 422, 429, 503),
  );
};
