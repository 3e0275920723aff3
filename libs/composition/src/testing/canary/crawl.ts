// Reads whatever services answer to a reader: every route with everything that exists, every list to its end, every page.

import type { Service } from '../../services/service';
import type { Operation, Parameter } from '../fuzz/document';
import { Document, type OpenApi } from '../fuzz/document';

export type Reader = Readonly<{ name: string; headers: Readonly<Record<string, string>> }>;
/** `route`: what was asked, without what it was asked about. */
export type Answer = Readonly<{ route: string; url: string; status: number; text: string; body: unknown }>;

const PAGE_SIZE = 500;
/** Waits for an event and says nothing of it. */
const WAITING = 'after';

const SERVED_TO_ALL = ['/docs', '/docs/openapi.json', '/health/live', '/health/ready', '/metrics'];

type Asked = Readonly<{ route: string; url: string; accept?: string }>;

export class Crawl {
  private constructor(
    private readonly service: Service,
    private readonly document: Document,
    /** Ids, streams, places and codes: whatever a route or a parameter may be about. */
    private readonly known: readonly string[],
  ) {}

  static async of(service: Service, known: readonly string[]): Promise<Crawl> {
    const { prefix, name } = service;
    const told = await service.app.inject({ url: `${prefix === '' ? `/api/${name}` : prefix}/docs/openapi.json` });
    return new Crawl(service, new Document(told.json<OpenApi>(), prefix), known);
  }

  /** What the reader gets an answer to when it is asked about everything there is. */
  async hits(reader: Reader): Promise<readonly Asked[]> {
    const hits: Asked[] = [];
    for (const asked of this.reading.flatMap((operation) => this.about(operation)))
      if ((await this.ask(reader, asked)).status === 200) hits.push(asked);
    return hits;
  }

  /** The answers to all of them, each list to its end; then what is served without a document. */
  async *read(reader: Reader, hits: readonly Asked[]): AsyncGenerator<Answer> {
    for (const asked of hits) yield* this.toTheEnd(reader, asked);
    const { prefix } = this.service;
    for (const path of SERVED_TO_ALL) yield await this.ask(reader, { route: prefix + path, url: prefix + path });
  }

  /** Every list, asked for each value of each parameter. */
  filtered(): readonly Asked[] {
    return this.reading.flatMap(({ path, parameters }) =>
      path.includes('{') ? [] : parameters.flatMap((parameter) => this.filters(path, parameter)),
    );
  }

  /** The lists that are searched with free text, with the name of the parameter. */
  searches(): readonly Readonly<{ path: string; name: string }>[] {
    return this.reading.flatMap(({ path, parameters }) =>
      parameters.filter(isFreeText).map(({ name }) => ({ path, name })),
    );
  }

  /** All pages that are linked from the first one, and those of the same name as a route of the documented ones. */
  async *pages(reader: Reader, hits: readonly Asked[]): AsyncGenerator<Answer> {
    const waiting = new Set([
      '/',
      ...hits.filter(({ url }) => !url.startsWith('/health')).map(({ url }) => url.replace(/^\/api\/[a-z]+/u, '')),
    ]);
    // A set goes on with what is added while it is gone through.
    for (const url of waiting) {
      const answer = await this.ask(reader, { route: `page ${pageOf(url)}`, url, accept: 'text/html' });
      for (const link of linksIn(answer.text)) if (!isDocumented(link)) waiting.add(link);
      yield answer;
    }
  }

  async ask({ headers }: Reader, { route, url, accept }: Asked): Promise<Answer> {
    const sent = { ...headers, ...(accept !== undefined && { accept }) };
    const response = await this.service.app.inject({ url, headers: sent });
    const { statusCode: status, body: text, headers: told } = response;
    const isJson = String(told['content-type']).startsWith('application/json');
    const body: unknown = isJson ? response.json() : null;
    return { route, url, status, text: `${JSON.stringify(told)}\n${text}`, body };
  }

  private async *toTheEnd(reader: Reader, asked: Asked): AsyncGenerator<Answer> {
    for (let cursor: unknown = ''; typeof cursor === 'string';) {
      const more = cursor === '' ? '' : `${asked.url.includes('?') ? '&' : '?'}cursor=${cursor}`;
      const answer = await this.ask(reader, { ...asked, url: asked.url + more });
      yield answer;
      cursor = (answer.body as Readonly<{ cursor?: unknown }> | null)?.cursor;
    }
  }

  private get reading(): readonly Operation[] {
    return this.document.operations.filter(({ method }) => method === 'GET');
  }

  private about({ path, parameters }: Operation): readonly Asked[] {
    const inPath = parameters.filter((parameter) => parameter.in === 'path');
    const sized = parameters.some(({ name }) => name === 'limit') ? `?limit=${PAGE_SIZE}` : '';
    if (inPath.length === 0) return [{ route: path, url: path + sized }];
    const [{ schema = {} } = {}] = inPath;
    const listed = Array.isArray(schema.enum) ? (schema.enum as readonly string[]) : this.known;
    return listed.filter(isText).map((value) => ({ route: path, url: path.replace(/\{[^}]+\}/gu, value) }));
  }

  private filters(path: string, parameter: Parameter): readonly Asked[] {
    const { name, schema = {} } = parameter;
    if (parameter.in !== 'query' || name === WAITING || isFreeText(parameter)) return [];
    const listed = Array.isArray(schema.enum) ? (schema.enum as readonly string[]) : this.known;
    return listed
      .filter((value) => this.document.takes(schema, value))
      .map((value) => ({ route: `${path}?${name}`, url: `${path}?${name}=${encodeURIComponent(value)}` }));
  }
}

/** A workbook is compressed: what it says stands in the same tables as text. */
const isText = (file: string): boolean => !file.endsWith('.xlsx');

const isFreeText = ({ schema = {} }: Parameter): boolean => String(schema.pattern).includes('\\p{');

const isDocumented = (link: string): boolean => /^\/(?:api|docs|health)(?:[/?]|$)/u.test(link);

const linksIn = (html: string): readonly string[] =>
  [...html.matchAll(/href="(\/[^"#]*)/gu)].flatMap(([, link]) => link?.replaceAll('&amp;', '&') ?? []);

/** Without what it is about. */
const pageOf = (url: string): string => url.split('?')[0]?.replace(/[0-9a-f-]{36}(?:@\d+)?/gu, '{id}') ?? '';
