// An unguessable word in every text of every event; then everything that anybody can read is searched for each of them.
import { ROLES } from '@zielwerk/platform';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type Answer, Crawl, type Reader } from './testing/canary/crawl';
import { everyWireType, type Life, Lives } from './testing/canary/lives';
import { everyText } from './testing/canary/seed';
import { speak } from './testing/canary/speak';
import { CanaryState } from './testing/canary/state';
import { type Word, Words } from './testing/canary/words';
import { Vocabulary } from './testing/fuzz/vocabulary';

const words = new Words();
let data: string;
let state: CanaryState;
let lives: readonly Life[];
beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'zielwerk-canary-'));
  state = await CanaryState.open(data);
  const houses = state.parts.jurisdiction.ministries.map(({ code }) => code);
  lives = [...new Lives(houses, words).all(), whispered(houses[0] ?? '')];
  for (const life of lives) await state.record(life, () => words.make('actor or command', 'house'));
  await state.settle();
});
afterAll(async () => {
  await state.close();
  rmSync(data, { recursive: true });
});

/** What this release does not know may be for the own house alone, and so is kept there. */
const whispered = (house: string): Life => ({
  ...{ house, stream: `${house}.whisper-${randomUUID()}` },
  events: [['Whispered.v1', { text: words.make('Whispered.v1 text', 'house') }]],
});

const placesOf = ({ stream, events }: Life): readonly string[] => events.map((_, revision) => `${stream}@${revision}`);

/** Whatever a route can be asked about. */
const known = (): readonly string[] => [
  ...new Set([
    ...lives.map(({ stream }) => stream),
    ...lives.map(({ stream }) => stream.slice(stream.indexOf('-') + 1)),
    ...lives.flatMap(placesOf),
    ...state.parts.jurisdiction.ministries.map(({ code }) => code),
    ...state.parts.jurisdiction.pillars.map(({ code }) => code),
    ...state.parts.jurisdiction.themes.map(({ code }) => code),
  ]),
];

it('covers every text of every version of every event', () => {
  expect(everyText().filter((field) => !words.fields.has(field))).toEqual([]);
  const told = new Set(lives.flatMap(({ events }) => events.map(([wireType]) => wireType)));
  expect(everyWireType().filter((wireType) => !told.has(wireType))).toEqual([]);
});

it('tells lives in which every event takes effect', async () => {
  const strategy = state.services.find(({ prefix }) => prefix === '');
  const health = await strategy?.app.inject({ url: '/health/ready' });
  // What the read model warns of names what is wrong.
  expect(state.logged.filter((line) => line.includes('could not be applied'))).toEqual([]);
  expect(health?.json()).toMatchObject({ checks: { readModel: { parked: 0, held: 0, refused: 0 } } });
});

type Claims = Parameters<CanaryState['issuer']['issue']>[0];
const readerWith = async (name: string, claims?: Omit<Claims, 'sub'>, language = 'de'): Promise<Reader> => {
  // Who asks is nobody's business but the issuer's.
  const token = claims && (await state.issuer.issue({ sub: words.make('subject of a reader', 'nobody'), ...claims }));
  const headers = { 'accept-language': language, ...(token !== undefined && { authorization: `Bearer ${token}` }) };
  return { name, headers };
};

/** What must not be found, by where it was found and whose word it is; each with one address that shows it. */
class Leaks {
  private readonly found = new Map<string, string>();

  constructor(private readonly forbidden: (word: Word) => boolean) {}

  readonly seen = new Set<string>();

  search({ route, url, text }: Pick<Answer, 'route' | 'url' | 'text'>): void {
    for (const word of words.in(text)) {
      this.seen.add(word.text);
      const leak = `${route} shows ${word.field} (${word.audience}) of ${word.life}`;
      if (this.forbidden(word) && !this.found.has(leak)) this.found.set(leak, url);
    }
  }

  get list(): readonly string[] {
    return [...this.found].map(([leak, url]) => `${leak}, as at ${url}`).sort();
  }

  missing(expected: readonly Word[]): readonly string[] {
    return [...new Set(expected.filter(({ text }) => !this.seen.has(text)).map(({ field }) => field))].sort();
  }
}

