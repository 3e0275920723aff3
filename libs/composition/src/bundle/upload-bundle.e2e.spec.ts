// A house takes in its own tables: what it downloaded, and what it has changed.
import { type TableName } from '@zielwerk/bundle';
import { FILE_TYPES, ROLES } from '@zielwerk/platform';

import { until } from '../services/until';
import { BundleState, type Upload, type UploadAnswer } from '../testing/bundle-state';
import { RICH } from '../testing/rich-state';
import { filesOf, HOUSES, type Row, rowsOf } from '../testing/small-bundles';

let state: BundleState;
beforeAll(async () => {
  state = await BundleState.open();
  const { faults } = await state.take(filesOf(rowsOf(RICH)));
  expect(faults).toEqual([]);
});
afterAll(() => state.close());

type Asked = Readonly<{ roles?: Upload['roles']; unit?: string; dryRun?: boolean }>;

const send = (house: string, table: TableName, rows: readonly Row[], asked: Asked = {}): Promise<UploadAnswer> => {
  const { roles = ['editor'], unit = 'Unit 1', dryRun = false } = asked;
  const bytes = filesOf({ [table]: rows })[table] ?? Buffer.alloc(0);
  const path = `bundle?table=${table}${dryRun ? '&dryRun=true' : ''}`;
  return state.upload(house, { path, type: FILE_TYPES.csv, bytes, roles, unit });
};
const eventsNow = async () => (await state.events()).length;

const goal = { reference: 'Z-MF-7', ministry: 'mf', title: 'Seventh', theme: 'e-akte', on: '2026-09-01' };

describe.each([...HOUSES])('what %s has downloaded', (house) => {
  it('asks for nothing when it is sent back as it is', async () => {
    const before = await eventsNow();
    const file = await state.get(`exports/bundle.xlsx?ministry=${house}`);
    const bytes = new Uint8Array(await file.arrayBuffer());
    const { status, body } = await state.upload(house, { type: FILE_TYPES.xlsx, bytes, roles: ROLES });
    expect({ status, body }).toMatchObject({ status: 200, body: { commands: 0, refused: [] } });
    expect(body.rows).toBeGreaterThan(3);
    expect(body.vanished).toEqual([]);
    expect(await eventsNow()).toBe(before);
  });
});

