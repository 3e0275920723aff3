// Ten thousand requests to every service of a state: valid, changed and hostile ones, made from what each says of itself.
import { EventStore, type StoredEvent } from '@zielwerk/kernel';
import { DevelopmentIssuer, readConfiguration, ROLES } from '@zielwerk/platform';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Running } from './process/run';
import { startEverything } from './process/start-all-in-one';
import type { Service } from './services/service';
import { Document, type OpenApi } from './testing/fuzz/document';
import { fuzz, type Outcome } from './testing/fuzz/fuzz';
import { Vocabulary } from './testing/fuzz/vocabulary';

const REQUESTS = 10_000;
/** Of the valid requests, in percent: less would mean that they are not valid, or about nothing that exists. */
const LEAST_ACCEPTED = 10;
const MOST_MALFORMED = 15;
/** Of all operations: those of which no service ever accepted anything, in percent. */
const MOST_NEVER_ACCEPTED = 20;
const SEED = 20261123;
const TODAY = '2026-11-23';

let data: string;
let running: Running;
let issuer: DevelopmentIssuer;
beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'zielwerk-fuzz-'));
  running = await startEverything(
    readConfiguration({
      ...{ ZIELWERK_PORT: '0', ZIELWERK_DATA: data, ZIELWERK_TODAY: TODAY },
      ...{ ZIELWERK_RATE_LIMIT: '1000000', ZIELWERK_LOG_LEVEL: 'error' },
    }),
  );
  issuer = await DevelopmentIssuer.open(join(data, 'issuer'));
});
afterAll(async () => {
  await running.stop();
  rmSync(data, { recursive: true });
});

const isHouse = ({ prefix }: Service): boolean => prefix !== '';
const documentOf = async ({ name, prefix }: Service): Promise<Document> => {
  const told = await fetch(`${running.url}${prefix === '' ? `/api/${name}` : prefix}/docs/openapi.json`);
  return new Document((await told.json()) as OpenApi, prefix);
};

const everything = async (house: Service, after = 0): Promise<readonly StoredEvent[]> => {
  const some = await house.app.get(EventStore).readAll(after, 1_000);
  const last = some.at(-1);
  return last ? [...some, ...(await everything(house, last.position))] : [];
};

const bearer = async (...asked: Parameters<DevelopmentIssuer['issue']>) => `Bearer ${await issuer.issue(...asked)}`;

/** Somebody of the house who may do everything there, in one unit and in another. */
const entitledIn = (ministry: string): Promise<readonly string[]> =>
  Promise.all(
    ['12', '34'].map((unit) =>
      bearer({ sub: `fuzz-${unit}`, ministry, roles: ROLES, unit, function: `Referat ${unit}` }),
    ),
  );

const tokensAround = async (ministry: string): Promise<readonly string[]> => {
  const own = await issuer.issue({ sub: 'fuzz', ministry, roles: ['editor'] });
  const [head = '', body = '', signature = ''] = own.split('.');
  const unsigned = Buffer.from('{"alg":"none"}').toString('base64url');
  return [
    ...(await Promise.all([
      bearer({ sub: 'fuzz', ministry: 'zz', roles: ROLES }),
      bearer({ sub: 'fuzz', roles: ['auditor'] }),
      bearer({ sub: 'fuzz', ministry, roles: [] }),
      bearer({ sub: 'fuzz', ministry, roles: ['nonsense'] }),
      bearer({ sub: 'fuzz', ministry, roles: ['editor'] }, { validForSeconds: -60 }),
    ])),
    ...[
      '',
      'Bearer',
      'Bearer ',
      'Bearer x',
      'Basic eDp5',
      'Bearer a.b.c',
      `Bearer ${'x'.repeat(7_000)}`,
      `bearer ${own}`,
    ],
    ...[`Bearer ${own} `, `Bearer  ${own}`, `Bearer ${own},Bearer ${own}`, `Token ${own}`, own],
    ...[
      `Bearer ${head}.${body}.`,
      `Bearer ${head}.${body}`,
      `Bearer ${unsigned}.${body}.`,
      `Bearer ${unsigned}.${body}.${signature}`,
    ],
    `Bearer ${head}.${Buffer.from('{"sub":"fuzz","roles":["auditor"]}').toString('base64url')}.${signature}`,
  ];
};

