// An OpenAPI document as a client reads it: its operations, and what its schemas take.
import type { JsonSchema } from '@zielwerk/contracts';
import { formats } from '@zielwerk/contracts/testing';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020';

type Content = Readonly<Record<string, Readonly<{ schema?: JsonSchema }>>>;
export type Parameter = Readonly<{ name: string; in: 'path' | 'query' | 'header'; schema?: JsonSchema }>;
type DocumentedOperation = Readonly<{
  operationId: string;
  parameters?: readonly Parameter[];
  requestBody?: Readonly<{ content: Content }>;
  responses: Readonly<Record<string, Readonly<{ content?: Content }>>>;
}>;
export type OpenApi = Readonly<{
  paths: Readonly<Record<string, Readonly<Record<string, DocumentedOperation>>>>;
  components: Readonly<{ schemas: Readonly<Record<string, JsonSchema>> }>;
}>;

export type Operation = Readonly<{
  id: string;
  method: string;
  /** `/api/ministries/mwu/measures/{measureId}/plan` */
  path: string;
  parameters: readonly Parameter[];
  /** Null for one that takes no body. */
  body: JsonSchema | null;
  /** Its body is a table as CSV. */
  takesFile: boolean;
  /** By status, the schemas by content type. */
  responses: ReadonlyMap<number, ReadonlyMap<string, JsonSchema>>;
}>;

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;
const ANYTHING: JsonSchema = {};

const schemasIn = (content: Content = {}): ReadonlyMap<string, JsonSchema> =>
  new Map(Object.entries(content).map(([type, { schema = ANYTHING }]) => [type, schema]));

const operationOf = (path: string, method: string, told: DocumentedOperation): Operation => ({
  id: told.operationId,
  method: method.toUpperCase(),
  path,
  parameters: told.parameters ?? [],
  body: schemasIn(told.requestBody?.content).get('application/json') ?? null,
  takesFile: schemasIn(told.requestBody?.content).has('text/csv'),
  responses: new Map(
    Object.entries(told.responses).map(([status, { content }]) => [Number(status), schemasIn(content)]),
  ),
});

/** As a server reads it: what stands there in percent is the letter it means, but never a slash. */
const decoded = (path: string): string => {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
};

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
const routeOf = (path: string): RegExp =>
  new RegExp(
    `^${path
      .split(/\{[^}]+\}/u)
      .map(escaped)
      .join('[^/]+')}$`,
    'u',
  );

export class Document {
  readonly operations: readonly Operation[];
  private readonly routes: readonly Readonly<{ operation: Operation; route: RegExp }>[];
  private readonly ajv = new Ajv2020({
    strict: false,
    allowUnionTypes: true,
    ownProperties: true,
    formats: { ...formats, uuid },
  });
  private readonly compiled = new WeakMap<JsonSchema, ValidateFunction>();

  /** `prefix`: what all paths of the service start with, letter by letter. */
  constructor(
    private readonly told: OpenApi,
    private readonly prefix: string,
  ) {
    this.ajv.addSchema({ $id: 'openapi.json', components: told.components });
    this.operations = Object.entries(told.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => operationOf(path, method, operation)),
    );
    this.routes = this.operations.map((operation) => ({ operation, route: routeOf(operation.path) }));
  }

  /** Null for a request that the document says nothing of. HEAD is answered like GET. */
  operationFor(method: string, url: string): Operation | null {
    if (!url.startsWith(this.prefix)) return null;
    const path = decoded(url.split(/[?#]/u)[0] ?? '');
    const asked = method === 'HEAD' ? 'GET' : method;
    return (
      this.routes.find(({ operation, route }) => operation.method === asked && route.test(path))?.operation ?? null
    );
  }

  component(name: string): JsonSchema {
    const schema = this.told.components.schemas[name];
    if (!schema) throw new Error(`The document has no schema ${name}.`);
    return schema;
  }

  /** The schema itself where there is a reference to one. */
  resolved(schema: JsonSchema): JsonSchema {
    const { $ref } = schema;
    return typeof $ref === 'string' ? this.component($ref.replace('#/components/schemas/', '')) : schema;
  }

  takes(schema: JsonSchema, value: unknown): boolean {
    return this.validatorOf(schema)(value);
  }

  /** Why the schema does not take it; empty when it does. */
  objection(schema: JsonSchema, value: unknown): string {
    const validate = this.validatorOf(schema);
    return validate(value) ? '' : this.ajv.errorsText(validate.errors);
  }

  private validatorOf(schema: JsonSchema): ValidateFunction {
    const known = this.compiled.get(schema);
    if (known) return known;
    // References of a document lead to its components.
    const text = JSON.stringify(schema).replaceAll('"#/components/', '"openapi.json#/components/');
    const validate = this.ajv.compile(JSON.parse(text) as object);
    this.compiled.set(schema, validate);
    return validate;
  }
}
