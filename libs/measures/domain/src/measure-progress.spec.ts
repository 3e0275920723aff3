import type { Blocker } from '@zielwerk/contracts';

import {
  begun,
  correct,
  corrected,
  declareHealth,
  given,
  healthDeclared,
  inOtherStatesThan,
  inStates,
  report,
  reported,
  submitted,
  toReleased,
  toUnderway,
} from './testing/measure-examples';
import { stateIn, takenOver } from './testing/part-examples';

describe('a progress report per period', () => {
  it.each(['2026-Q1', '2026-03'])('is for a quarter or a month, such as %s', (period) =>
    given(...toUnderway)
      .when(report(period, 10))
      .then(reported(period, 10)),
  );

  it.each([
    ['2026-Q1', '2026-03-31', '2026-03-30'],
    ['2026-02', '2026-02-28', '2026-02-27'],
  ])('for %s is possible from %s on, not on %s', (period, last, before) => {
    given(...toUnderway)
      .when(report(period, 10), { occurredOn: last })
      .then(reported(period, 10));
    given(...toUnderway)
      .when(report(period, 10), { occurredOn: before })
      .thenRejected('period-not-over');
  });

  it('is not for a period that ended before the measure began', () => {
    given(...toReleased, { ...begun, occurredOn: '2026-04-01' })
      .when(report('2026-Q1', 10))
      .thenRejected('period-before-begin');
    given(...toReleased, { ...begun, occurredOn: '2026-03-31' })
      .when(report('2026-Q1', 10))
      .then(reported('2026-Q1', 10));
  });

  it.each(['2026-Q2', '2026-Q1', '2026-06', '2026-05'])(
    'is refused for %s: a period closes once 2026-Q2, the same or a later one, is reported',
    (period) =>
      given(...toUnderway, reported('2026-Q2', 10))
        .when(report(period, 20))
        .thenRejected('period-closed'),
  );

  it('may be for a month after a quarter', () =>
    given(...toUnderway, reported('2026-Q2', 10))
      .when(report('2026-07', 20))
      .then(reported('2026-07', 20)));

  it('says of a standstill no more than that', () =>
    given(...toUnderway, reported('2026-Q1', 60))
      .when(report('2026-Q2', 60))
      .then(reported('2026-Q2', 60)));

  it('is refused where a setback is not explained: a setback must be explained', () => {
    given(...toUnderway, reported('2026-Q1', 60))
      .when(report('2026-Q2', 59))
      .thenRejected('setback-unexplained');
    given(...toUnderway, reported('2026-Q1', 60))
      .when(report('2026-Q2', 40, 'Contractor went bankrupt'))
      .then(reported('2026-Q2', 40, 'Contractor went bankrupt'));
  });

  it.each(inOtherStatesThan('underway'))('is refused for a measure that is $status', ({ history }) =>
    given(...history)
      .when(report('2026-Q1', 5))
      .thenRejected('measure-not-underway'),
  );
});

