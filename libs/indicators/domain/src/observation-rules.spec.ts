import {
  correct,
  corrected,
  defined,
  findPlausible,
  foundPlausible,
  given,
  goalId,
  linked,
  refuse,
  refused,
  report,
  reported,
} from './testing/indicator-examples';

describe('reporting an observation', () => {
  it.each([
    ['year', '2025', '2025-12-31', '2025-12-30'],
    ['quarter', '2026-Q1', '2026-03-31', '2026-03-30'],
    ['month', '2026-02', '2026-02-28', '2026-02-27'],
    ['day', '2026-05-04', '2026-05-04', '2026-05-03'],
  ] as const)('by the %s: a final value for %s is true from %s on, not on %s', (periodicity, period, last, before) => {
    const history = defined({ periodicity });
    given(history).when(report(period), { occurredOn: last }).then(reported(period));
    given(history).when(report(period), { occurredOn: before }).thenRejected('period-not-over');
  });

  it('accepts a provisional value once the period has begun', () => {
    given(defined()).when(report('2026-Q2', true), { occurredOn: '2026-04-01' }).then(reported('2026-Q2', true));
    given(defined()).when(report('2026-Q2', true), { occurredOn: '2026-03-31' }).thenRejected('period-not-over');
  });

  it('says where the value comes from, when that is not the source of the indicator', () =>
    given(defined())
      .when(report('2026-Q1', false, 'Survey of the districts'))
      .then(reported('2026-Q1', false, 'Survey of the districts')));

  it('accepts periods in any order', () =>
    given(defined(), reported('2026-Q2')).when(report('2026-Q1')).then(reported('2026-Q1')));

  it('refuses a second final value for a period', () =>
    given(defined(), reported('2026-Q1'), reported('2026-Q2'))
      .when(report('2026-Q1'))
      .thenRejected('period-already-observed'));

  it('replaces a provisional value by a final one, and by no other provisional one', () => {
    const provisional = [defined(), reported('2026-Q1', true)];
    given(...provisional)
      .when(report('2026-Q1'))
      .then(reported('2026-Q1'));
    given(...provisional)
      .when(report('2026-Q1', true))
      .thenRejected('period-already-observed');
    given(...provisional, reported('2026-Q1'))
      .when(report('2026-Q1'))
      .thenRejected('period-already-observed');
  });

  it('replaces a provisional value that was found plausible, or corrected, by a final one', () => {
    given(defined(), reported('2026-Q1', true), foundPlausible(1)).when(report('2026-Q1')).then(reported('2026-Q1'));
    given(defined(), reported('2026-Q1', true), corrected(1, '2026-Q1', { provisional: true }))
      .when(report('2026-Q1'))
      .then(reported('2026-Q1'));
  });

  it('refuses a provisional value after a final one', () =>
    given(defined(), reported('2026-Q1')).when(report('2026-Q1', true)).thenRejected('period-already-observed'));

  it('may be done again for a period whose last value was refused', () => {
    const history = [defined(), reported('2026-Q1'), refused(1)];
    given(...history)
      .when(report('2026-Q1'))
      .then(reported('2026-Q1'));
    given(...history)
      .when(report('2026-Q1', true))
      .then(reported('2026-Q1', true));
    given(...history, corrected(1, '2026-Q1'))
      .when(report('2026-Q1'))
      .thenRejected('period-already-observed');
  });

  it.each(['2026', '2026-03', '2026-03-31'])('refuses %s for one that is observed by the quarter', (period) =>
    given(defined()).when(report(period)).thenRejected('period-of-other-kind'),
  );
});

describe.each([
  ['finding an observation plausible', findPlausible, foundPlausible],
  ['refusing an observation', (revision: number) => refuse(revision), refused],
])('%s', (_, judge, judged) => {
  it('names it by the revision of the event that gave the value', () => {
    given(defined(), reported('2026-Q1')).when(judge(1)).then(judged(1));
    given(defined(), reported('2026-Q1'), linked(goalId), reported('2026-Q2')).when(judge(3)).then(judged(3));
  });

  it.each([0, 2, 7])('is refused for revision %i, which gave none', (revision) =>
    given(defined(), reported('2026-Q1'), linked(goalId)).when(judge(revision)).thenRejected('observation-unknown'),
  );

  it('is refused once another value is in force', () => {
    given(defined(), reported('2026-Q1'), corrected(1, '2026-Q1'))
      .when(judge(1))
      .thenRejected('observation-superseded');
    given(defined(), reported('2026-Q1', true), reported('2026-Q1'))
      .when(judge(1))
      .thenRejected('observation-superseded');
  });

  it('does nothing the second time', () =>
    given(defined(), reported('2026-Q1'), judged(1)).when(judge(1)).thenNothing());

  it('is refused for a value that was corrected', () =>
    given(defined(), reported('2026-Q1'), corrected(1, '2026-Q1')).when(judge(2)).thenRejected('observation-settled'));
});

it('what was found plausible is not refused, nor the other way round: only a correction changes it', () => {
  const history = [defined(), reported('2026-Q1')];
  given(...history, foundPlausible(1))
    .when(refuse(1))
    .thenRejected('observation-settled');
  given(...history, refused(1))
    .when(findPlausible(1))
    .thenRejected('observation-settled');
  given(...history, refused(1))
    .when(refuse(1, 'Another reason'))
    .thenRejected('observation-settled');
});

describe('correcting an observation', () => {
  const history = [defined(), reported('2026-Q2'), reported('2026-Q1')];

  it('names the corrected event and takes its period from it', () =>
    given(...history)
      .when(correct(1))
      .then(corrected(1, '2026-Q2')));

  it.each([
    ['was found plausible', foundPlausible(2)],
    ['was refused', refused(2)],
  ])('replaces a value that %s', (_, event) =>
    given(...history, event)
      .when(correct(2))
      .then(corrected(2, '2026-Q1')),
  );

  it('replaces a corrected value, named by the revision of the correction', () => {
    const once = [...history, corrected(2, '2026-Q1')];
    given(...once)
      .when(correct(3, { value: 16 }))
      .then(corrected(3, '2026-Q1', { value: 16 }));
    given(...once)
      .when(correct(2, { value: 16 }))
      .thenRejected('observation-superseded');
  });

  it.each([0, 3])('is refused for revision %i, which gave no value', (revision) =>
    given(...history)
      .when(correct(revision))
      .thenRejected('observation-unknown'),
  );

  it('may say of a refused value that it was right', () =>
    given(...history, refused(2))
      .when(correct(2, { value: 12 }))
      .then(corrected(2, '2026-Q1', { value: 12 })));

  it('does nothing where it says what is in force', () =>
    given(...history)
      .when(correct(2, { value: 12 }))
      .thenNothing());

  it('is final once the period is over', () => {
    const provisional = [defined(), reported('2026-Q1', true)];
    given(...provisional)
      .when(correct(1), { occurredOn: '2026-03-30' })
      .thenRejected('period-not-over');
    given(...provisional)
      .when(correct(1, { provisional: true }), { occurredOn: '2026-03-30' })
      .then(corrected(1, '2026-Q1', { provisional: true }));
    given(...provisional)
      .when(correct(1), { occurredOn: '2026-03-31' })
      .then(corrected(1, '2026-Q1'));
  });
});
