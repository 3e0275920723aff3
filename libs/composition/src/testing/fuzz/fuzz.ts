// Thousands of requests to one service, the same ones for the same state: a third valid, a third changed, a third hostile.
import fc from 'fast-check';
import { setImmediate as breathe } from 'node:timers/promises';

import type { Document, Operation } from './document';
import { twists } from './hostile';
import { acceptedIn, Judge } from './judge';
import { curl, HttpClient, type Request, type Response } from './request';
import { type Draft, Drafts, mutated, written, writtenLines } from './requests';
import { SchemaValues } from './values';
import type { Vocabulary } from './vocabulary';

export type Fuzzed = Readonly<{
  name: string;
  origin: string;
  document: Document;
  /** Of all services behind the address. */
  documents: readonly Document[];
  /** Values of the header Authorization of somebody who may do everything there. */
  entitled: readonly string[];
  /** All sorts of values of the header Authorization. */
  tokens: readonly string[];
  vocabulary: Vocabulary;
  requests: number;
  seed: number;
}>;

const KINDS = ['valid', 'mutated', 'hostile'] as const;
type Kind = (typeof KINDS)[number];

/** What came of a service's requests. `accepted`: by correlation id, how many commands the answer said were accepted. */
export type Outcome = Readonly<{
  name: string;
  sent: number;
  findings: readonly string[];
  accepted: ReadonlyMap<string, number>;
  /** Of valid requests, the share in percent that was answered with a success, and with a 400. */
  validAccepted: number;
  validMalformed: number;
  /** Operations that have accepted something, and those that have not. */
  useful: readonly string[];
  neverAccepted: readonly string[];
}>;

const AT_ONCE = 12;
/** What one round has brought about is what the next one is made of. */
const ROUNDS = 15;
const MOST_LINES = 5;
/** In characters: what a long list says has mostly been said before. */
const LONGEST_LEARNT = 20_000;

type Probe = Readonly<{ kind: Kind; operation: Operation; request: Request }>;

class Fuzzing {
  /** By what is wrong: the first request that shows it, and how many do. */
  private readonly findings = new Map<string, { first: string; times: number }>();
  private readonly accepted = new Map<string, number>();
  private readonly tally = { valid: 0, accepted: 0, malformed: 0 };
  private readonly useful = new Set<string>();
  private readonly judge: Judge;
  private sent = 0;

  constructor(
    private readonly fuzzed: Fuzzed,
    private readonly client: HttpClient,
  ) {
    this.judge = new Judge(fuzzed.documents);
  }

  async run(): Promise<Outcome> {
    for (let round = 0; round < ROUNDS; round++) await this.sendAll(await this.probesOf(round));
    const { valid, accepted, malformed } = this.tally;
    return {
      name: this.fuzzed.name,
      useful: [...this.useful],
      sent: this.sent,
      findings: [...this.findings].map(([what, { first, times }]) => `${what} (${times} times), first for\n${first}`),
      accepted: this.accepted,
      validAccepted: Math.round((100 * accepted) / valid),
      validMalformed: Math.round((100 * malformed) / valid),
      neverAccepted: this.fuzzed.document.operations.map(({ id }) => id).filter((id) => !this.useful.has(id)),
    };
  }

  /** As many of each operation and kind, one after the other. */
  private async probesOf(round: number): Promise<readonly Probe[]> {
    const { document, requests, seed, vocabulary } = this.fuzzed;
    const { operations } = document;
    const total = Math.floor(requests / ROUNDS) + Number(round < requests % ROUNDS);
    const each = Math.ceil(total / operations.length / KINDS.length);
    const drafts = new Drafts(document, new SchemaValues(document, vocabulary));
    const columns: (readonly Probe[])[] = [];
    for (const [index, operation] of operations.entries())
      for (const kind of KINDS) {
        const made = this.requests(kind, operation, drafts.of(operation));
        const requestsOfKind = fc.sample(made, { numRuns: each, seed: seed + round * 1_000 + index });
        columns.push(requestsOfKind.map((request) => ({ kind, operation, request })));
        await breathe();
      }
    return Array.from({ length: each }, (_, row) => columns.flatMap((column) => column[row] ?? []))
      .flat()
      .slice(0, total);
  }

