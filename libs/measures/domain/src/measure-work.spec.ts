import {
  acceptor,
  begin,
  begun,
  complete,
  completed,
  contribute,
  contributed,
  given,
  lead,
  report,
  reported,
  stranger,
  submit,
  submitted,
  toAcceptance,
  toCompleted,
  toPlanned,
  toProposed,
  toReleased,
  toUnderway,
} from './testing/measure-examples';

describe('beginning a measure', () => {
  it('is up to an editor', () =>
    given(...toReleased)
      .when(begin)
      .then(begun));
  it('is up to its project lead', () =>
    given(...toReleased)
      .when(begin, { by: lead })
      .then(begun));

  it('is not up to the lead of another project', () =>
    given(...toReleased)
      .when(begin, { by: stranger })
      .thenRejected('not-project-lead'));

  it('does nothing the second time', () =>
    given(...toUnderway)
      .when(begin)
      .thenNothing());

  it.each([
    ['proposed', toProposed],
    ['planned', toPlanned],
    ['in acceptance', toAcceptance],
  ])('is refused for one that is %s', (_, history) =>
    given(...history)
      .when(begin)
      .thenRejected('measure-not-released'),
  );
});

describe('reporting progress on a measure', () => {
  it('records the first report', () =>
    given(...toUnderway)
      .when(report('2026-Q1', 10))
      .then(reported('2026-Q1', 10)));

  it('is up to the project lead', () =>
    given(...toUnderway)
      .when(report('2026-Q1', 10), { by: lead })
      .then(reported('2026-Q1', 10)));

  it('is not up to the lead of another project', () =>
    given(...toUnderway)
      .when(report('2026-Q1', 10), { by: stranger })
      .thenRejected('not-project-lead'));

  it('is up to one who is editor as well', () =>
    given(...toUnderway)
      .when(report('2026-Q1', 10), { by: { ...stranger, roles: ['editor', 'project-lead'] } })
      .then(reported('2026-Q1', 10)));

  it('accepts a standstill without a word', () =>
    given(...toUnderway, reported('2026-Q1', 60))
      .when(report('2026-Q2', 60))
      .then(reported('2026-Q2', 60)));

  it('accepts a setback that is explained', () =>
    given(...toUnderway, reported('2026-Q1', 60))
      .when(report('2026-Q2', 40, 'Contractor went bankrupt'))
      .then(reported('2026-Q2', 40, 'Contractor went bankrupt')));

  it('refuses a setback that is not', () =>
    given(...toUnderway, reported('2026-Q1', 60))
      .when(report('2026-Q2', 59))
      .thenRejected('setback-unexplained'));

  it.each([
    ['2026-Q1', '2026-03-31', '2026-03-30'],
    ['2026-02', '2026-02-28', '2026-02-27'],
  ])('accepts %s from %s on, not on %s', (period, last, before) => {
    given(...toUnderway)
      .when(report(period, 10), { occurredOn: last })
      .then(reported(period, 10));
    given(...toUnderway)
      .when(report(period, 10), { occurredOn: before })
      .thenRejected('period-not-over');
  });

  it.each(['2026-Q2', '2026-Q1', '2026-06', '2026-05'])('refuses %s once 2026-Q2 was reported', (period) =>
    given(...toUnderway, reported('2026-Q2', 10))
      .when(report(period, 20))
      .thenRejected('period-closed'),
  );

  it('accepts a month after a quarter', () =>
    given(...toUnderway, reported('2026-Q2', 10))
      .when(report('2026-07', 20))
      .then(reported('2026-07', 20)));

  it.each([
    ['released', toReleased],
    ['in acceptance', toAcceptance],
  ])('is refused for one that is %s', (_, history) =>
    given(...history)
      .when(report('2026-Q1', 5))
      .thenRejected('measure-not-underway'),
  );
});

describe('submitting a measure for acceptance', () => {
  it('says the result', () =>
    given(...toUnderway)
      .when(submit, { by: lead })
      .then(submitted));

  it('is not up to the lead of another project', () =>
    given(...toUnderway)
      .when(submit, { by: stranger })
      .thenRejected('not-project-lead'));

  it('is refused before it has begun', () =>
    given(...toReleased)
      .when(submit)
      .thenRejected('measure-not-underway'));
});

describe('completing a measure', () => {
  it('names the unit that accepted it', () =>
    given(...toAcceptance)
      .when(complete, { by: acceptor })
      .then(completed));

  it.each([
    ['the unit that leads it', lead.unit],
    ['nobody says which unit', null],
  ])('takes four eyes: %s', (_, unit) =>
    given(...toAcceptance)
      .when(complete, { by: { ...acceptor, unit } })
      .thenRejected('four-eyes'),
  );

  it.each([
    ['underway', toUnderway],
    ['completed', toCompleted],
  ])('is refused for one that is %s', (_, history) =>
    given(...history)
      .when(complete, { by: acceptor })
      .thenRejected('measure-not-in-acceptance'),
  );
});

describe('contributing to a goal', () => {
  it.each([
    ['proposed', toProposed],
    ['underway', toUnderway],
  ])('is possible for one that is %s', (_, history) =>
    given(...history)
      .when(contribute(60))
      .then(contributed(60)),
  );

  it('does nothing with the same weight', () =>
    given(...toCompleted, contributed(60))
      .when(contribute(60))
      .thenNothing());

  it('is refused with another weight', () =>
    given(...toProposed, contributed(60))
      .when(contribute(61))
      .thenRejected('contribution-exists'));

  it('is refused after completion', () =>
    given(...toCompleted)
      .when(contribute(60))
      .thenRejected('measure-closed'));
});
