// Over HTTP, on the memory store.
import { type Asked, bodyAgreement, OpenHouse, type Way, WAYS } from '@zielwerk/platform/testing';

import { GoalsModule } from './goals.module';
import {
  abandon,
  adoptedBy,
  begin,
  content,
  correct,
  decision,
  declare,
  defer,
  draft,
  draftAlone,
  goalId,
  justify,
  measure,
  open,
  parent,
  parentGoalId,
  propose,
  resume,
  revise,
  shortest,
  stream,
  supersede,
  theme,
  withdraw,
} from './testing/goal-requests';

let house: OpenHouse;
beforeEach(async () => {
  house = await OpenHouse.with('mid', GoalsModule);
  house.knows(theme);
  house.knows(parent());
});
afterEach(() => house.close());

const adopt = (lead = 'mid') => house.receive(adoptedBy(lead));

describe.each(WAYS)('through %s', (way) => {
  const ask = (asked: Asked) => house.ask(way, asked);

  it('a goal is drafted, revised, justified, adopted by the cabinet, begun, judged and corrected in its wording', async () => {
    house.knows(measure);
    expect(await ask({ ...draft, occurredOn: '2024-05-02' })).toEqual({ stream, revision: 0 });
    expect(await ask({ ...revise, occurredOn: '2024-06-03' })).toEqual({ stream, revision: 1 });
    expect(await ask({ ...justify, occurredOn: '2024-06-04' })).toEqual({ stream, revision: 2 });
    expect(await adopt()).toEqual([{ stream, revision: 3 }]);
    expect(await ask({ ...begin, occurredOn: '2024-08-01' })).toEqual({ stream, revision: 4 });
    expect(await ask(declare)).toEqual({ stream, revision: 5 });
    expect(await ask({ ...correct, data: { ...correct.data, corrects: 3 } })).toEqual({ stream, revision: 6 });
    const revised = { ...shortest, ...open };
    expect(await house.history(stream)).toEqual([
      ['2024-05-02', 'GoalDrafted.v1', { goalId, reference: 'Z-MID-1', content }],
      ['2024-06-03', 'GoalRevised.v1', { goalId, content: revised }],
      ['2024-06-04', 'GoalJustified.v1', { goalId, ...justify.data }],
      ['2024-07-16', 'GoalAdopted.v1', { goalId, ...decision, reference: 'Z-MID-1', content: revised }],
      ['2024-08-01', 'GoalBegun.v1', { goalId }],
      ['2026-11-23', 'GoalHealthDeclared.v1', { goalId, ...declare.data }],
      ['2026-11-23', 'GoalWordingCorrected.v1', { goalId, ...correct.data, corrects: 3 }],
    ]);
  });

  it('a goal is deferred with a reason, resumes where it was, and is withdrawn before cabinet', async () => {
    await ask({ ...draft, occurredOn: '2026-05-02' });
    expect(await ask(defer)).toEqual({ stream, revision: 1 });
    expect(await ask(revise)).toEqual({ status: 409, code: 'goal-deferred' });
    expect(await ask(resume)).toEqual({ stream, revision: 2 });
    expect(await ask({ ...defer, data: { reason: 'Elections' } })).toEqual({ stream, revision: 3 });
    expect(await ask(withdraw)).toEqual({ stream, revision: 4 });
    expect(await ask(resume)).toEqual({ status: 409, code: 'goal-ended' });
    expect(await house.history(stream)).toEqual([
      ['2026-05-02', 'GoalDrafted.v1', { goalId, reference: 'Z-MID-1', content }],
      ['2026-11-23', 'GoalDeferred.v1', { goalId, ...defer.data }],
      ['2026-11-23', 'GoalResumed.v1', { goalId }],
      ['2026-11-23', 'GoalDeferred.v1', { goalId, reason: 'Elections', until: null }],
      ['2026-11-23', 'GoalWithdrawn.v1', { goalId, ...withdraw.data }],
    ]);
  });

  it('what a draft leaves out is open', async () => {
    const own = '0190a1de-0000-7000-8000-0000000000a7';
    await ask({ command: 'DraftGoal', id: own, data: shortest });
    expect(await house.history(`mid.goal-${own}`)).toEqual([
      ['2026-11-23', 'GoalDrafted.v1', { goalId: own, reference: null, content: { ...shortest, ...open } }],
    ]);
  });

  it.each([draft, revise])('$command needs a theme, participants and a parent goal that exist', async (asked) => {
    if (asked !== draft) await ask(draft);
    const said = { ...asked.data, ...open };
    const later = { status: 409, code: 'not-known-here-yet' };
    expect(await ask({ ...asked, data: { ...said, theme: 'space-travel' } })).toEqual(later);
    const nobody = '0190a1de-0000-7000-8000-0000000000a9';
    expect(await ask({ ...asked, data: { ...said, parentGoalId: nobody } })).toEqual(later);
    expect(await ask({ ...asked, data: { ...said, participants: ['mi', 'mars'] } })).toEqual({
      status: 422,
      code: 'ministry-unknown',
    });
  });

  it('a goal has an id that no other house uses', async () => {
    house.knows(parent(null));
    expect(await ask({ command: 'DraftGoal', id: parentGoalId, data: shortest })).toEqual({
      status: 409,
      code: 'id-taken',
    });
  });

  it('a goal stands neither below itself nor below a goal that is below it', async () => {
    const below = { status: 422, code: 'goal-below-itself' };
    expect(await ask({ ...draft, data: { ...draft.data, parentGoalId: goalId } })).toEqual(below);
    await ask(draftAlone);
    house.knows(parent(goalId));
    expect(await ask({ ...revise, data: { ...shortest, parentGoalId } })).toEqual(below);
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
    expect(await ask(revise)).toEqual({ status: 409, code: 'needs-coordination' });
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

it('editors may; project leads report on their measures only', async () => {
  const asked = [draft, revise, justify, correct, defer, resume, withdraw, begin, declare, propose, abandon, supersede];
  expect(await house.whoMay()).toEqual(Object.fromEntries(asked.map(({ command }) => [command, ['editor']])));
});

it.each([draft, { ...revise, data: content }, justify, correct, defer, withdraw, declare, propose, abandon, supersede])(
  'ajv and class-validator agree on the body of $command',
  (asked) => expect(bodyAgreement(GoalsModule, asked)).toBeGreaterThan(100),
);

it('a title has at most 400 characters', async () => {
  const titled = (title: string) => house.ask('its own route', { ...draft, data: { ...draft.data, title } });
  expect(await titled('a'.repeat(401))).toEqual({ status: 400, code: 'invalid-request' });
  expect(await titled('a'.repeat(400))).toEqual({ stream, revision: 0 });
});
