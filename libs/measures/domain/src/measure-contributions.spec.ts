import { given, inOtherStatesThan, inStates, toCompleted, toProposed } from './testing/measure-examples';
import {
  contribute,
  contributed,
  contributedNoMore,
  contributeNoMore,
  goalId,
  otherGoalId,
} from './testing/part-examples';

describe('contributing to a goal', () => {
  it.each(inOtherStatesThan('completed', 'impactReviewed'))(
    'is possible for a measure that is $status',
    ({ history }) =>
      given(...history)
        .when(contribute(60))
        .then(contributed(60)),
  );

  it.each(inStates('completed', 'impactReviewed'))('is refused for a measure that is $status', ({ history }) =>
    given(...history)
      .when(contribute(60))
      .thenRejected('measure-closed'),
  );

  it('is possible to one or more goals', () =>
    given(...toProposed, contributed(60))
      .when(contribute(60, otherGoalId))
      .then(contributed(60, otherGoalId)));

  it('does nothing with the same weight', () =>
    given(...toProposed, contributed(60), ...toCompleted.slice(1))
      .when(contribute(60))
      .thenNothing());

  it('is refused with another weight', () =>
    given(...toProposed, contributed(60))
      .when(contribute(61))
      .thenRejected('contribution-exists'));

  it('is possible to 200 goals, which is what a handover can carry', () => {
    const goals = Array.from({ length: 200 }, (_, index) => contributed(1, goalId.slice(0, -3) + String(index + 100)));
    given(...toProposed, ...goals.slice(1))
      .when(contribute(60))
      .then(contributed(60));
    given(...toProposed, ...goals)
      .when(contribute(60))
      .thenRejected('measure-full');
  });
});

describe('contributing to a goal no more', () => {
  it.each(inOtherStatesThan('completed', 'impactReviewed'))(
    'is possible for a measure that is $status',
    ({ history }) =>
      given(...toProposed, contributed(60), ...history.slice(1))
        .when(contributeNoMore())
        .then(contributedNoMore),
  );

  it.each(inStates('completed', 'impactReviewed'))('is refused for a measure that is $status', ({ history }) =>
    given(...toProposed, contributed(60), ...history.slice(1))
      .when(contributeNoMore())
      .thenRejected('measure-closed'),
  );

  it('is refused for a goal it does not contribute to', () => {
    given(...toProposed, contributed(60))
      .when(contributeNoMore(otherGoalId))
      .thenRejected('contribution-unknown');
    given(...toProposed, contributed(60), contributedNoMore)
      .when(contributeNoMore())
      .thenRejected('contribution-unknown');
  });

  it('leaves room for another weight', () =>
    given(...toProposed, contributed(60), contributedNoMore)
      .when(contribute(61))
      .then(contributed(61)));

  it('leaves the other goals as they are', () =>
    given(...toProposed, contributed(60), contributed(40, otherGoalId), contributedNoMore)
      .when(contribute(40, otherGoalId))
      .thenNothing());
});
