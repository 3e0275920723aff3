import { topicOf } from '@zielwerk/kernel';
import { entityId } from '@zielwerk/platform';

import { createMinistryApp } from './ministry-app';
import { Disk, jurisdiction, TestState } from './testing/state';

const goalId = entityId('mwu', 'goal', 'Z-1');
const goal = { reference: 'Z-1', title: 'Files without paper', theme: 'files', participants: ['mid'] };
const adoption = { goalId, lead: 'mwu', decisionNumber: '12/2026', decidedOn: '2026-11-02' };
const adopted = ['GoalDrafted.v1', 'GoalAdopted.v1'];

describe('houses of one state', () => {
  let state: TestState;
  let disk: Disk;
  beforeEach(() => {
    disk = new Disk();
  });
  afterEach(async () => {
    await state.close();
    await disk.messaging.close();
  });
  /** With the strategy office, whose themes the goals are about. */
  const open = async (...codes: string[]) => {
    state = await TestState.open(['mid', ...codes], disk);
  };
  const draft = () => state.sendWhenKnown('mwu', 'editor', 'goals', goal);

  it('act on each other’s facts: one drafts a goal, the cabinet adopts it, the lead takes that over', async () => {
    await open('stk', 'mwu');
    expect((await draft()).status).toBe(201);
    expect((await state.sendWhenKnown('stk', 'cabinet-office', 'adoptions', adoption)).status).toBe(201);
    expect(await state.history(`mwu.goal-${goalId}`, 2)).toEqual(adopted);
    const [, event] = await disk.storeOf('mwu').readStream(`mwu.goal-${goalId}`);
    expect(event?.meta).toMatchObject({ actor: 'policy:adopt-goal-when-adoption-recorded', function: null });
  });

  it('act on what was published while they were away, and once', async () => {
    await open('stk', 'mwu');
    await draft();
    await state.sendWhenKnown('stk', 'cabinet-office', 'adoptions', adoption);
    await state.history(`mwu.goal-${goalId}`, 2);
    await state.close();
    for (let restart = 0; restart < 2; restart++) {
      await open('stk', 'mwu', 'mf');
      await state.whenReady('mwu');
      await state.close();
    }
    expect(await state.history(`mwu.goal-${goalId}`)).toEqual(adopted);
  });

  it('refuse what rests on a fact they do not know yet', async () => {
    await open('stk');
    const { status, body } = await state.send('stk', 'cabinet-office', 'adoptions', adoption);
    expect([status, body.type]).toEqual([409, '/problems/not-known-here-yet']);
  });

  it('let a goal begin once a measure of any house contributes to it', async () => {
    await open('stk', 'mwu', 'mf');
    const measureId = entityId('mf', 'measure', 'M-1');
    const editing = (path: string, body: object) => state.sendWhenKnown('mf', 'editor', path, body);
    await draft();
    await state.sendWhenKnown('stk', 'cabinet-office', 'adoptions', adoption);
    await state.history(`mwu.goal-${goalId}`, 2);
    expect((await state.send('mwu', 'editor', `goals/${goalId}/begin`, {})).body.type).toBe(
      '/problems/no-released-measure',
    );
    await editing('measures', { reference: 'M-1', title: 'Scanners' });
    await editing(`measures/${measureId}/contributions`, { goalId });
    await editing(`measures/${measureId}/plan`, {
      ...{ startsOn: '2026-12-01', endsOn: '2027-06-30', needsNoMoney: true },
      ...{ charter: { purpose: 'Less paper', result: 'None' }, projectLead: { function: 'Referat 12', unit: '12' } },
    });
    expect((await editing(`measures/${measureId}/release`, {})).status).toBe(201);
    const begun = await state.sendWhile('/problems/no-released-measure', [
      'mwu',
      'editor',
      `goals/${goalId}/begin`,
      {},
    ]);
    expect(begun.status).toBe(201);
  });

  it('go on when a message on the bus is none, or carries a fact nobody can read', async () => {
    await open('stk', 'mwu');
    const topic = topicOf('mwu');
    await disk.messaging.publish(topic, [
      { key: 'x', value: 'x', headers: {} },
      { key: `mwu.goal-${goalId}`, value: '{}', headers: { ce_type: 'GoalDrafted.v1' } },
    ]);
    await draft();
    expect((await state.sendWhenKnown('stk', 'cabinet-office', 'adoptions', adoption)).status).toBe(201);
  });

  it('count what their own rules refuse to do about others’ facts', async () => {
    await open('stk', 'mwu');
    await draft();
    await state.sendWhenKnown('stk', 'cabinet-office', 'adoptions', adoption);
    await state.history(`mwu.goal-${goalId}`, 2);
    await state.close();
    // The same fact under another id: as if the cabinet's house had recorded two decisions on one goal.
    const [message] = await disk.published('stk');
    const later = { ...message.headers, ce_id: entityId('stk', 'x', 'y'), ce_revision: '1' };
    const value = JSON.stringify({ ...adoption, decisionNumber: '13/2026' });
    await disk.messaging.publish(topicOf('stk'), [{ key: message.key, value, headers: later }]);
    await open('stk', 'mwu');
    expect(await state.whenReady('mwu')).toMatchObject({ checks: { knownFacts: { up: true, refusedByPolicies: 1 } } });
    expect(await state.history(`mwu.goal-${goalId}`)).toEqual(adopted);
  });
});

