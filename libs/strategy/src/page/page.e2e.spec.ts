// The pages of a running service, over HTTP.
import { OpenStrategy } from '../testing/open-strategy';
import { goals, indicators, measures, observed, smallState, streams } from '../testing/small-state';

const PROBLEM = 'application/problem+json; charset=utf-8';
const BROWSER = { accept: 'text/html,application/xhtml+xml' };

let strategy: OpenStrategy;
beforeEach(async () => {
  strategy = await OpenStrategy.open();
  await strategy.record(...smallState);
});
afterEach(() => strategy.close());

const get = (url: string, headers: Readonly<Record<string, string>> = {}) =>
  strategy.app.inject({ method: 'GET', url, headers: { ...BROWSER, ...headers } });
const headingOf = (page: string) => /<h1[^>]*>([^<]*)<\/h1>/u.exec(page)?.[1];

it.each([
  ['/', 'Stand der Digitalstrategie'],
  ['/goals', 'Ziele'],
  ['/measures', 'Maßnahmen'],
  ['/indicators', 'Kennzahlen'],
  [`/goals/${goals.fibre}`, 'Glasfaser für alle'],
  [`/measures/${measures.dig}`, 'Dig'],
  [`/indicators/${indicators.households}`, 'Households with fibre'],
  ['/ministries/mid', 'Ministry mid'],
])('%s is the page «%s», kept until something changes', async (path, heading) => {
  const { statusCode, headers, body } = await get(path);
  expect([statusCode, headers['content-type'], headingOf(body)]).toEqual([200, 'text/html; charset=utf-8', heading]);
  expect(headers['content-security-policy']).toContain("default-src 'none'");
  expect(headers.vary).toBe('Authorization, Accept-Language');
  const again = await get(path, { 'if-none-match': String(headers.etag) });
  expect([again.statusCode, again.body]).toEqual([304, '']);
  await strategy.record([streams.forms, ['2026-07-01', observed(indicators.forms, '2026-Q2', 8)]]);
  expect((await get(path, { 'if-none-match': String(headers.etag) })).statusCode).toBe(200);
});

it('a page is fetched anew after a new start, which may be that of another release', async () => {
  const other = await OpenStrategy.open();
  await other.record(...smallState);
  const etags = async (path: string) => [
    (await get(path)).headers.etag,
    (await other.app.inject({ method: 'GET', url: path })).headers.etag,
  ];
  expect(new Set(await etags('/goals')).size).toBe(2);
  expect(new Set(await etags('/api/strategy/goals')).size).toBe(1);
  await other.close();
});

it('shows the figures of the API, and only what is public', async () => {
  const [overview, list, ministry] = await Promise.all([get('/'), get('/goals'), get('/ministries/mf')]);
  const [allMeasures, allIndicators] = await Promise.all([get('/measures?q=plan'), get('/indicators?ministry=mf')]);
  expect(overview.body).toContain('2 Ziele, 3 Maßnahmen und 2 Kennzahlen auf einen Blick.');
  expect([overview.body, list.body, ministry.body].filter((page) => page.includes('Noch geheim'))).toEqual([]);
  expect(allMeasures.body).toContain('Keine Maßnahme passt zu dieser Auswahl.');
  expect([allIndicators.body.includes('Forms'), allIndicators.body.includes('Hidden')]).toEqual([true, false]);
  expect((await get(`/goals/${goals.secret}`)).statusCode).toBe(404);
});

it('speaks the language that is asked for, by address before browser', async () => {
  const english = { 'accept-language': 'en-GB,en;q=0.9' };
  expect(headingOf((await get('/goals', english)).body)).toBe('Goals');
  expect(headingOf((await get('/goals?lang=de', english)).body)).toBe('Ziele');
  expect((await get('/?lang=en')).body).toContain('href="/goals?lang=en"');
  expect((await get('/')).body).toContain('href="/goals"');
});

describe('the list of goals', () => {
  it('is narrowed down as the form says', async () => {
    const { body } = await get('/goals?q=glas&theme=networks&ministry=mid&state=underway&health=amber');
    expect(body).toContain('Glasfaser für alle');
    expect(body).toContain('<option value="networks" selected');
    expect((await get('/goals?health=green')).body).toContain('Kein Ziel passt zu dieser Auswahl.');
  });

  it.each(['?theme=%3Cscript%3E', '?state=done', '?health=blue', '?ministry=MF', '?cursor=x', `?q=${'a'.repeat(300)}`])(
    'shows all goals, and says so, for the impossible choice %s',
    async (choice) => {
      const { statusCode, body } = await get(`/goals${choice}`);
      expect(statusCode).toBe(200);
      expect(body).toContain('Diese Auswahl ist nicht möglich.');
      expect(body).toContain('Glasfaser für alle');
      expect(body).not.toContain('<script');
    },
  );

  it('does not mind what other sites append to an address, or a choice that is made twice', async () =>
    expect((await get('/goals?utm_source=x&theme=a&theme=b')).body).toContain('Glasfaser für alle'));
});

