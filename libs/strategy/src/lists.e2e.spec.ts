import { OpenStrategy, type Recording } from './testing/open-strategy';
import { adopted, drafted, goals, measures, smallState, streams } from './testing/small-state';

const API = '/api/strategy';
const analyst = { by: { roles: ['analyst'] } };

let strategy: OpenStrategy;
beforeAll(async () => {
  strategy = await OpenStrategy.open();
  await strategy.record(...smallState);
});
afterAll(() => strategy.close());

type Listed = Readonly<{ items: readonly Readonly<Record<string, unknown>>[]; cursor: string | null }>;
const list = async (path: string, of = strategy) => {
  const { status, body } = await of.get(`${API}/${path}`, analyst);
  expect([path, status]).toEqual([path, 200]);
  return body as Listed;
};
const titles = async (path: string, of = strategy) => (await list(path, of)).items.map(({ title }) => title);

describe('filters', () => {
  const [fibre, files, secret] = ['Glasfaser für alle', 'Akten', 'Noch geheim'];

  it.each([
    ['goals', [files, fibre, secret]],
    ['goals?theme=files', [files, secret]],
    ['goals?pillar=society', [files, fibre, secret]],
    ['goals?pillar=society&theme=networks', [fibre]],
    ['goals?pillar=other', []],
    ['goals?ministry=mf', [files, secret]],
    ['goals?participant=mid', [files]],
    ['goals?participant=mf', []],
    ['goals?state=draft', [secret]],
    ['goals?health=amber', [fibre]],
    ['goals?health=undeclared', [files, secret]],
    ['goals?q=GLASFASER', [fibre]],
    ['goals?q=haus%20fur', [fibre]],
    ['goals?q=für%20Akten', []],
    ['goals?q=%25', [files, fibre, secret]],
    ['measures', ['Dig', 'Lay', 'Map', 'Plan']],
    ['measures?ministry=mwu', ['Lay']],
    ['measures?state=released', ['Lay', 'Map']],
    [`measures?goal=${goals.fibre}`, ['Dig', 'Lay', 'Plan']],
    [`measures?goal=${goals.fibre}&ministry=mid&state=underway`, ['Dig']],
    ['measures?health=undeclared', ['Dig', 'Lay', 'Map', 'Plan']],
    ['measures?health=red', []],
    ['measures?q=DIG', ['Dig']],
    ['measures?q=di%20fibre', []],
    ['indicators', ['Forms', 'Hidden', 'Households with fibre']],
    ['indicators?ministry=mf', ['Forms', 'Hidden']],
    ['indicators?kind=observed', ['Forms']],
    [`indicators?goal=${goals.secret}`, ['Forms', 'Hidden']],
    ['indicators?q=fibre%20house', ['Households with fibre']],
    ['indicators?q=HIDDEN&ministry=mid', []],
  ])('%s', async (path, expected) => expect(await titles(path)).toEqual(expected));

  it.each([
    ['events?ministry=mwu', 3],
    [`events?stream=${streams.fibre}`, 4],
    ['events?type=MeasureReleased', 3],
    ['events?from=2026-03-01', 6],
    ['events?to=2026-01-01', 3],
    ['events?from=2026-02-01&to=2026-02-02', 5],
  ])('%s', async (path, expected) => expect((await list(path)).items).toHaveLength(expected));
});

it('who no longer takes part after a revision is not found as a participant', async () => {
  const own = await OpenStrategy.open();
  const goalId = goals.files;
  await own.record([streams.files, ['2026-01-01', drafted(goalId, { participants: ['mid', 'mwu'] })]]);
  expect(await titles('goals?participant=mid', own)).toHaveLength(1);
  await own.record([streams.files, ['2026-02-01', adopted(goalId, { participants: ['mwu'] })]]);
  expect(await titles('goals?participant=mid', own)).toEqual([]);
  expect(await titles('goals?participant=mwu', own)).toHaveLength(1);
  await own.close();
});

describe('sorting', () => {
  it.each([
    ['goals?sort=-title', ['Noch geheim', 'Glasfaser für alle', 'Akten']],
    ['measures?sort=-title&state=released', ['Map', 'Lay']],
    ['indicators?sort=-title', ['Households with fibre', 'Hidden', 'Forms']],
  ])('%s', async (path, expected) => expect(await titles(path)).toEqual(expected));

  it('puts a goal without a date last', async () => {
    const own = await OpenStrategy.open();
    const dated = (number: number, targetDate: string | null): Recording => {
      const goalId = `0190a1de-0000-7000-8000-00000000000${number}`;
      return [`mid.goal-${goalId}`, ['2026-01-01', drafted(goalId, { title: `Goal ${number}`, targetDate })]];
    };
    await own.record(dated(1, null), dated(2, '2027-12-31'), dated(3, '2026-12-31'));
    expect(await titles('goals?sort=targetDate', own)).toEqual(['Goal 3', 'Goal 2', 'Goal 1']);
    await own.close();
  });

  it('shows the events that came last first, unless told otherwise', async () => {
    const ministries = async (path: string) =>
      (await list(path)).items.map(({ ministry, offset }) => [ministry, offset]);
    expect(await ministries('events?limit=2')).toEqual([
      ['mf', 5],
      ['mf', 4],
    ]);
    expect(await ministries('events?limit=2&sort=arrival')).toEqual([
      ['mid', 0],
      ['mid', 1],
    ]);
  });
});