describe('the house that holds the office strategy', () => {
  let state: TestState;
  const disk = new Disk();
  afterEach(() => state.close());
  afterAll(() => disk.messaging.close());
  const streamOf = (category: string, code: string) => `mid.${category}-${entityId('mid', category, code)}`;
  const recordedBy = async () => (await disk.storeOf('mid').readAll(0, 100)).map(({ meta }) => meta.stream).sort();
  const framework = [streamOf('pillar', 'state'), streamOf('pillar', 'society'), streamOf('theme', 'files')].sort();

  it('records the pillars and themes of the jurisdiction file, once', async () => {
    for (let start = 0; start < 3; start++) {
      state = await TestState.open(['mid', 'mf'], disk);
      await state.close();
    }
    expect(await recordedBy()).toEqual(framework);
    expect(await disk.storeOf('mf').readAll(0, 100)).toEqual([]);
  });

  it('keeps the name that a pillar was given later, and has nothing to say about the file', async () => {
    const told: unknown[] = [];
    const logger = { log: () => undefined, error: () => undefined, warn: (message: unknown) => told.push(message) };
    const renamed = new Disk();
    state = await TestState.open(['mid'], renamed);
    const path = `framework/pillars/${entityId('mid', 'pillar', 'state')}/names`;
    const name = { title: 'Public administration', description: null };
    expect((await state.send('mid', 'strategy-office', path, name)).status).toBe(201);
    await state.close();
    state = await TestState.open(['mid'], renamed, { logger });
    expect(await state.history(streamOf('pillar', 'state'))).toEqual(['PillarDefined.v1', 'PillarRenamed.v1']);
    expect(told).toEqual([]);
    await state.close();
    await renamed.messaging.close();
  });

  it('adds what the file has more, and says so when the file contradicts what was recorded', async () => {
    const told: unknown[] = [];
    const logger = { log: () => undefined, error: () => undefined, warn: (message: unknown) => told.push(message) };
    state = await TestState.open([], disk);
    const [pillar, ...pillars] = jurisdiction.pillars;
    const changed = {
      ...jurisdiction,
      pillars: [{ code: 'state', ...pillar, title: 'The state' }, ...pillars],
      themes: [...jurisdiction.themes, { code: 'lines', pillar: 'state', title: 'Lines' }],
    };
    await state.start('mid', { logger }, changed);
    expect(await recordedBy()).toEqual([...framework, streamOf('theme', 'lines')].sort());
    expect(told).toEqual([expect.objectContaining({ command: 'DefinePillar', code: 'pillar-already-defined' })]);
  });
});

describe('a ministry', () => {
  it('must be one of the jurisdiction', async () => {
    const ports = {} as Parameters<typeof createMinistryApp>[1];
    await expect(createMinistryApp({ code: 'mx', jurisdiction }, ports)).rejects.toThrow(
      'The jurisdiction test has no ministry mx.',
    );
  });

  it('has the capabilities of its offices, and no others', async () => {
    const disk = new Disk();
    const state = await TestState.open(['stk', 'mid', 'mf'], disk);
    const tried = async (code: string) => [
      (await state.send(code, 'cabinet-office', 'adoptions', {})).status,
      (await state.send(code, 'strategy-office', 'framework/pillars', {})).status,
      (await state.send(code, 'editor', 'goals', {})).status,
    ];
    expect([await tried('stk'), await tried('mid'), await tried('mf')]).toEqual([
      ...[
        [400, 404, 400],
        [404, 400, 400],
        [404, 404, 400],
      ],
    ]);
    await state.close();
    await disk.messaging.close();
  });
});
