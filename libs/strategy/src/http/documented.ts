import { applyDecorators } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiQuery, ApiResponse } from '@nestjs/swagger';
import { type Class, contractOf, type JsonSchema } from '@zielwerk/contracts';

const PROBLEM = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
const problem = (status: number, description: string) => ApiResponse({ status, description, content: PROBLEM });

const AS_OF = {
  type: 'object',
  description: 'The state the answer is true of: the day, and the last offset read of each ministry.',
  required: ['day', 'positions'],
  properties: {
    day: { type: 'string', format: 'date' },
    positions: { type: 'object', additionalProperties: { type: 'integer' } },
  },
};
const PAGE = { items: { type: 'array', items: { type: 'object' } }, cursor: { type: ['string', 'null'] } };

/** A field that may be left out may also be null; in an address there is no null. */
const withoutNull = ({ enum: values, ...schema }: JsonSchema): JsonSchema => ({
  ...schema,
  type: 'string',
  ...(Array.isArray(values) && { enum: values.filter((value) => value !== null) }),
});

type Read = Readonly<{
  id: string;
  summary: string;
  parameters: Class;
  answers: 'a page' | 'one';
  /** The media types of files that it answers beside JSON. */
  files?: readonly string[];
}>;

/** A file has no schema. */
const FILE = {};

/** A route of the read API in OpenAPI: its parameters come from the class that checks them. */
export const documented = ({ id, summary, parameters, answers, files = [] }: Read): MethodDecorator => {
  const { properties = {} } = contractOf(parameters).schema as { properties?: Readonly<Record<string, JsonSchema>> };
  return applyDecorators(
    ApiOperation({ operationId: id, summary }),
    ApiBearerAuth('token'),
    ...Object.entries(properties).map(([name, schema]) =>
      ApiQuery({ name, required: false, schema: withoutNull(schema) }),
    ),
    ApiOkResponse({
      description: 'Without a token only what is public.',
      headers: {
        ETag: { description: 'Changes with the state, the day and the audience.', schema: { type: 'string' } },
      },
      content: {
        'application/json': {
          schema: {
            type: 'object',
            required: ['asOf'],
            properties: { asOf: AS_OF, stale: { type: 'boolean' }, ...(answers === 'a page' && PAGE) } as never,
          },
        },
        ...Object.fromEntries(files.map((type) => [type, FILE])),
      },
    }),
    ApiResponse({ status: 304, description: 'If-None-Match names what would be answered.' }),
    problem(400, 'A parameter is unknown or has a bad value; `errors` names it.'),
    problem(401, 'The token does not count here.'),
    ...(answers === 'one' ? [problem(404, 'There is none that this reader may see.')] : []),
    problem(503, 'The database is away, or its rows are just being made anew; Retry-After says when to ask again.'),
  );
};