  private requests(kind: Kind, operation: Operation, drafts: fc.Arbitrary<Draft>): fc.Arbitrary<Request> {
    const { entitled, tokens } = this.fuzzed;
    const headers = fc.constantFrom(...entitled).map((authorization) => ({ authorization }));
    const valid = fc.tuple(drafts, headers).map(([draft, own]) => written(operation, draft, own));
    if (kind === 'mutated')
      return fc.tuple(mutated(drafts), headers).map(([draft, own]) => written(operation, draft, own));
    if (kind === 'hostile') return fc.tuple(valid, twists(tokens)).map(([request, twist]) => twist(request));
    if (!this.takesLines(operation)) return valid;
    const lines = fc.array(drafts, { minLength: 1, maxLength: MOST_LINES });
    return fc.oneof(
      valid,
      fc.tuple(lines, headers).map(([all, own]) => writtenLines(operation, all, own)),
    );
  }

  private takesLines({ responses }: Operation): boolean {
    return responses.get(200)?.has('application/x-ndjson') ?? false;
  }

  private async sendAll(probes: readonly Probe[]): Promise<void> {
    const waiting = probes[Symbol.iterator]();
    const sender = async () => {
      for (const probe of waiting) {
        await this.send(probe);
        // Everything else of the process must have its turn, too.
        await breathe();
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, sender));
  }

  private async send({ kind, operation, request: bare }: Probe): Promise<void> {
    const correlationId = `fuzz-${this.fuzzed.name}-${this.sent++}`;
    // Events carry it, and so tell which request they came from.
    const request = { ...bare, headers: { ...bare.headers, 'x-correlation-id': correlationId } };
    const response = await this.answerTo(request);
    if (!response) return;
    const objection = this.judge.objection(request, response);
    if (objection !== null) this.report(request, objection, response);
    const accepted = acceptedIn(response);
    if (accepted > 0) this.accepted.set(correlationId, accepted);
    if (response.status < 300) this.learn(response);
    if (kind === 'valid') this.count(operation, response, accepted);
  }

  private count({ id }: Operation, { status, headers }: Response, accepted: number): void {
    const isLines = headers['content-type']?.startsWith('application/x-ndjson') ?? false;
    const isAccepted = isLines ? accepted > 0 : status < 400;
    if (isAccepted) this.useful.add(id);
    this.tally.valid += 1;
    this.tally.accepted += Number(isAccepted);
    this.tally.malformed += Number(status === 400);
  }

  private learn({ text, headers }: Response): void {
    // HEAD has a type and no text.
    if (headers['content-type']?.startsWith('application/json') && text.length > 0 && text.length < LONGEST_LEARNT)
      this.fuzzed.vocabulary.learn(JSON.parse(text));
  }

  private async answerTo(request: Request): Promise<Response | undefined> {
    try {
      return await this.client.send(request);
    } catch (error) {
      this.report(request, `is not answered (${String(error)})`);
      return undefined;
    }
  }

  private report(request: Request, objection: string, response?: Response): void {
    const what = `${this.fuzzed.name}: ${objection}`;
    const answered = response ? `\n  ${response.status} ${response.text.slice(0, 500)}` : '';
    const found = this.findings.get(what) ?? { first: `  ${curl(this.fuzzed.origin, request)}${answered}`, times: 0 };
    found.times += 1;
    this.findings.set(what, found);
  }
}

/** Sends them over connections that stay open; nothing is asserted here. */
export const fuzz = async (fuzzed: Fuzzed): Promise<Outcome> => {
  const client = new HttpClient(fuzzed.origin, AT_ONCE);
  try {
    return await new Fuzzing(fuzzed, client).run();
  } finally {
    client.close();
  }
};