describe('a table that a house sends', () => {
  it('is only looked at when it asks for that', async () => {
    const before = await eventsNow();
    expect(await send('mf', 'goals', [goal], { dryRun: true })).toMatchObject({ status: 200, body: { commands: 1 } });
    expect(await eventsNow()).toBe(before);
  });

  it('is recorded once; a change is a revision, by whoever sends it', async () => {
    const sent = async (row: Row) => {
      const { status, body } = await send('mf', 'goals', [row]);
      return { status, commands: body.commands, refused: body.refused };
    };
    expect(await sent(goal)).toEqual({ status: 200, commands: 1, refused: [] });
    expect(await sent(goal)).toEqual({ status: 200, commands: 0, refused: [] });
    expect(await sent({ ...goal, title: 'Seventh, better' })).toEqual({ status: 200, commands: 1, refused: [] });
    const recorded = (await state.events()).filter(({ data }) => JSON.stringify(data).includes('Seventh'));
    expect(recorded.map(({ type }) => type)).toEqual(['GoalRevised', 'GoalDrafted']);
  });

  it('is recorded anew when it says again what it said before', async () => {
    const better = { ...goal, title: 'Seventh, better' };
    const said = async (rationale: string) => (await send('mf', 'goals', [{ ...better, rationale }])).body.commands;
    const [first, second, third] = [await said('One'), await said('Other'), await said('One')];
    expect([first, second, third]).toEqual([1, 1, 1]);
    const { items } = (await (await state.get('events?type=GoalJustified&ministry=mf')).json()) as {
      items: readonly Readonly<{ data: Readonly<{ rationale: string }> }>[];
    };
    const rationales = items.map(({ data }) => data.rationale).filter((each) => each !== RICH.goals[2]?.rationale);
    expect(rationales.sort()).toEqual(['One', 'One', 'Other']);
  });

  it('leaves alone what it has no column for', async () => {
    const bytes = Buffer.from(
      `reference;ministry;title;theme;on\r\n${goal.reference};mf;Shorter;e-akte;${goal.on}\r\n`,
    );
    const path = 'bundle?table=goals';
    const { body } = await state.upload('mf', { path, type: FILE_TYPES.csv, bytes, roles: ['editor'] });
    expect(body).toMatchObject({ commands: 1, refused: [] });
    const exported = await (await state.get('exports/goals.csv?ministry=mf')).text();
    expect(exported.split('\r\n').find((row) => row.startsWith(goal.reference))).toContain(';One;');
  });

  it('changes a measure by the house that leads it now, and by no other one', async () => {
    const moved = { reference: 'M-MID-0', ministry: 'mid', title: 'Moves', on: '2026-01-10', reportedOn: '2026-09-20' };
    const row = {
      ...{ ...moved, contributesTo: 'Z-MID-0 60, Z-STK-0 40', startsOn: '2026-01-15', endsOn: '2027-12-31' },
      ...{ purpose: 'P', result: 'R', projectLead: 'New lead', unit: 'Unit 2', budgetLine: '19 05 812 01' },
      plannedOn: '2026-01-12',
    };
    const { errors = [] } = (await send('mid', 'measures', [row])).body as { errors?: readonly object[] };
    expect(errors[0]).toEqual({
      ...{ pointer: '#/measures.csv/2', detail: 'is for mf to decide; here stands what mid decides' },
    });
    // Its own rules are another thing: by now the measure is over.
    const { body } = await send('mf', 'measures', [row]);
    expect(JSON.stringify(body.refused)).toContain('The measure is impactReviewed; this is settled by then.');
  });

  it('of an office asks for nothing that the office has decided already', async () => {
    const decided = { kind: 'goal', reference: 'Z-MID-0', step: 'recordAdoption', text: 'KB 2' };
    const row = { ...decided, on: '2026-02-10', date: '2026-02-10', reportedOn: '2026-09-20' };
    expect(await send('stk', 'lifecycle', [row], { roles: ['cabinet-office'] })).toMatchObject({
      ...{ status: 200, body: { commands: 0, refused: [], vanished: expect.anything() as unknown } },
    });
  });

  it('is taken back as it was given, also where a decision came round late', async () => {
    const late = { ...goal, reference: 'Z-MF-8', on: '2026-08-01' };
    const adopted = { on: '2026-08-20', kind: 'goal', reference: 'Z-MF-8', step: 'recordAdoption', text: 'KB 8' };
    await send('mf', 'goals', [late]);
    await send('mf', 'goals', [{ ...late, title: 'Revised today' }]);
    const decision = { ...adopted, date: '2026-08-20' };
    expect(await send('stk', 'lifecycle', [decision], { roles: ['cabinet-office'] })).toMatchObject({
      body: { commands: 1, refused: [] },
    });
    await until(async () => (await (await state.get('exports/lifecycle.csv')).text()).includes('KB 8'));
    const bytes = new Uint8Array(await (await state.get('exports/bundle.xlsx?ministry=mf')).arrayBuffer());
    const { status, body } = await state.upload('mf', { type: FILE_TYPES.xlsx, bytes, roles: ROLES });
    expect({ status, body }).toMatchObject({ status: 200, body: { commands: 0, refused: [], vanished: [] } });
  });

  it('may name what other houses lead, and say when it was reported', async () => {
    const measure = {
      ...{ reference: 'M-STK-9', ministry: 'stk', title: 'Ninth', contributesTo: 'Z-MID-0 40', on: '2026-01-10' },
      ...{ startsOn: '2026-01-15', endsOn: '2027-12-31', needsNoMoney: 'yes', plannedOn: '2026-01-12' },
      reportedOn: '2026-01-11',
    };
    expect(await send('stk', 'measures', [measure])).toMatchObject({ body: { commands: 3, refused: [] } });
    const { items } = (await (await state.get('events?type=MeasureProposed&sort=-occurredOn')).json()) as {
      items: readonly Readonly<{ data: Readonly<{ reference: string }>; origin: unknown; reportedOn: unknown }>[];
    };
    const proposed = items.find(({ data }) => data.reference === 'M-STK-9');
    expect([proposed?.origin, proposed?.reportedOn]).toEqual(['import', '2026-01-11']);
  });

  it('cannot call its own what another house has under that id', async () => {
    const events = await state.events();
    const [id] = events.flatMap(({ type, stream }) =>
      type === 'GoalDrafted' && stream.startsWith('mid.') ? [stream.replace('mid.goal-', '')] : [],
    );
    const { body } = await send('mf', 'goals', [{ ...goal, reference: id ?? '' }]);
    expect(body.refused).toEqual([
      { file: 'goals.csv', row: 2, detail: expect.stringContaining('mid uses this id already') as string },
    ]);
    expect(await eventsNow()).toBe(events.length);
  });

  it('is recorded row by row where the rules of the house refuse one', async () => {
    const step = { kind: 'measure', reference: 'M-MF-0', on: '2026-09-02' };
    const { status, body } = await send('mf', 'lifecycle', [
      { ...step, step: 'resume' },
      { kind: 'goal', reference: 'Z-MF-0', on: '2026-09-03', step: 'withdraw', reason: 'No need.' },
    ]);
    expect(status).toBe(200);
    expect(body.refused).toEqual([
      { file: 'lifecycle.csv', row: 2, detail: expect.stringContaining('ResumeMeasure was refused: ') as string },
    ]);
    expect((await state.events()).filter(({ type }) => type === 'GoalWithdrawn')).toHaveLength(1);
  });
});

