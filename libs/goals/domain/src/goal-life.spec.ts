import {
  abandon,
  abandoned,
  adopt,
  adopted,
  begin,
  begun,
  better,
  declare,
  declared,
  defer,
  deferred,
  drafted,
  given,
  goalId,
  justify,
  LATER,
  otherDecision,
  outcome,
  proposed,
  resume,
  resumed,
  revise,
  revised,
  supersede,
  superseded,
  toAdopted,
  toUnderway,
  withdraw,
  withdrawn,
} from './testing/goal-examples';

describe('adopting a goal', () => {
  it('does nothing by the same decision, even later', () => {
    given(...toAdopted)
      .when(adopt())
      .thenNothing();
    given(...toUnderway)
      .when(adopt())
      .thenNothing();
  });

  it('is refused by another decision', () =>
    given(...toAdopted)
      .when(adopt(otherDecision))
      .thenRejected('goal-already-adopted'));

  it('ends a deferral, should the decision meet one', () =>
    given(drafted, deferred).when(adopt()).then(resumed, adopted));

  it('is refused for a goal that was withdrawn', () =>
    given(drafted, withdrawn).when(adopt()).thenRejected('goal-ended'));
});

describe('beginning a goal', () => {
  it('takes at least one released measure that contributes', () =>
    given(...toAdopted)
      .when(begin(1))
      .then(begun));

  it('is refused without one', () =>
    given(...toAdopted)
      .when(begin(0))
      .thenRejected('no-released-measure'));

  it('is refused before the goal is adopted', () => given(drafted).when(begin(1)).thenRejected('goal-not-adopted'));

  it('does nothing the second time', () =>
    given(...toUnderway)
      .when(begin(0))
      .thenNothing());
});

describe('health is declared by the lead with a reason, apart from lifecycle', () => {
  it.each([
    ['in draft', [drafted]],
    ['adopted', toAdopted],
    ['underway', toUnderway],
    ['deferred', [...toUnderway, deferred]],
  ])('of a goal %s', (_, history) =>
    given(...history)
      .when(declare('amber'))
      .then(declared('amber')),
  );

  it('once when health and reason stay', () =>
    given(drafted, declared('red', 'No money')).when(declare('red', 'No money')).thenNothing());

  it('and stays when the goal is adopted', () =>
    given(drafted, declared('red', 'No money'), ...toAdopted.slice(1))
      .when(declare('red', 'No money'))
      .thenNothing());

  it('anew for another reason', () =>
    given(drafted, declared('red', 'No money')).when(declare('red', 'No staff')).then(declared('red', 'No staff')));
});

describe('a goal is deferred with a reason', () => {
  it('before it is adopted', () => given(drafted).when(defer()).then(deferred));

  it('from underway', () =>
    given(...toUnderway)
      .when(defer())
      .then(deferred));

  it('until a day, if one is known', () =>
    given(drafted)
      .when(defer('Elections', '2026-12-31'))
      .then({ type: 'GoalDeferred', data: { goalId, reason: 'Elections', until: '2026-12-31' } }));

  it('but not until a day that is over', () =>
    given(drafted).when(defer('Elections', '2026-12-30')).thenRejected('deferral-over'));

  it('but not when it is adopted and has not begun', () =>
    given(...toAdopted)
      .when(defer())
      .thenRejected('goal-not-underway'));

  it('once: the same again does nothing, another reason is refused', () => {
    given(drafted, deferred).when(defer()).thenNothing();
    given(drafted, deferred).when(defer('Elections')).thenRejected('goal-deferred');
  });
});

describe('a deferred goal', () => {
  it('resumes where it was: as a draft', () => {
    given(drafted, deferred).when(resume).then(resumed);
    given(drafted, deferred, resumed).when(revise(better)).then(revised);
    given(drafted, deferred, resumed).when(abandon).thenRejected('goal-not-underway');
  });

  it('resumes where it was: underway', () => {
    given(...toUnderway, deferred)
      .when(resume)
      .then(resumed);
    given(...toUnderway, deferred, resumed)
      .when(abandon)
      .then(abandoned);
  });

  const heard = ['ResumeGoal', 'DeclareGoalHealth', 'DeferGoal', 'WithdrawGoal', 'AdoptGoal'];
  it.each(LATER.filter(({ type }) => !heard.includes(type)))('is resumed before $type', (command) => {
    given(...toUnderway, deferred)
      .when(command)
      .thenRejected('goal-deferred');
    given(drafted, deferred).when(command).thenRejected('goal-deferred');
  });

  it('is withdrawn if it was deferred before the cabinet, and not if it was underway', () => {
    given(drafted, deferred).when(withdraw).then(withdrawn);
    given(...toUnderway, deferred)
      .when(withdraw)
      .thenRejected('goal-already-adopted');
  });

  it('that was resumed is deferred no longer', () => {
    given(drafted, deferred, resumed).when(resume).thenRejected('goal-not-deferred');
    given(...toAdopted)
      .when(resume)
      .thenRejected('goal-not-deferred');
  });
});

describe('withdrawing a goal', () => {
  it('is possible before cabinet', () => given(drafted).when(withdraw).then(withdrawn));

  it.each([
    ['adopted', toAdopted],
    ['underway', toUnderway],
  ])('is refused for one that is %s', (_, history) =>
    given(...history)
      .when(withdraw)
      .thenRejected('goal-already-adopted'),
  );
});

describe('giving a goal up', () => {
  it('abandons it while it is underway', () =>
    given(...toUnderway)
      .when(abandon)
      .then(abandoned));

  it('supersedes it by a successor', () =>
    given(...toUnderway)
      .when(supersede())
      .then(superseded));

  it('is possible while an outcome waits for the strategy office', () =>
    given(...toUnderway, proposed(1, outcome('missed')))
      .when(supersede())
      .then(superseded));

  it('never supersedes it by itself', () =>
    given(...toUnderway)
      .when(supersede(goalId))
      .thenRejected('superseded-by-itself'));

  it.each([
    ['a draft', [drafted]],
    ['adopted', toAdopted],
  ])('is refused for one that is %s', (_, history) => {
    given(...history)
      .when(abandon)
      .thenRejected('goal-not-underway');
    given(...history)
      .when(supersede())
      .thenRejected('goal-not-underway');
  });
});

it('a draft that is resumed can be justified', () =>
  given(drafted, deferred, resumed)
    .when(justify())
    .then({
      type: 'GoalJustified',
      data: { goalId, rationale: 'Paper is slow', qualitative: false, touchesMoney: true },
    }));
