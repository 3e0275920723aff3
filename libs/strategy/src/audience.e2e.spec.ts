// Without a token one reads what is public, and nothing tells that there is more.
import { OpenStrategy } from './testing/open-strategy';
import { goals, indicators, measures, smallState, streams } from './testing/small-state';
import { GOVERNMENT, HOUSE, lives, lifeStreams, wholeLives } from './testing/whole-lives';

const API = '/api/strategy';
const UNKNOWN = '0190a1de-0000-7000-8000-999999999999';

let strategy: OpenStrategy;
beforeAll(async () => {
  strategy = await OpenStrategy.open();
  await strategy.record(...smallState);
});
afterAll(() => strategy.close());

const LISTS = ['overview', 'goals', 'measures', 'indicators', 'ministries', 'events'];
const VISIBLE = [
  ...LISTS,
  ...[goals.fibre, goals.files].map((id) => `goals/${id}`),
  ...[measures.dig, measures.lay, measures.map].map((id) => `measures/${id}`),
  ...[indicators.households, indicators.forms].map((id) => `indicators/${id}`),
  ...[goals.fibre, measures.dig].map((id) => `goals?q=${id}`),
  ...['mid', 'mf', 'mwu'].map((code) => `ministries/${code}`),
  ...['measures?q=plan', 'indicators?q=hidden'],
  `measures?goal=${goals.secret}`,
  `indicators?goal=${goals.secret}`,
  `events?stream=${streams.secret}`,
];
/** Titles of the draft goal, the measure before its release, and the indicator that serves the draft alone. */
const SECRETS = ['Noch geheim', '"Plan"', 'Hidden'];
const INVISIBLE = [
  `goals/${goals.secret}`,
  `measures/${measures.plan}`,
  `indicators/${indicators.hidden}`,
  `events/${streams.secret}@0`,
  // Public by its type, but about something that is not public.
  `events/${streams.plan}@1`,
  `events/${streams.hidden}@0`,
  // Of a visible goal, but a draft is nothing for the public.
  `events/${streams.fibre}@0`,
];

describe.each([
  ['without a token', undefined],
  ['with a token that names no role', { roles: [] }],
])('%s', (_, by) => {
  const ask = by === undefined ? {} : { by };

  it.each(VISIBLE)('%s tells nothing that is not public', async (path) => {
    const { status, body } = await strategy.get(`${API}/${path}`, ask);
    expect(status).toBe(200);
    for (const secret of SECRETS) expect(JSON.stringify(body)).not.toContain(secret);
  });

  it.each(INVISIBLE)('%s is as unknown as anything', async (path) => {
    const unknown = path.replace(/[0-9a-f-]{36}/u, UNKNOWN);
    const [invisible, none] = await Promise.all([path, unknown].map((one) => strategy.get(`${API}/${one}`, ask)));
    expect({ ...invisible?.body, traceId: '' }).toEqual({ ...none?.body, traceId: '' });
    expect([invisible?.status, none?.status]).toEqual([404, 404]);
  });

  it('what cannot be a name names nothing', async () => {
    for (const path of ['goals/x', 'measures/%00', `events/${streams.fibre}`, 'events/x@1'])
      expect((await strategy.get(`${API}/${path}`, ask)).status).toBe(404);
  });
});

describe.each([['analyst'], ['auditor'], ['editor']])('with the role %s', (role) => {
  const ask = { by: { roles: [role], ministry: 'mf' } };

  it('everything is there', async () => {
    for (const path of INVISIBLE) expect((await strategy.get(`${API}/${path}`, ask)).status).toBe(200);
    const answers = await Promise.all(LISTS.map((path) => strategy.get(`${API}/${path}`, ask)));
    const everything = JSON.stringify(answers.map(({ body }) => body));
    for (const secret of SECRETS) expect(everything).toContain(secret);
  });
});

it('a goal is there from its adoption, a measure from its release', async () => {
  const own = await OpenStrategy.open();
  const statuses = async () =>
    Promise.all(
      [`goals/${goals.fibre}`, `measures/${measures.lay}`, `indicators/${indicators.households}`].map(
        async (path) => (await own.get(`${API}/${path}`)).status,
      ),
    );
  const [, , , goal, , , , measure, , , indicator] = smallState;
  const until = (recording: (typeof smallState)[number] | undefined, from: number, to: number) =>
    [recording?.[0] ?? '', ...(recording?.slice(1).slice(from, to) ?? [])] as unknown as (typeof smallState)[number];
  await own.record(until(goal, 0, 1), until(measure, 0, 2), until(indicator, 0, 1));
  expect(await statuses()).toEqual([404, 404, 404]);
  await own.record(until(goal, 1, 2));
  expect(await statuses()).toEqual([200, 404, 200]);
  await own.record(until(measure, 2, 3));
  expect(await statuses()).toEqual([200, 200, 200]);
  await own.close();
});

