import {
  adopted,
  concluded,
  conclude,
  deferred,
  drafted,
  evidence,
  given,
  outcome,
  propose,
  proposed,
  resumed,
  sendBack,
  sentBack,
  toAdopted,
  toProposed,
  toUnderway,
} from './testing/goal-examples';

const [reached, partly, missed] = [outcome('reached'), outcome('partlyReached'), outcome('missed')];

describe('the lead proposes that a goal is reached, partly reached or missed', () => {
  it.each([reached, partly, missed])(
    'as $outcome, with the indicator’s value at the cut-off date as evidence',
    (said) =>
      given(...toUnderway)
        .when(propose(said))
        .then(proposed(1, said)),
  );

  it('without evidence where no indicator serves the goal', () => {
    const said = outcome('reached', { evidence: [] });
    given(...toUnderway)
      .when(propose(said, 0))
      .then(proposed(1, said));
  });

  it('and not without evidence where an indicator does', () =>
    given(...toUnderway)
      .when(propose(outcome('reached', { evidence: [] }), 1))
      .thenRejected('evidence-missing'));

  it('with no more evidence than an outcome has room for', () => {
    const many = Array.from({ length: 50 }, () => evidence).flat();
    given(...toUnderway)
      .when(propose(outcome('reached', { evidence: many }), 50))
      .then(proposed(1, outcome('reached', { evidence: many })));
    given(...toUnderway)
      .when(propose(outcome('reached', { evidence: [...many, ...evidence] }), 51))
      .thenRejected('too-much-evidence');
  });

  it('by a cut-off date that has come', () => {
    const today = outcome('reached', { cutOffDate: '2026-10-01' });
    given(...toUnderway)
      .when(propose(today), { occurredOn: '2026-10-01' })
      .then(proposed(1, today));
    given(...toUnderway)
      .when(propose(today), { occurredOn: '2026-09-30' })
      .thenRejected('cut-off-to-come');
  });

  it('again and again: a later proposal takes the place of an earlier one', () => {
    given(...toProposed)
      .when(propose(partly))
      .then(proposed(2, partly));
    given(...toProposed, proposed(2, partly))
      .when(conclude(1))
      .thenRejected('proposal-not-open');
  });

  it('once when it says the same, until it is sent back', () => {
    given(...toProposed)
      .when(propose(reached))
      .thenNothing();
    given(...toProposed, sentBack(1))
      .when(propose(reached))
      .then(proposed(2, reached));
  });

  it('at most 999 times', () =>
    given(...toUnderway, proposed(999, reached))
      .when(propose(missed))
      .thenRejected('too-many-proposals'));

  it.each([
    ['a draft', [drafted]],
    ['adopted', toAdopted],
  ])('and not for one that is %s', (_, history) =>
    given(...history)
      .when(propose(reached))
      .thenRejected('goal-not-underway'),
  );
});

describe('the strategy office confirms', () => {
  it.each([reached, partly, missed])('what was proposed: the goal is $outcome', (said) =>
    given(...toUnderway, proposed(1, said))
      .when(conclude(1))
      .then(concluded(1, said)),
  );

  it('or sends back what was proposed', () =>
    given(...toProposed)
      .when(sendBack(1))
      .then(sentBack(1)));

  it.each([conclude(1), sendBack(1)])('$type is refused for a proposal that is not open', (command) => {
    for (const history of [toUnderway, [...toProposed, sentBack(1)], [...toProposed, proposed(2, missed)]])
      given(...history)
        .when(command)
        .thenRejected('proposal-not-open');
  });

  it.each([conclude(1), sendBack(1)])('$type is refused before the goal is underway', (command) =>
    given(drafted, adopted).when(command).thenRejected('goal-not-underway'),
  );

  it.each([conclude(1), sendBack(1)])('$type finds no proposal that a deferral took back', (command) => {
    given(...toProposed, deferred)
      .when(command)
      .thenRejected('goal-deferred');
    given(...toProposed, deferred, resumed)
      .when(command)
      .thenRejected('proposal-not-open');
  });
});
