import { entityId } from '@zielwerk/platform';

import { Disk, TestState } from './testing/state';

describe('houses of one state', () => {
  let state: TestState;
  let disk: Disk;
  afterEach(async () => {
    await state.close();
    await disk.messaging.close();
  });
  const open = async (...codes: string[]) => {
    disk = new Disk();
    state = await TestState.open(codes, disk);
  };

  const goalId = entityId('mwu', 'goal', 'Z-1');
  const goal = { reference: 'Z-1', title: 'Files without paper', theme: 'files', participants: ['mid'] };
  const adoption = { goalId, lead: 'mwu', decisionNumber: '12/2026', decidedOn: '2026-11-02' };

  it('lead: one drafts a goal, the cabinet adopts it, and the lead takes that over', async () => {
    await open('stk', 'mwu');
    expect((await state.send('mwu', 'editor', 'goals', goal)).status).toBe(201);
    expect((await state.sendWhenKnown('stk', 'cabinet-office', 'adoptions', adoption)).status).toBe(201);
    expect(await state.history(`mwu.goal-${goalId}`, 2)).toEqual(['GoalDrafted.v1', 'GoalAdopted.v1']);
  });
});
