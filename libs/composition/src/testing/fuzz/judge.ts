// Whether an answer is one that the service's document promises.
import type { Document, Operation } from './document';
import type { Request, Response } from './request';

/** What a service says to a request that its document has no operation for: it cannot be read, nobody may, or nothing is there. */
const NOWHERE: ReadonlySet<number> = new Set([400, 401, 404, 405, 413, 414, 415, 431]);

/** A step of the path, or the whole head, is longer than anything that means something: every operation may say so. */
const TOO_LONG: ReadonlySet<number> = new Set([414, 431]);
const NDJSON = 'application/x-ndjson';
const IS_JSON = /^application\/json\s*(?:;|$)/iu;
const PROBLEM = { $ref: '#/components/schemas/Problem' };

const typeOf = ({ headers }: Response): string => headers['content-type']?.split(';')[0] ?? '';

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

const isPage = (request: Request, response: Response): boolean =>
  typeOf(response) === 'text/html' && String(request.headers.accept).includes('text/html');

/** How many commands the answer says were accepted. */
export const acceptedIn = (response: Response): number => {
  if (response.status === 201) return 1;
  if (response.status !== 200) return 0;
  const answers = response.text.split('\n').map(parsed);
  return answers.filter((one) => (one as { status?: unknown } | undefined | null)?.status === 'accepted').length;
};

type Found = Readonly<{ document: Document; operation: Operation }>;

export class Judge {
  /** Of all services behind the address: a request may end up at another one than it was made for. */
  constructor(private readonly documents: readonly Document[]) {}

  /** What is wrong with the answer, as a sentence; null when nothing is. */
  objection(request: Request, response: Response): string | null {
    if (response.status >= 500) return `answers ${response.status}`;
    const found = this.find(request);
    return (
      undocumented(found, request, response) ??
      (response.status >= 400 ? this.noProblem(request, response) : null) ??
      (found && (wrongBody(found, request, response) ?? tooLenient(found, request, response)))
    );
  }

  private find({ method, url }: Request): Found | null {
    for (const document of this.documents) {
      const operation = document.operationFor(method, url);
      if (operation) return { document, operation };
    }
    return null;
  }

  private noProblem(request: Request, response: Response): string | null {
    if (request.method === 'HEAD' || isPage(request, response)) return null;
    const type = response.headers['content-type'];
    if (type !== 'application/problem+json; charset=utf-8') return `is a failure of type ${String(type)}`;
    const body = parsed(response.text);
    const objection = this.documents[0]?.objection(PROBLEM, body);
    if (objection !== '') return `is no problem: ${String(objection)}`;
    const { status } = body as Readonly<{ status: number }>;
    return status === response.status ? null : `says ${status} in the body and ${response.status} in the header`;
  }
}

const undocumented = (found: Found | null, { method }: Request, { status }: Response): string | null => {
  if (found) {
    const { id, responses } = found.operation;
    return responses.has(status) || TOO_LONG.has(status) ? null : `${id} does not document ${status}`;
  }
  if (NOWHERE.has(status)) return null;
  // Pages, assets and the documentation are for reading only.
  const reads = method === 'GET' || method === 'HEAD';
  return reads && status < 400 ? null : `answers ${status} to ${method} where nothing is documented`;
};

const wrongBody = ({ document, operation }: Found, { method }: Request, response: Response): string | null => {
  if (response.status >= 400 || response.status === 304 || method === 'HEAD') return null;
  const { id, responses } = operation;
  const schema = responses.get(response.status)?.get(typeOf(response));
  if (!schema) return `${id} does not document ${typeOf(response)} for ${response.status}`;
  const bodies = typeOf(response) === NDJSON ? linesOf(response.text) : [parsed(response.text)];
  const objection = bodies.map((body) => document.objection(schema, body)).find((one) => one !== '');
  return objection === undefined ? null : `${id} answers what it does not document: ${objection}`;
};

/** What the document does not take must not be taken. */
const tooLenient = (
  { document, operation }: Found,
  { headers, body }: Request,
  { status }: Response,
): string | null => {
  if (status >= 300 || operation.body === null || !IS_JSON.test(String(headers['content-type']))) return null;
  const objection = document.objection(operation.body, body?.length ? parsed(body.toString()) : {});
  return objection === '' ? null : `${operation.id} accepts what it does not document: ${objection}`;
};

const linesOf = (text: string): readonly unknown[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map(parsed);
