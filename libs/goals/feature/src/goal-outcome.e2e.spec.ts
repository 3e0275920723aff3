// Over HTTP, on the memory store: how a goal of MID ends.
import { type Asked, OpenHouse, WAYS } from '@zielwerk/platform/testing';

import { GoalsModule } from './goals.module';
import {
  abandon,
  adoptedBy,
  begin,
  confirmed,
  defer,
  draftAlone,
  goalId,
  indicator,
  indicatorId,
  measure,
  parent,
  parentGoalId,
  proposal,
  propose,
  sentBack,
  stream,
  supersede,
  theme,
} from './testing/goal-requests';

let house: OpenHouse;
beforeEach(async () => {
  house = await OpenHouse.with('mid', GoalsModule);
  house.knows([...theme, ...measure]);
  await house.ask('POST commands', { ...draftAlone, occurredOn: '2024-05-02' });
  await house.receive(adoptedBy('mid'));
  await house.ask('POST commands', { ...begin, occurredOn: '2024-08-01' });
});
afterEach(() => house.close());

const evidence = { indicatorId, title: 'Authorities with files', period: '2026-Q3', value: 58, provisional: false };
const proposed = { ...proposal, evidence: [evidence] };
const since = async (revision: number) => (await house.history(stream)).slice(revision);

describe.each(WAYS)('through %s', (way) => {
  const ask = (asked: Asked) => house.ask(way, asked);

  it('the lead proposes, strategy office confirms, with the indicator’s value at the cut-off date as evidence', async () => {
    house.knows(indicator(['2026-Q2', 40], ['2026-Q3', 58], ['2026-Q4', 60]));
    expect(await ask({ ...propose, occurredOn: '2026-10-10' })).toEqual({ stream, revision: 3 });
    expect(await house.receive(confirmed('mid', 1))).toEqual([{ stream, revision: 4 }]);
    expect(await since(3)).toEqual([
      ['2026-10-10', 'GoalOutcomeProposed.v1', { goalId, proposal: 1, proposed }],
      ['2026-11-20', 'GoalConcluded.v1', { goalId, proposal: 1, concluded: proposed }],
    ]);
    expect(await ask(propose)).toEqual({ status: 409, code: 'goal-ended' });
  });

  it('an indicator that has no value up to the cut-off date proves nothing', async () => {
    house.knows(indicator(['2026-Q4', 60]));
    expect(await ask(propose)).toEqual({ status: 409, code: 'evidence-missing' });
  });

  it('a cut-off date is not to come', async () =>
    expect(await ask({ ...propose, occurredOn: '2026-09-29' })).toEqual({ status: 422, code: 'cut-off-to-come' }));

  it('a proposal that was sent back can be made again', async () => {
    await ask({ ...propose, occurredOn: '2026-10-10' });
    expect(await house.receive(sentBack('mid', 1))).toEqual([{ stream, revision: 4 }]);
    expect(await ask(propose)).toEqual({ stream, revision: 5 });
    expect(await since(3)).toEqual([
      ['2026-10-10', 'GoalOutcomeProposed.v1', { goalId, proposal: 1, proposed: { ...proposal, evidence: [] } }],
      ['2026-11-20', 'GoalProposalSentBack.v1', { goalId, proposal: 1, reason: 'Two are missing' }],
      ['2026-11-23', 'GoalOutcomeProposed.v1', { goalId, proposal: 2, proposed: { ...proposal, evidence: [] } }],
    ]);
  });

  it('a goal that is underway is abandoned with a reason', async () => {
    expect(await ask(abandon)).toEqual({ stream, revision: 3 });
    expect(await since(3)).toEqual([['2026-11-23', 'GoalAbandoned.v1', { goalId, ...abandon.data }]]);
  });

  it('a goal is superseded by a successor of any house that is known', async () => {
    expect(await ask(supersede)).toEqual({ status: 409, code: 'not-known-here-yet' });
    house.knows(parent());
    expect(await ask({ ...supersede, data: { ...supersede.data, successorGoalId: goalId } })).toEqual({
      status: 422,
      code: 'superseded-by-itself',
    });
    expect(await ask(supersede)).toEqual({ stream, revision: 3 });
    expect(await since(3)).toEqual([
      ['2026-11-23', 'GoalSuperseded.v1', { goalId, successorGoalId: parentGoalId, reason: supersede.data.reason }],
    ]);
  });
});

describe('what the strategy office says about an outcome', () => {
  beforeEach(() => house.ask('POST commands', { ...propose, occurredOn: '2026-10-10' }));

  it('is taken over once, however often it is heard', async () => {
    await house.receive(confirmed('mid', 1));
    expect(await house.receive(confirmed('mid', 1))).toEqual([{ stream, revision: 4 }]);
    expect(await since(4)).toHaveLength(1);
  });

  it('about a goal of another house is left to that one', async () => {
    expect(await house.receive([...confirmed('mi', 1), ...sentBack('mi', 1)])).toEqual([null, null]);
    expect(await since(4)).toEqual([]);
  });

  it('about a proposal that is not open any more has no effect', async () => {
    await expect(house.receive(confirmed('mid', 2))).rejects.toMatchObject({ message: 'proposal-not-open' });
    await house.ask('POST commands', defer);
    await expect(house.receive(sentBack('mid', 1))).rejects.toMatchObject({ message: 'goal-deferred' });
  });
});