describe('correcting a progress report', () => {
  // Four events lead underway, from revision 0 to 3; the reports have 4 and 5.
  const twoReports = [...toUnderway, reported('2026-Q1', 60), reported('2026-Q2', 70)];

  it('names the report by its revision and applies to that one alone', () => {
    given(...twoReports)
      .when(correct(4, 50))
      .then(corrected(4, '2026-Q1', 50));
    given(...twoReports)
      .when(correct(5, 50))
      .then(corrected(5, '2026-Q2', 50));
  });

  it('changes the text as well', () =>
    given(...twoReports)
      .when(correct(5, 70, 'Seven of ten'))
      .then(corrected(5, '2026-Q2', 70, 'Seven of ten')));

  it.each([3, 6])('is refused at revision %d, where no report stands', (revision) =>
    given(...twoReports)
      .when(correct(revision, 50))
      .thenRejected('nothing-to-correct'),
  );

  it('does nothing when the report says so already', () =>
    given(...twoReports)
      .when(correct(4, 60))
      .thenNothing());

  it('does nothing the second time', () =>
    given(...twoReports, corrected(4, '2026-Q1', 50))
      .when(correct(4, 50))
      .thenNothing());

  it('names the correction, once there is one', () => {
    const once = [...twoReports, corrected(4, '2026-Q1', 50)];
    given(...once)
      .when(correct(4, 55))
      .thenRejected('nothing-to-correct');
    given(...once)
      .when(correct(6, 55))
      .then(corrected(6, '2026-Q1', 55));
  });

  it('counts for the question whether the next report is a setback', () => {
    given(...twoReports, corrected(5, '2026-Q2', 40))
      .when(report('2026-Q3', 45))
      .then(reported('2026-Q3', 45));
    given(...twoReports, corrected(5, '2026-Q2', 80))
      .when(report('2026-Q3', 75))
      .thenRejected('setback-unexplained');
  });

  it('of an earlier report does not count for it', () =>
    given(...twoReports, corrected(4, '2026-Q1', 90))
      .when(report('2026-Q3', 75))
      .then(reported('2026-Q3', 75)));

  it('opens no period', () =>
    given(...twoReports, corrected(5, '2026-Q2', 40))
      .when(report('2026-Q2', 45))
      .thenRejected('period-closed'));

  it.each(inStates('suspended', 'inAcceptance', 'completed', 'impactReviewed'))(
    'is possible when the measure is $status',
    ({ history }) => {
      given(...toUnderway, reported('2026-Q1', 60), ...history.slice(4))
        .when(correct(4, 50))
        .then(corrected(4, '2026-Q1', 50));
    },
  );

  it('reaches the last report of the house that led the measure before at revision 0', () => {
    const reports = [
      { period: '2025-Q4', percent: 30 },
      { period: '2026-Q1', percent: 60 },
    ];
    given(takenOver(stateIn('underway', { reports })), submitted)
      .when(correct(0, 50))
      .then(corrected(0, '2026-Q1', 50));
  });
});

describe('declared health', () => {
  it.each(['green', 'amber', 'red'] as const)('is %s with a reason, blockers, and help asked of a ministry', (health) =>
    given(...toUnderway)
      .when(declareHealth({ health }))
      .then(healthDeclared({ health })),
  );

  it.each(inStates('released', 'underway', 'suspended', 'inAcceptance'))(
    'can be declared for a measure that is $status',
    ({ history }) =>
      given(...history)
        .when(declareHealth())
        .then(healthDeclared()),
  );

  it.each(inOtherStatesThan('released', 'underway', 'suspended', 'inAcceptance'))(
    'cannot be declared for a measure that is $status',
    ({ history }) =>
      given(...history)
        .when(declareHealth())
        .thenRejected('measure-not-in-work'),
  );

  it('may name a blocker without asking for help', () => {
    const blockers = [{ what: 'No server', helpFrom: null, help: null }];
    given(...toUnderway)
      .when(declareHealth({ blockers }))
      .then(healthDeclared({ blockers }));
  });

  it.each<[what: string, refusal: string, Partial<Blocker>]>([
    ['help that is asked of no named ministry', 'help-incomplete', { helpFrom: null }],
    ['a named ministry that is asked for no help', 'help-incomplete', { help: null }],
    ['help that is asked of the own house', 'help-from-own-house', { helpFrom: 'mid' }],
  ])('is refused with %s', (_, refusal, change) =>
    given(...toUnderway)
      .when(
        declareHealth({
          blockers: [
            { what: 'No staff', helpFrom: null, help: null },
            { what: 'No server', helpFrom: 'mf', help: 'Release the money', ...change },
          ],
        }),
      )
      .thenRejected(refusal),
  );

  it('does nothing when all of it stays', () =>
    given(...toUnderway, healthDeclared())
      .when(declareHealth())
      .thenNothing());

  it.each([{ health: 'red' }, { reason: 'No tender at all' }, { blockers: [] }, { note: 'Ask again in May' }] as const)(
    'is declared anew with %j',
    (change) =>
      given(...toUnderway, healthDeclared())
        .when(declareHealth(change))
        .then(healthDeclared(change)),
  );
});
