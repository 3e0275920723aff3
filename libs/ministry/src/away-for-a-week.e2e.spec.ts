import { entityId } from '@zielwerk/platform';

import { Disk, TestState } from './testing/state';

const DAYS = ['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22'];
const goals = DAYS.map((day, n) => ({ day, reference: `Z-${n}`, goalId: entityId('mwu', 'goal', `Z-${n}`) }));

describe('a house that was down for a week catches up', () => {
  let state: TestState;
  let disk: Disk;
  beforeEach(() => {
    disk = new Disk();
  });
  afterEach(async () => {
    await state.close();
    await disk.messaging.close();
  });

  const run = async (codes: readonly string[], work: () => Promise<unknown>) => {
    state = await TestState.open(codes, disk);
    await work();
    await state.close();
  };
  const adopt = (goalId: string) =>
    state.send('stk', 'cabinet-office', 'adoptions', {
      ...{ goalId, lead: 'mwu', decisionNumber: '12/2026', decidedOn: '2026-11-02' },
    });
  const draftAll = async () => {
    for (const { day, reference } of goals)
      await state.sendWhenKnown('mwu', 'editor', 'goals', {
        ...{ reference, title: `Goal ${reference}`, theme: 'files', occurredOn: day },
      });
    await state.whenRelayed();
  };

  it('and accepts what it refused before with not-known-here-yet, to be tried again', async () => {
    await run(['stk'], async () => {
      for (const { goalId } of goals) {
        const { status, body, retryAfter } = await adopt(goalId);
        expect([status, body.type, retryAfter]).toEqual([409, '/problems/not-known-here-yet', '1']);
      }
    });
    await run(['mid', 'mwu'], draftAll);
    await run(['stk'], async () => {
      await state.whenReady('stk');
      for (const { goalId } of goals) expect((await adopt(goalId)).status).toBe(201);
    });
  });

  it('and takes over what others decided about its own things meanwhile, each once', async () => {
    await run(['mid', 'mwu'], draftAll);
    await run(['stk'], async () => {
      await state.whenReady('stk');
      for (const { goalId } of goals) await adopt(goalId);
      await state.whenRelayed();
    });
    for (let start = 0; start < 2; start++)
      await run(['mwu'], async () => {
        await state.whenReady('mwu');
        const histories = await Promise.all(goals.map(({ goalId }) => state.history(`mwu.goal-${goalId}`)));
        expect(histories).toEqual(goals.map(() => ['GoalDrafted.v1', 'GoalAdopted.v1']));
      });
  });
});