/** What there is to be read at each service, as the audit office finds it. */
let crawls: readonly Readonly<{ crawl: Crawl; hits: Awaited<ReturnType<Crawl['hits']>>; isHouse: boolean }>[];
beforeAll(async () => {
  const auditor = await readerWith('auditor', { roles: ['auditor'] });
  const everything = known();
  crawls = [];
  for (const service of state.services) {
    const crawl = await Crawl.of(service, everything);
    crawls = [...crawls, { crawl, hits: await crawl.hits(auditor), isHouse: service.prefix !== '' }];
  }
});

const READERS = [
  ['public', 'without a token', undefined],
  ['government', 'analyst', { roles: ['analyst'] }],
  ['government', 'editor of a house', { roles: ['editor'], ministry: 'mwl' }],
  ['house', 'auditor', { roles: ['auditor'] }],
] as const;
const SEES = {
  public: ['public'],
  government: ['public', 'government'],
  house: ['public', 'government', 'house'],
} as const;

const leaksOfBus = async (bus = new Leaks(({ audience }) => audience === 'house' || audience === 'nobody')) => {
  for (const { topic, key, value, headers } of await state.published())
    bus.search({ route: topic, url: key, text: `${key} ${JSON.stringify(headers)} ${value.toString()}` });
  return bus.list;
};

it('the bus carries every text that is not for the own house alone, and nothing else', async () => {
  const bus = new Leaks(({ audience }) => audience === 'house' || audience === 'nobody');
  expect(await leaksOfBus(bus)).toEqual([]);
  expect(bus.missing(words.for('public', 'government'))).toEqual([]);
});

describe.each(READERS)('for the %s (%s),', (audience, name, claims) => {
  const hidden = ({ audience: whose }: Word) => !SEES[audience].some((one) => one === whose);

  it('every route, list, page and document keeps what is not for them', async () => {
    const leaks = new Leaks(hidden);
    const [german, english] = [await readerWith(name, claims), await readerWith(name, claims, 'en')];
    for (const { crawl, hits, isHouse } of crawls) {
      for await (const answer of crawl.read(german, [...hits, ...crawl.filtered()])) leaks.search(answer);
      if (isHouse) continue;
      for (const each of [german, english]) for await (const answer of crawl.pages(each, hits)) leaks.search(answer);
    }
    expect(leaks.list).toEqual([]);
    expect(leaks.missing(words.for(...SEES[audience]))).toEqual([]);
  }, 300_000);
});

it('no search tells the public that a hidden word is somewhere', async () => {
  const reader = await readerWith('public');
  const told: string[] = [];
  const searches = crawls.flatMap(({ crawl }) =>
    crawl
      .searches()
      .flatMap((search) => words.for('government', 'house').map((word) => ({ crawl, ...search, ...word }))),
  );
  for (const { crawl, path, name, text, field } of searches) {
    const { body } = await crawl.ask(reader, { route: path, url: `${path}?${name}=${text}` });
    if ((body as Readonly<{ items: readonly unknown[] }>).items.length > 0) told.push(`${path} finds ${field}`);
  }
  expect([...new Set(told)].sort()).toEqual([]);
});

/** Commands of somebody in each house, and a fact that comes without the one before: services have something to log. */
const keepHousesBusy = async (): Promise<void> => {
  for (const service of state.services.filter(({ prefix }) => prefix !== '')) {
    const vocabulary = new Vocabulary();
    const own = lives.filter(({ house }) => house === service.name);
    for (const { stream, events } of own) for (const [, told] of events) vocabulary.learn({ ...told, stream });
    const subject = words.make('the subject of a token', 'house');
    const token = await state.issuer.issue({ sub: subject, ministry: service.name, roles: ROLES, unit: '34' });
    const statuses = await speak(service, { words, vocabulary, token });
    expect([...statuses.keys()].sort()).toEqual(expect.arrayContaining([201, 400, 401, 404]));
  }
  const [house = ''] = lives.map((life) => life.house);
  const orphans = lives.flatMap(({ events }) => events.slice(1).map((event) => [event]));
  for (const events of orphans.slice(0, 40))
    await state.record({ house, stream: `${house}.measure-${randomUUID()}`, events }, () =>
      words.make('actor', 'house'),
    );
  await state.settle();
};

it('no line of the log holds a word of anybody, and no topic who acted, however much goes wrong', async () => {
  await keepHousesBusy();
  const log = new Leaks(() => true);
  for (const line of state.logged) log.search({ route: 'log', url: line, text: line });
  expect(log.list).toEqual([]);
  expect(state.logged.filter((line) => line.includes('could not be applied'))).not.toEqual([]);
  expect(await leaksOfBus()).toEqual([]);
});