describe('paging', () => {
  const everyPage = async (path: string, of = strategy, between = () => Promise.resolve()) => {
    const pages: Listed[] = [await list(path, of)];
    for (let cursor = pages[0]?.cursor; cursor; cursor = pages.at(-1)?.cursor) {
      await between();
      pages.push(await list(`${path}&cursor=${cursor}`, of));
    }
    return pages.flatMap(({ items }) => items);
  };

  it.each([
    ['goals', ['title', 'targetDate']],
    ['measures', ['title', 'endsOn']],
    ['indicators', ['title']],
    ['events', ['arrival', 'occurredOn']],
  ])('%s by one are the same as at once', async (path, sorts) => {
    for (const sort of sorts.flatMap((one) => [one, `-${one}`])) {
      const { items, cursor } = await list(`${path}?sort=${sort}&limit=500`);
      expect(cursor).toBeNull();
      expect(await everyPage(`${path}?sort=${sort}&limit=1`)).toEqual(items);
    }
  });

  it('leaves out and repeats nothing while goals come and change', async () => {
    const own = await OpenStrategy.open();
    const goalOf = (number: number) => `0190a1de-0000-7000-8000-${String(number).padStart(12, '0')}`;
    const draft = (number: number, title: string): Recording => [
      `mid.goal-${goalOf(number)}`,
      ['2026-01-01', drafted(goalOf(number), { title })],
    ];
    // Half of them have one title: the tie is broken by the stream.
    const before = Array.from({ length: 10 }, (_, number) => draft(number, number < 5 ? 'Same' : `Goal ${number}`));
    await own.record(...before);
    let more = 100;
    const seen = await everyPage('goals?limit=3', own, async () => {
      await own.record(draft((more += 1), 'A before all'), draft((more += 1), 'Z after all'));
      await own.record([`mid.goal-${goalOf(7)}`, ['2026-01-02', adopted(goalOf(7), { title: 'Goal 7' })]]);
    });
    const ids = seen.map(({ goalId }) => goalId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(Array.from({ length: 10 }, (_, number) => goalOf(number)).filter((id) => !ids.includes(id))).toEqual([]);
    await own.close();
  });
});

describe('a request that is not as agreed', () => {
  const cursorOf = async (path: string) => String((await list(path)).cursor);

  it.each([
    ['goals?colour=red', ['#/colour']],
    ['goals?limit=0', ['#/limit']],
    ['goals?limit=501', ['#/limit']],
    ['goals?limit=ten&state=x&foo=1', ['#/limit', '#/state', '#/foo']],
    ['goals?state=draft&state=adopted', ['#/state']],
    ['goals?sort=colour', ['#/sort']],
    ['goals?theme=A%20B', ['#/theme']],
    ['goals?q=%20', ['#/q']],
    ['goals?__proto__=1', ['#/__proto__']],
    ['goals?cursor=nonsense', ['#/cursor']],
    ['measures?goal=x', ['#/goal']],
    ['indicators?kind=x', ['#/kind']],
    ['events?from=2026-02-30', ['#/from']],
    ['events?type=Nonsense', ['#/type']],
    ['events?from=2026-01-01&sort=arrival', ['#/sort']],
    ['ministries?limit=1', ['#/limit']],
    ['overview?after=mf.goal-1', ['#/after']],
    [`goals/${goals.fibre}?x=1`, ['#/x']],
  ])('%s is a 400 that names %j', async (path, pointers) => {
    const { status, headers, body } = await strategy.get(`${API}/${path}`);
    expect([status, headers['content-type'], body.type]).toEqual([
      ...[400, 'application/problem+json; charset=utf-8', '/problems/invalid-request'],
    ]);
    expect((body.errors as { pointer: string }[]).map(({ pointer }) => pointer).sort()).toEqual([...pointers].sort());
  });

  it('is one whose cursor belongs to another sorting', async () => {
    const path = `goals?sort=targetDate&cursor=${await cursorOf('goals?sort=title&limit=1')}`;
    expect((await strategy.get(`${API}/${path}`)).status).toBe(400);
    const forged = Buffer.from(JSON.stringify(['-arrival', 'x', 1])).toString('base64url');
    expect((await strategy.get(`${API}/events?cursor=${forged}`)).status).toBe(400);
  });

  it('is one that writes', async () => {
    const response = await strategy.app.inject({ method: 'DELETE', url: `${API}/goals/${measures.dig}` });
    expect(response.statusCode).toBe(401);
  });
});
