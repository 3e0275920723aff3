// Commands whose every text is a word, most of which will be refused: what a service logs of them must hold none.
import fc from 'fast-check';

import type { Service } from '../../services/service';
import { Document, type OpenApi, type Operation } from '../fuzz/document';
import { Drafts, mutated, written } from '../fuzz/requests';
import type { Request } from '../fuzz/request';
import { SchemaValues } from '../fuzz/values';
import type { Vocabulary } from '../fuzz/vocabulary';
import { spoken } from './seed';
import type { Words } from './words';

const SEED = 20261123;
const EACH = 2;

type Speaking = Readonly<{ words: Words; vocabulary: Vocabulary; token: string }>;

/** Valid, changed and broken requests for each operation that takes a body. */
const requestsFor = (operation: Operation, document: Document, { words, vocabulary, token }: Speaking): Request[] => {
  const word = () => words.make(`a text of ${operation.id}`, 'public');
  const drafts = new Drafts(document, new SchemaValues(document, vocabulary)).of(operation);
  const headers = { authorization: `Bearer ${token}` };
  const takes = (body: object) => document.takes(operation.body ?? {}, body);
  const full = drafts.map((draft) => ({ ...draft, body: spoken(draft.body as object, takes, word) }));
  const made = [full, mutated(full)].flatMap((kind) => fc.sample(kind, { numRuns: EACH, seed: SEED }));
  const requests = made.map((draft) => written(operation, draft, headers));
  const [first] = requests;
  return first === undefined
    ? []
    : [
        ...requests,
        { ...first, body: `{"text":"${word()}"` },
        { ...first, body: `{"${word()}":1}` },
        { ...first, url: `${first.url}/${word()}?q=${word()}` },
        { ...first, headers: { 'content-type': 'application/json', authorization: `Bearer ${word()}` } },
      ];
};

/** Answers the statuses, by how often each was answered. */
export const speak = async (service: Service, speaking: Speaking): Promise<ReadonlyMap<number, number>> => {
  const told = await service.app.inject({ url: `${service.prefix}/docs/openapi.json` });
  const document = new Document(told.json<OpenApi>(), service.prefix);
  const statuses = new Map<number, number>();
  for (const operation of document.operations.filter(({ body }) => body !== null))
    for (const { method, url, headers, body } of requestsFor(operation, document, speaking)) {
      const asked = { method: method as 'POST', url, headers: headers as Record<string, string> };
      const { statusCode } = await service.app.inject({ ...asked, payload: body ?? '' });
      statuses.set(statusCode, (statuses.get(statusCode) ?? 0) + 1);
    }
  return statuses;
};