type Faulty = [what: string, house: string, table: TableName, row: Row, asked: Asked, pointer: string, detail: string];

describe('nothing is recorded of a file', () => {
  const refused = (pointer: string, detail: string) => ({
    ...{ status: 400 },
    body: {
      type: '/problems/invalid-request',
      errors: [{ pointer, detail: expect.stringContaining(detail) as string }],
    },
  });
  it.each<Faulty>([
    [
      ...(['with a cell that is wrong', 'mf', 'goals', { ...goal, on: 'soon' }, {}] as const),
      ...(['#/goals.csv/2/on', 'must be a day'] as const),
    ],
    [
      ...(['with a theme that nobody defined', 'mf', 'goals', { ...goal, reference: 'Z-8', theme: 'x' }, {}] as const),
      ...(['#/goals.csv/2/theme', 'names x; the themes are e-akte, new'] as const),
    ],
    [
      ...(['of tomorrow', 'mf', 'goals', { ...goal, reference: 'Z-9', on: '2026-10-01' }, {}] as const),
      ...(['#/goals.csv/2', '2026-10-01 is still to come; today is 2026-09-30'] as const),
    ],
    [
      ...(['with a milestone that is changed without its measure', 'mf', 'milestones'] as const),
      { measure: 'M-MF-0', milestone: 'a', title: 'Other', baselineDate: '2026-12-31' },
      ...([{}, '#/milestones.csv/2/title', 'is only changed together with the row in measures'] as const),
    ],
    [
      ...(['of another house', 'mid', 'goals', { ...goal, reference: 'Z-8' }, {}] as const),
      ...(['#/goals.csv/2', 'is for mf to decide; here stands what mid decides'] as const),
    ],
    [
      ...(['with what an office decides', 'mf', 'lifecycle'] as const),
      { kind: 'goal', reference: 'Z-MF-7', on: '2026-09-04', step: 'recordAdoption', date: '2026-09-04', text: 'KB' },
      ...([{}, '#/lifecycle.csv/2', 'is for stk to decide'] as const),
    ],
    [
      ...(['by somebody without the role', 'mf', 'goals', { ...goal, reference: 'Z-8' }] as const),
      ...([{ roles: ['observer'] }, '#/goals.csv/2', 'DraftGoal is not for you: This needs the role'] as const),
    ],
    [
      ...(['by somebody of another unit', 'mf', 'lifecycle'] as const),
      { kind: 'measure', reference: 'M-MF-0', on: '2026-09-04', step: 'complete', unit: 'Unit 9' },
      ...([{ roles: ['acceptor'] }, '#/lifecycle.csv/2', 'is for somebody of Unit 9; the token is of Unit 1'] as const),
    ],
  ])('%s', async (...[, house, table, row, asked, pointer, detail]) => {
    const before = await eventsNow();
    expect(await send(house, table, [row], asked)).toMatchObject(refused(pointer, detail));
    expect(await eventsNow()).toBe(before);
  });

  it.each([
    ['that is no file', 'bundle', 'application/json', 415],
    ['of which nobody says which table it is', 'bundle', FILE_TYPES.csv, 400],
    ['that is no workbook', 'bundle', FILE_TYPES.xlsx, 400],
    ['that is sent elsewhere', 'commands', FILE_TYPES.csv, 415],
    ['with a question that nobody knows', 'bundle?tables=goals', FILE_TYPES.csv, 400],
  ])('%s', async (_, path, type, status) => {
    const answer = await state.upload('mf', { path, type, bytes: Buffer.from('{}'), roles: ['editor'] });
    expect(answer.status).toBe(status);
  });

  it('of which the first 100 faults are told, or that has too many rows', async () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ ...goal, reference: `Z-${index}`, on: 'soon' }));
    const { status, body } = await send('mf', 'goals', many(150));
    const errors = body.errors as readonly Readonly<{ detail: string }>[];
    expect([status, errors.length, errors.at(-1)?.detail]).toEqual([400, 101, 'There are 50 more faults.']);
    expect((await send('mf', 'goals', many(10_001))).status).toBe(413);
  });

  it('without a token, or with one of another house', async () => {
    const url = `${state.target.url}/api/ministries/mf/bundle?table=goals`;
    const headers = { 'content-type': FILE_TYPES.csv };
    expect((await fetch(url, { method: 'POST', headers, body: 'x' })).status).toBe(401);
    const token = (await state.target.tokens({ ministry: 'mid', role: 'editor' })) ?? '';
    const foreign = { ...headers, authorization: `Bearer ${token}` };
    expect((await fetch(url, { method: 'POST', headers: foreign, body: 'x' })).status).toBe(403);
  });
});
