// What a reader may keep, and when they see what was just recorded.
import { OpenStrategy } from './testing/open-strategy';
import { adopted, goals, indicators, observed, smallState, streams } from './testing/small-state';

const API = '/api/strategy';
const analyst = { roles: ['analyst'] };

let strategy: OpenStrategy;
beforeEach(async () => {
  strategy = await OpenStrategy.open();
  await strategy.record(...smallState);
});
afterEach(() => strategy.close());

const etagOf = async (path: string, ask: Parameters<OpenStrategy['get']>[1] = {}) => {
  const { status, headers } = await strategy.get(`${API}/${path}`, ask);
  expect(status).toBe(200);
  return String(headers.etag);
};
const statusWith = async (etag: string, path: string) =>
  (await strategy.get(`${API}/${path}`, { headers: { 'if-none-match': etag } })).status;

describe('an ETag', () => {
  const paths = ['overview', 'goals?limit=1', `goals/${goals.fibre}`, 'measures', 'indicators', 'ministries', 'events'];

  it.each(paths)('of %s lasts until something changes', async (path) => {
    const etag = await etagOf(path);
    expect(etag).toMatch(/^"[\w-]{43}"$/u);
    expect(await statusWith(etag, path)).toBe(304);
    expect(await statusWith(`"other", W/${etag}`, path)).toBe(304);
    await strategy.record([streams.forms, ['2026-07-01', observed(indicators.forms, '2026-Q2', 8)]]);
    expect(await statusWith(etag, path)).toBe(200);
  });

  it('is another one for each address, audience and language', async () => {
    const english = { headers: { 'accept-language': 'en' } };
    const etags = [await etagOf('goals'), await etagOf('measures'), await etagOf('goals', { by: analyst })];
    expect(new Set([...etags, await etagOf('goals', english)]).size).toBe(4);
  });

  it('comes without a body again, and tells caches what it depends on', async () => {
    const { headers } = await strategy.get(`${API}/goals`);
    const again = await strategy.get(`${API}/goals`, { headers: { 'if-none-match': String(headers.etag) } });
    for (const reply of [headers, again.headers])
      expect([reply['cache-control'], reply.vary]).toEqual(['no-cache', 'Authorization, Accept-Language']);
    expect([again.status, again.headers.etag, again.body]).toEqual([304, headers.etag, {}]);
  });

  it('is not on a problem', async () =>
    expect((await strategy.get(`${API}/goals/${goals.secret}`)).headers.etag).toBeUndefined());
});

it('the overview is added up anew when something has changed, for each audience', async () => {
  const goalsFor = async (by?: { roles: string[] }) => {
    const { body } = await strategy.get(`${API}/overview`, by && { by });
    return (body.tally as { goals: { total: number } }).goals.total;
  };
  expect([await goalsFor(), await goalsFor(analyst)]).toEqual([2, 3]);
  await strategy.record([streams.secret, ['2026-05-01', adopted(goals.secret)]]);
  expect([await goalsFor(), await goalsFor(analyst)]).toEqual([3, 3]);
});

it('a state is cited as far as it was projected, however much has arrived', async () => {
  const positions = async () => ((await strategy.get(`${API}/goals`)).body.asOf as { positions: object }).positions;
  await strategy.arrive([streams.forms, ['2026-07-01', observed(indicators.forms, '2026-Q2', 8)]]);
  expect(await positions()).toEqual({ mid: 19, mf: 5, mwu: 2 });
  await strategy.project();
  expect(await positions()).toEqual({ mid: 19, mf: 6, mwu: 2 });
});

describe('after=<stream>@<revision>', () => {
  const read = () => strategy.get(`${API}/goals/${goals.secret}?after=${streams.secret}@1`);
  const adoption = adopted(goals.secret, { title: 'No longer secret' });

  it('waits for what was just written', async () => {
    const waiting = read();
    await strategy.record([streams.secret, ['2026-05-01', adoption]]);
    const { status, body } = await waiting;
    expect([status, body.state, body.stale]).toEqual([200, 'adopted', undefined]);
  });

  it('tells the public of a draft what it tells of an event that nobody recorded', async () => {
    const nobody = streams.secret.replace(/.{4}$/u, '0000');
    const answers = await Promise.all(
      [streams.secret, nobody].map(async (stream) => {
        const asked = performance.now();
        const { status, headers, body } = await strategy.get(`${API}/goals?after=${stream}@0`);
        const waited = performance.now() - asked > 1_900;
        return [
          status,
          headers.etag,
          waited,
          { ...body, staleReason: (body.staleReason as string).replace(stream, '') },
        ];
      }),
    );
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]?.slice(0, 3)).toEqual([200, undefined, true]);
  });

  it('says that the answer is older when it does not come in time, and lets nobody keep it', async () => {
    await strategy.arrive([streams.secret, ['2026-05-01', adoption]]);
    const { status, headers, body } = await strategy.get(`${API}/goals?after=${streams.secret}@1`);
    expect([status, body.stale, headers.etag]).toEqual([200, true, undefined]);
    expect(body.staleReason).toContain(`${streams.secret}@1`);
    expect((body.items as unknown[]).length).toBe(2);
  });

  it('does not wait for what is there', async () => {
    const etag = await etagOf(`goals?after=${streams.fibre}@3`);
    expect(await statusWith(etag, `goals?after=${streams.fibre}@3`)).toBe(304);
  });
});
