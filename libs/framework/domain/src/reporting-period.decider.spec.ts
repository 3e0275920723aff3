import { type ReportingPeriodEvent, reportingPeriodEvents } from '@zielwerk/contracts';
import { deciderProperty, deciderSpec } from '@zielwerk/testing';

import { type ReportingPeriodCommand, reportingPeriodDecider } from './reporting-period.decider';

const given = deciderSpec(reportingPeriodDecider, reportingPeriodEvents);

const open = (reportBy = '2026-10-31', period = '2026-Q3'): ReportingPeriodCommand => ({
  type: 'OpenReportingPeriod',
  data: { period, reportBy },
});
const close: ReportingPeriodCommand = { type: 'CloseReportingPeriod', data: null };
const opened: ReportingPeriodEvent = {
  type: 'ReportingPeriodOpened',
  data: { period: '2026-Q3', reportBy: '2026-10-31' },
};
const closed: ReportingPeriodEvent = { type: 'ReportingPeriodClosed', data: { period: '2026-Q3' } };

describe('a reporting period is opened', () => {
  it('with the day by which the houses report', () => given().when(open()).then(opened));

  it.each([
    ['2026-Q3', '2026-09-30', '2026-09-29'],
    ['2028-02', '2028-02-29', '2028-02-28'],
  ])('and reports on %s are due on its last day %s at the earliest, not on %s', (period, last, before) => {
    given()
      .when(open(last, period))
      .then({ type: 'ReportingPeriodOpened', data: { period, reportBy: last } });
    given().when(open(before, period)).thenRejected('report-due-before-period-ends');
  });

  it('and nothing happens when that is said again', () => given(opened).when(open()).thenNothing());

  it('and not opened for another day', () =>
    given(opened).when(open('2026-11-15')).thenRejected('period-already-open'));
});

describe('a reporting period is closed', () => {
  it('on its last day at the earliest', () => {
    given(opened).when(close, { occurredOn: '2026-09-30' }).then(closed);
    given(opened).when(close, { occurredOn: '2026-09-29' }).thenRejected('period-not-over');
  });

  it('and nothing happens when that is said again', () => given(opened, closed).when(close).thenNothing());

  it('and never opened again', () => given(opened, closed).when(open()).thenRejected('period-closed'));

  it('but not before it was opened', () => given().when(close).thenRejected('period-not-opened'));
});

it('a reporting period goes one way, whatever is asked', () =>
  expect(
    deciderProperty(
      reportingPeriodDecider,
      reportingPeriodEvents,
    )((chance) =>
      chance.record({
        command: chance.constantFrom(open(), open('2026-11-15'), open('2026-01-01'), close),
        circumstances: chance.record({ occurredOn: chance.constantFrom('2026-09-01', '2026-11-01') }),
      }),
    ),
  ).toEqual({
    statuses: ['closed', 'open', 'unopened'],
    transitions: ['open → closed', 'unopened → open'],
    refusals: [
      ...['period-already-open', 'period-closed', 'period-not-opened', 'period-not-over'],
      'report-due-before-period-ends',
    ],
  }));
