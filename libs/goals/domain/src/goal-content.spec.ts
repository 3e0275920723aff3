import type { GoalContent } from '@zielwerk/contracts';

import {
  adopt,
  adopted,
  begun,
  better,
  content,
  correct,
  corrected,
  decision,
  deferred,
  draft,
  drafted,
  given,
  goalId,
  justified,
  justify,
  otherGoalId,
  parentGoalId,
  reference,
  revise,
  revised,
  toAdopted,
  toUnderway,
} from './testing/goal-examples';

describe('drafting a goal', () => {
  it('records what it says', () => given().when(draft()).then(drafted));

  it('takes an optional parent goal', () =>
    given()
      .when(draft({ parentGoalId }, [otherGoalId]))
      .then({ type: 'GoalDrafted', data: { goalId, reference, content: { ...content, parentGoalId } } }));

  it('is refused a second time', () => given(drafted).when(draft()).thenRejected('goal-exists'));

  it('has exactly one lead: it is refused with the lead among the participants', () =>
    given()
      .when(draft({ participants: ['mi', 'mid'] }))
      .thenRejected('lead-among-participants'));

  it('is refused for a goal that is its own parent', () =>
    given()
      .when(draft({ parentGoalId: goalId }))
      .thenRejected('goal-below-itself'));

  it('is refused for a goal that stands above its parent', () =>
    given()
      .when(draft({ parentGoalId }, [otherGoalId, goalId]))
      .thenRejected('goal-below-itself'));
});

describe('revising a goal', () => {
  it('says all of it anew', () => given(drafted).when(revise(better)).then(revised));

  it('does nothing when it says the same', () =>
    given(drafted, revised)
      .when(revise({ ...better }))
      .thenNothing());

  it('can go back to what was said before', () =>
    given(drafted, revised).when(revise(content)).then({ type: 'GoalRevised', data: { goalId, content } }));

  it('is refused with the lead among the participants', () =>
    given(drafted)
      .when(revise({ ...better, participants: ['mid'] }))
      .thenRejected('lead-among-participants'));

  it('is refused for a goal that stands above its parent', () =>
    given(drafted)
      .when(revise(better, [otherGoalId, goalId]))
      .thenRejected('goal-below-itself'));

  it.each<[what: string, Partial<GoalContent>]>([
    ['target', { description: 'Half of the authorities will do' }],
    ['date', { targetDate: '2030-12-31' }],
    ['lead or scope', { participants: ['mi'] }],
  ])('to change %s after adoption takes a new coordination round', (_, change) => {
    const to = { ...content, ...change };
    given(...toAdopted)
      .when(revise(to))
      .thenRejected('needs-coordination');
    given(...toUnderway)
      .when(revise(to))
      .thenRejected('needs-coordination');
  });
});

describe('justifying a goal', () => {
  it('records the rationale, an explicit "qualitative", and whether money is touched', () =>
    given(drafted).when(justify()).then(justified));

  it('is possible anew', () =>
    given(drafted, justified)
      .when(justify({ qualitative: true }))
      .then({
        type: 'GoalJustified',
        data: { goalId, rationale: 'Paper is slow', qualitative: true, touchesMoney: true },
      }));

  it('does nothing when it says the same', () => given(drafted, justified).when(justify()).thenNothing());

  it.each([
    ['adopted', toAdopted],
    ['underway', toUnderway],
  ])('is refused for one that is %s', (_, history) =>
    given(...history)
      .when(justify())
      .thenRejected('goal-already-adopted'),
  );
});

describe('a slip of wording is a correction', () => {
  it.each([
    ['adopted', toAdopted],
    ['underway', toUnderway],
  ])('of a goal that is %s: it names the adoption by its revision', (_, history) =>
    given(...history)
      .when(correct(1, 'Every authority has electronic files'))
      .then(corrected(1, 'Every authority has electronic files')),
  );

  it('and the correction can be corrected', () =>
    given(...toUnderway, corrected(1, 'Electric files'))
      .when(correct(3, 'Electronic files'))
      .then(corrected(3, 'Electronic files')));

  it('that names another event than the one that gave the wording has nothing to correct', () => {
    given(...toUnderway)
      .when(correct(0, 'Electronic files'))
      .thenRejected('nothing-to-correct');
    given(...toUnderway, corrected(1, 'Electric files'))
      .when(correct(1, 'Electronic files'))
      .thenRejected('nothing-to-correct');
  });

  it('does nothing when the wording is in force', () => {
    given(...toUnderway)
      .when(correct(1, content.title))
      .thenNothing();
    given(...toAdopted, corrected(1, 'Electronic files', 'All of them'))
      .when(correct(1, 'Electronic files', 'All of them'))
      .thenNothing();
  });

  it('is refused for a draft, which is revised', () => {
    given(drafted).when(correct(0, 'Electronic files')).thenRejected('goal-not-adopted');
    given(drafted).when(correct(0, content.title)).thenRejected('goal-not-adopted');
  });

  it('is refused while the goal is deferred', () =>
    given(...toUnderway, deferred)
      .when(correct(1, 'Electronic files'))
      .thenRejected('goal-deferred'));
});

it('the adoption fixes what the last revision says', () => {
  given(drafted).when(adopt()).then(adopted);
  given(drafted, revised)
    .when(adopt())
    .then({ type: 'GoalAdopted', data: { goalId, ...decision, reference, content: better } });
  given(drafted, adopted, begun).when(revise(content)).thenNothing();
});