/** All at once. */
const fuzzAll = async (
  services: readonly Service[],
  vocabularies: readonly Vocabulary[],
): Promise<readonly Outcome[]> => {
  const documents = await Promise.all(services.map(documentOf));
  return Promise.all(
    services.map(async (service, index) => {
      const document = documents[index] ?? (await documentOf(service));
      const ministry = isHouse(service) ? service.name : running.parts.jurisdiction.offices.strategy;
      return fuzz({
        ...{
          name: service.name,
          origin: running.url,
          document,
          documents,
          vocabulary: vocabularies[index] ?? new Vocabulary(),
        },
        ...{ entitled: await entitledIn(ministry), tokens: await tokensAround(ministry) },
        ...{ requests: REQUESTS, seed: SEED + index },
      });
    }),
  );
};

/** What a house has recorded, so that requests can be about it: its own ids most of all, for only those it can act on. */
const learn = (events: readonly StoredEvent[], ...vocabularies: readonly Vocabulary[]): void => {
  for (const { data: told, meta } of events)
    for (const vocabulary of vocabularies)
      vocabulary.learn({ ...(told as object), stream: meta.stream, revision: meta.revision });
};

/** Each event came from a request that was accepted, or from a policy's reaction to such an event; a command is counted once. */
const expectExplained = async (
  houses: readonly Service[],
  before: readonly (readonly StoredEvent[])[],
  accepted: ReadonlyMap<string, number>,
): Promise<void> => {
  const since = await Promise.all(houses.map((house, index) => everything(house, before[index]?.at(-1)?.position)));
  const commands = new Map<string, Set<string>>();
  for (const { meta } of since.flat()) {
    const sent = commands.get(meta.correlationId) ?? new Set();
    if (!meta.actor.startsWith('policy:')) sent.add(`${meta.stream} ${meta.commandId}`);
    commands.set(meta.correlationId, sent);
  }
  const unexplained = [...commands].filter(([id, { size }]) => !accepted.has(id) || size > (accepted.get(id) ?? 0));
  expect(unexplained).toEqual([]);
  expect(since.flat().length).toBeGreaterThan(houses.length * 100);
};

const expectUseful = (outcomes: readonly Outcome[]): void => {
  const shares = outcomes.map(({ name, validAccepted, validMalformed }) => ({ name, validAccepted, validMalformed }));
  expect(shares.filter((one) => one.validAccepted < LEAST_ACCEPTED || one.validMalformed > MOST_MALFORMED)).toEqual([]);
  const useful = new Set(outcomes.flatMap(({ useful: ids }) => ids));
  const never = [...new Set(outcomes.flatMap(({ neverAccepted }) => neverAccepted))].filter((id) => !useful.has(id));
  expect(never).toHaveLength(Math.min(never.length, Math.floor((useful.size * MOST_NEVER_ACCEPTED) / 100)));
};

it('every service answers as documented, and nothing that was refused left an event', async () => {
  const { services } = running;
  const houses = services.filter(isHouse);
  const [statewide, ...own] = [new Vocabulary(), ...houses.map(() => new Vocabulary())];
  const codes = houses.map(({ name }) => name);
  for (const vocabulary of [statewide, ...own]) vocabulary.learn({ occurredOn: TODAY, ministry: codes });
  const before = await Promise.all(houses.map((house) => everything(house)));
  before.forEach((events, index) => learn(events, statewide, own[index] ?? statewide));
  const outcomes = await fuzzAll(
    services,
    services.map((service) => own[houses.indexOf(service)] ?? statewide),
  );

  expect(outcomes.flatMap(({ findings }) => findings)).toEqual([]);
  expect(outcomes.map(({ sent }) => sent)).toEqual(services.map(() => REQUESTS));
  await expectExplained(houses, before, new Map(outcomes.flatMap((outcome) => [...outcome.accepted])));
  expectUseful(outcomes);
}, 600_000);