it('a token that does not count is refused', async () => {
  const { status, headers } = await strategy.get(`${API}/goals`, { headers: { authorization: 'Bearer nonsense' } });
  expect([status, headers['www-authenticate']]).toEqual([401, 'Bearer realm="zielwerk", error="invalid_token"']);
});

describe('whole lives', () => {
  let own: OpenStrategy;
  beforeAll(async () => {
    own = await OpenStrategy.open();
    await own.record(...smallState, ...wholeLives);
  });
  afterAll(() => own.close());

  const ids = Object.values(lives);
  const paths = [
    ...[...LISTS, 'reporting-periods', 'events?limit=500', 'measures?limit=500', 'goals?limit=500'],
    ...Object.values(lifeStreams).map((stream) => `events?stream=${stream}`),
    ...ids.flatMap((id) => [`goals/${id}`, `measures/${id}`]),
    ...['mid', 'mf', 'mwu'].map((code) => `ministries/${code}/requests`),
  ];
  const pages = [
    ...['/', '/goals', '/ministries/mid', '/ministries/mf', '/ministries/mwu'],
    ...ids.flatMap((id) => [`/goals/${id}`, `/measures/${id}`]),
  ];
  const everything = async (roles?: readonly string[]) => {
    const by = roles && { roles };
    const answers = await Promise.all(paths.map((path) => own.get(`${API}/${path}`, { ...(by && { by }) })));
    const seen = await Promise.all(pages.map((path) => own.page(path, { ...(by && { by }) })));
    return [...answers.map(({ body }) => JSON.stringify(body)), ...seen];
  };
  const places = [...paths, ...pages];
  const placesWith = async (secret: string, roles?: readonly string[]) => {
    const all = await everything(roles);
    return places.filter((_, index) => all[index]?.includes(secret));
  };

  it('show the public nothing that is for the government, in no answer and on no page', async () =>
    expect(await placesWith(GOVERNMENT)).toEqual([]));

  it('show the government what is for it', async () => {
    const shown = await placesWith(GOVERNMENT, ['analyst']);
    const measure = lives.moved;
    for (const path of ['events?limit=500', `goals/${lives.draft}`, `measures/${measure}`, `/measures/${measure}`])
      expect(shown).toContain(path);
    expect(shown).toContain('/ministries/mwu');
  });

  it.each([[undefined], [['analyst']], [['auditor']]])('show %j nothing that never leaves a house', async (roles) =>
    expect(await placesWith(HOUSE, roles)).toEqual([]),
  );

  it('do not tell the public when something happened that it may not read', async () => {
    const of = Object.values(lifeStreams).filter((stream) => /goal|measure/u.test(stream));
    for (const stream of of) {
      const { items } = (await own.get(`${API}/events?stream=${stream}&limit=1`)).body as {
        items: { revision: number }[];
      };
      const [, category, id] = /\.(goal|measure)-(.*)$/u.exec(stream) ?? [];
      const { body } = await own.get(`${API}/${category}s/${id}`);
      if (body.stream === stream) expect([stream, body.revision]).toEqual([stream, items[0]?.revision]);
    }
  });

  it('keep a field from the public in the very event that they may read', async () => {
    const { body } = await own.get(`${API}/events/${lifeStreams.movedOn}@2`);
    expect(body.data).toEqual({
      ...{ measureId: lives.moved, health: 'green', reason: 'Fine', note: null },
      blockers: [],
    });
    const { body: handover } = await own.get(`${API}/events/${lifeStreams.moved}@12`);
    expect((handover.data as { state: object }).state).toMatchObject({ budget: [], needs: [], title: 'Moved' });
  });

  it('keep from the public what happened before the adoption or the release, but for what still counts', async () => {
    const types = async (stream: string) =>
      ((await own.get(`${API}/events?stream=${stream}&sort=arrival`)).body.items as { type: string }[]).map(
        ({ type }) => type,
      );
    expect(await types(lifeStreams.reached)).toEqual([
      ...['GoalAdopted', 'GoalWordingCorrected', 'GoalBegun', 'GoalConcluded'],
    ]);
    expect((await types(lifeStreams.moved)).slice(0, 3)).toEqual([
      ...['MeasureContributionAdded', 'MeasureBudgetPlanned', 'MeasureReleased'],
    ]);
  });
});
