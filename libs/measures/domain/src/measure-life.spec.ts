import {
  acceptor,
  begin,
  begun,
  cancel,
  cancelled,
  complete,
  completed,
  given,
  inOtherStatesThan,
  inStates,
  lead,
  measureId,
  merged,
  mergeInto,
  resume,
  resumed,
  review,
  reviewed,
  sendBack,
  sentBack,
  submit,
  submitted,
  suspend,
  suspended,
  toAcceptance,
  toCompleted,
  toPlanned,
  toReleased,
  toSuspended,
  toUnderway,
} from './testing/measure-examples';

describe('beginning a measure', () => {
  it('takes its release', () =>
    given(...toReleased)
      .when(begin)
      .then(begun));

  it('does nothing the second time', () =>
    given(...toUnderway)
      .when(begin)
      .thenNothing());

  it.each(inOtherStatesThan('released', 'underway'))('is refused for one that is $status', ({ history }) =>
    given(...history)
      .when(begin)
      .thenRejected('measure-not-released'),
  );
});

describe('suspending a measure', () => {
  it('says why work rests', () =>
    given(...toUnderway)
      .when(suspend)
      .then(suspended));

  it.each(inOtherStatesThan('underway'))('is refused for one that is $status', ({ history }) =>
    given(...history)
      .when(suspend)
      .thenRejected('measure-not-underway'),
  );
});

describe('resuming a measure', () => {
  it('brings a suspended one back underway', () => {
    given(...toSuspended)
      .when(resume)
      .then(resumed);
    given(...toSuspended, resumed)
      .when(suspend)
      .then(suspended);
  });

  it.each(inOtherStatesThan('suspended'))('is refused for one that is $status', ({ history }) =>
    given(...history)
      .when(resume)
      .thenRejected('measure-not-suspended'),
  );
});

describe('submitting a measure for acceptance', () => {
  it('says the result', () =>
    given(...toUnderway)
      .when(submit)
      .then(submitted));

  it.each(inOtherStatesThan('underway'))('is refused for one that is $status', ({ history }) =>
    given(...history)
      .when(submit)
      .thenRejected('measure-not-underway'),
  );
});

describe.each([
  { verdict: 'acceptance', command: complete, event: completed },
  { verdict: 'refused acceptance', command: sendBack, event: sentBack },
])('the $verdict of a result', ({ command, event }) => {
  it('names the unit that judged it', () =>
    given(...toAcceptance)
      .when(command, { by: acceptor })
      .then(event));

  it.each([
    ['the unit of the project lead', { unit: lead.unit }],
    ['the same unit with a blank', { unit: `${lead.unit} ` }],
    ['nobody says which unit', { unit: null }],
    ['the project lead under another unit', { function: lead.function }],
    ['who stands in for the project lead', { deputyFor: lead.function }],
  ])('is by another unit than the project lead (four eyes): %s', (_, who) =>
    given(...toAcceptance)
      .when(command, { by: { ...acceptor, ...who } })
      .thenRejected('four-eyes'),
  );

  it.each(inOtherStatesThan('inAcceptance'))('is refused for a measure that is $status', ({ history }) =>
    given(...history)
      .when(command, { by: acceptor })
      .thenRejected('measure-not-in-acceptance'),
  );
});

it('a measure whose acceptance is refused goes back to underway, and can be submitted again', () =>
  given(...toAcceptance, sentBack)
    .when(submit)
    .then(submitted));

describe('reviewing the impact of a measure', () => {
  it('follows its completion', () =>
    given(...toCompleted)
      .when(review)
      .then(reviewed));

  it.each(inOtherStatesThan('completed'))('is refused for one that is $status', ({ history }) =>
    given(...history)
      .when(review)
      .thenRejected('measure-not-completed'),
  );
});

describe('cancelling a measure', () => {
  it.each(inStates('released', 'underway', 'suspended', 'inAcceptance'))(
    'ends one that is $status, with cost so far and lessons',
    ({ history }) =>
      given(...history)
        .when(cancel)
        .then(cancelled),
  );

  it.each(inStates('proposed', 'planned', 'completed', 'impactReviewed'))(
    'is refused for one that is $status',
    ({ history }) =>
      given(...history)
        .when(cancel)
        .thenRejected('measure-not-in-work'),
  );
});

describe('merging a measure', () => {
  it.each(inStates('planned', 'released', 'underway', 'suspended'))(
    'ends one that is $status, merged into another one',
    ({ history }) =>
      given(...history)
        .when(mergeInto())
        .then(merged),
  );

  it.each(inStates('proposed', 'inAcceptance', 'completed', 'impactReviewed'))(
    'is refused for one that is $status',
    ({ history }) =>
      given(...history)
        .when(mergeInto())
        .thenRejected('measure-not-mergeable'),
  );

  it('is refused into itself', () =>
    given(...toPlanned)
      .when(mergeInto(measureId))
      .thenRejected('merged-into-itself'));
});
