// Over HTTP, on the memory store.
import { entityId } from '@zielwerk/platform';
import { type Asked, bodyAgreement, OpenHouse, type Way, WAYS } from '@zielwerk/platform/testing';
import { recorded } from '@zielwerk/testing';

import { GoalsModule } from './goals.module';

const goalId = entityId('mid', 'goal', 'Z-MID-1');
const stream = `mid.goal-${goalId}`;
const shortest = { title: 'Electronic files', theme: 'e-akte' };
const open = { description: null, participants: [], parentGoalId: null, targetDate: null, fileReference: null };
const content = {
  ...shortest,
  description: 'From the inbox to the archive',
  participants: ['mi', 'mf'],
  parentGoalId: '0190a1de-0000-7000-8000-0000000000a2',
  targetDate: '2028-12-31',
  fileReference: '12.3-02100/7',
};
const health = { health: 'amber', reason: 'The tender is late' };
const decision = { decisionNumber: 'KB 2024/07-3', decidedOn: '2024-07-16' };

const draft = { command: 'DraftGoal', data: { reference: 'Z-MID-1', ...content } };
const revise = { command: 'ReviseGoal', id: goalId, data: shortest };
const begin = { command: 'BeginGoal', id: goalId, data: {} };
const declare = { command: 'DeclareGoalHealth', id: goalId, data: health };

let house: OpenHouse;
beforeEach(async () => (house = await OpenHouse.with('mid', GoalsModule)));
afterEach(() => house.close());

const adopt = (lead = 'mid') => {
  const data = { goalId, lead, ...decision };
  return house.receive(recorded(`stk.adoption-${goalId}`, ['2026-11-23', { type: 'GoalAdoptionRecorded', data }]));
};

describe.each(WAYS)('through %s', (way) => {
  const ask = (asked: Asked) => house.ask(way, asked);

  it('a goal is drafted, revised, adopted by the cabinet, begun and judged', async () => {
    house.known.releasedContributions.set(goalId, 1);
    expect(await ask({ ...draft, occurredOn: '2024-05-02' })).toEqual({ stream, revision: 0 });
    expect(await ask({ ...revise, occurredOn: '2024-06-03' })).toEqual({ stream, revision: 1 });
    expect(await adopt()).toEqual([{ stream, revision: 2 }]);
    expect(await ask({ ...begin, occurredOn: '2024-08-01' })).toEqual({ stream, revision: 3 });
    expect(await ask(declare)).toEqual({ stream, revision: 4 });
    const revised = { ...shortest, ...open };
    expect(await house.history(stream)).toEqual([
      ['2024-05-02', 'GoalDrafted.v1', { goalId, reference: 'Z-MID-1', content }],
      ['2024-06-03', 'GoalRevised.v1', { goalId, content: revised }],
      ['2024-07-16', 'GoalAdopted.v1', { goalId, ...decision, reference: 'Z-MID-1', content: revised }],
      ['2024-08-01', 'GoalBegun.v1', { goalId }],
      ['2026-11-23', 'GoalHealthDeclared.v1', { goalId, ...health }],
    ]);
  });

  it('what a draft leaves out is open', async () => {
    const own = '0190a1de-0000-7000-8000-0000000000a7';
    await ask({ command: 'DraftGoal', id: own, data: shortest });
    expect(await house.history(`mid.goal-${own}`)).toEqual([
      ['2026-11-23', 'GoalDrafted.v1', { goalId: own, reference: null, content: { ...shortest, ...open } }],
    ]);
  });

  it.each([draft, revise])('$command is refused for what the jurisdiction does not have', async (asked) => {
    if (asked !== draft) await ask(draft);
    const said = { ...asked.data, ...open };
    expect(await ask({ ...asked, data: { ...said, theme: 'space-travel' } })).toEqual({
      status: 422,
      code: 'theme-unknown',
    });
    expect(await ask({ ...asked, data: { ...said, participants: ['mi', 'mars'] } })).toEqual({
      status: 422,
      code: 'ministry-unknown',
    });
  });

  it('a refusal has the status of its kind', async () => {
    expect(await ask(begin)).toEqual({ status: 404, code: 'goal-unknown' });
    expect(await ask({ ...draft, data: { ...draft.data, participants: ['mid'] } })).toEqual({
      status: 422,
      code: 'lead-among-participants',
    });
    await ask(draft);
    expect(await ask(draft)).toEqual({ status: 409, code: 'goal-exists' });
    await adopt();
    expect(await ask(begin)).toEqual({ status: 409, code: 'no-released-measure' });
    expect(await ask(revise)).toEqual({ status: 409, code: 'goal-already-adopted' });
    expect(await ask({ ...declare, data: { health: 'pink', reason: 'Mood' } })).toEqual({
      status: 400,
      code: 'invalid-request',
    });
  });
});

describe('what the cabinet decided', () => {
  const drafted = (occurredOn: string, way: Way = 'its own route') => house.ask(way, { ...draft, occurredOn });

  it('is taken over once, however often it is heard', async () => {
    await drafted('2024-05-02');
    expect(await adopt()).toEqual([{ stream, revision: 1 }]);
    expect(await adopt()).toEqual([{ stream, revision: 1 }]);
    expect(await house.history(stream)).toHaveLength(2);
  });

  it('is taken over as of the draft where that is younger than the decision', async () => {
    await drafted('2026-02-03');
    await adopt();
    expect(await house.history(stream)).toMatchObject([
      ['2026-02-03', 'GoalDrafted.v1', { goalId }],
      ['2026-02-03', 'GoalAdopted.v1', { goalId, decidedOn: '2024-07-16' }],
    ]);
  });

  it('about another house is left to that one', async () => {
    await drafted('2024-05-02');
    expect(await adopt('mi')).toEqual([null]);
    expect(await house.history(stream)).toHaveLength(1);
  });

  it('about a goal nobody drafted is refused', () =>
    expect(adopt()).rejects.toMatchObject({ message: 'goal-unknown' }));
});

it('editors may', async () =>
  expect(await house.whoMay()).toEqual({
    DraftGoal: ['editor'],
    ReviseGoal: ['editor'],
    BeginGoal: ['editor'],
    DeclareGoalHealth: ['editor'],
  }));

it.each([draft, { ...revise, data: content }, declare])(
  'ajv and class-validator agree on the body of $command',
  (asked) => expect(bodyAgreement(GoalsModule, asked)).toBeGreaterThan(100),
);