describe.each([
  ['measures', '?q=dig&ministry=mid&state=underway&health=undeclared', ['Dig'], ['Lay', 'Map']],
  ['indicators', '?q=fibre&ministry=mid&kind=increase', ['Households with fibre'], ['Forms']],
])('the list of %s', (kind, choice, shown, hidden) => {
  it('is narrowed down as the form says', async () => {
    const { body } = await get(`/${kind}${choice}`);
    expect([...shown, ...hidden].filter((title) => body.includes(`>${title}</a>`))).toEqual(shown);
    expect(body).toContain('<option value="mid" selected');
    expect(body).toContain(`href="/api/strategy/${kind}${choice.replaceAll('&', '&amp;')}"`);
  });

  it.each(['?ministry=MF', '?state=done&kind=done', '?cursor=x', `?q=${'a'.repeat(300)}`])(
    'shows everything, and says so, for the impossible choice %s',
    async (impossible) => {
      const { statusCode, body } = await get(`/${kind}${impossible}`);
      expect(statusCode).toBe(200);
      expect(body).toContain('Diese Auswahl ist nicht möglich.');
      expect([...shown, ...hidden].filter((title) => !body.includes(title))).toEqual([]);
    },
  );

  it('is reached from every page', async () => expect((await get('/')).body).toContain(`href="/${kind}"`));
});

describe('what is not there', () => {
  it.each([
    '/nowhere',
    '/goals/no-id',
    '/goals/0190a1de-0000-7000-8000-999999999999',
    '/ministries/xx',
    '/measures/%00',
  ])('at %s is a page for a browser, in its language', async (path) => {
    const { statusCode, headers, body } = await get(path, { 'accept-language': 'en' });
    expect([statusCode, headers['content-type'], headingOf(body)]).toEqual([
      404,
      'text/html; charset=utf-8',
      'This page does not exist',
    ]);
  });

  it.each([
    ['/nowhere', { accept: 'application/json' }],
    ['/api/strategy/nowhere', BROWSER],
    ['/assets/x/nothing.css', BROWSER],
  ])('at %s is a problem for a program', async (path, headers) => {
    const response = await get(path, headers);
    expect([response.statusCode, response.headers['content-type']]).toEqual([404, PROBLEM]);
  });

  it('stays a problem where a method is wrong', async () => {
    const { statusCode, headers } = await strategy.app.inject({ method: 'DELETE', url: '/goals', headers: BROWSER });
    expect([statusCode, headers['content-type']]).toEqual([401, PROBLEM]);
  });
});

it('a failure is a page that tells nothing of its cause', async () => {
  const broken = await OpenStrategy.open();
  await broken.loseReadModel();
  const { statusCode, body } = await broken.app.inject({ method: 'GET', url: '/', headers: BROWSER });
  // A file that is closed is a bug, a database that is away is none.
  expect([500, 503]).toContain(statusCode);
  expect(headingOf(body)).toBe('Die Seite kann gerade nicht angezeigt werden');
  expect(body).not.toMatch(/sqlite|postgres|database|driver|read model/iu);
  await broken.close();
});

describe('style sheets and fonts', () => {
  const addresses = async () =>
    [...(await get('/')).body.matchAll(/"(\/assets\/[^"]+)"/gu)].map(([, address]) => address ?? '');

  it('are there under the addresses that a page names, to be kept for ever', async () => {
    const found = await addresses();
    expect(found).toHaveLength(3);
    for (const address of found) {
      const { statusCode, headers } = await get(address);
      expect([statusCode, headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable']);
    }
  });

  it('come compressed to whoever can read that', async () => {
    const address = (await addresses()).find((one) => one.endsWith('kern.min.css')) ?? '';
    const [plain, gzipped] = await Promise.all([get(address), get(address, { 'accept-encoding': 'gzip, br' })]);
    expect([plain.headers['content-encoding'], gzipped.headers['content-encoding']]).toEqual([undefined, 'gzip']);
    expect(gzipped.rawPayload.length * 4).toBeLessThan(plain.rawPayload.length);
  });

  it('of another release are answered, but not kept', async () => {
    const { statusCode, headers } = await get('/assets/another/zielwerk.css');
    expect([statusCode, headers['cache-control']]).toEqual([200, 'no-cache']);
  });
});
