import {
  INDICATOR_KINDS,
  type IndicatorDefined,
  type IndicatorEvent,
  indicatorEvents,
  PERIODICITIES,
} from '@zielwerk/contracts';
import { deciderProperty, deciderSpec } from '@zielwerk/testing';

import { type IndicatorCommand, indicatorDecider } from './indicator.decider';

const given = deciderSpec(indicatorDecider, indicatorEvents);

const indicatorId = '0190a1de-0000-7000-8000-0000000000b1';
const indicator: IndicatorDefined = {
  indicatorId,
  reference: 'K-MID-1',
  title: 'Authorities that work with electronic files',
  description: null,
  unit: 'authorities',
  decimals: 0,
  kind: 'increase',
  baseline: { value: 10, date: '2024-12-31' },
  targetPath: [
    { date: '2026-12-31', value: 30 },
    { date: '2028-12-31', value: 60 },
  ],
  source: null,
  region: null,
  periodicity: 'quarter',
  goals: ['0190a1de-0000-7000-8000-0000000000a1'],
};

const define = (change: Partial<IndicatorDefined> = {}): IndicatorCommand => ({
  type: 'DefineIndicator',
  data: { ...indicator, ...change },
});
const defined = (change: Partial<IndicatorDefined> = {}): IndicatorEvent => ({
  type: 'IndicatorDefined',
  data: { ...indicator, ...change },
});
const value = (period: string, provisional: boolean) => ({ indicatorId, period, value: 12, provisional });
const report = (period: string, provisional = false): IndicatorCommand => ({
  type: 'ReportObservation',
  data: value(period, provisional),
});
const reported = (period: string, provisional = false): IndicatorEvent => ({
  type: 'ObservationReported',
  data: value(period, provisional),
});

describe('defining an indicator', () => {
  it('records it', () => given().when(define()).then(defined()));

  it('is refused a second time', () => given(defined()).when(define()).thenRejected('indicator-exists'));

  it.each(INDICATOR_KINDS.filter((kind) => kind !== 'observed'))('is refused for %s without a target', (kind) =>
    given()
      .when(define({ kind, targetPath: [] }))
      .thenRejected('target-missing'),
  );

  it('takes no target for one that is only observed', () => {
    const observed = { kind: 'observed', targetPath: [] } as const;
    given().when(define(observed)).then(defined(observed));
    given()
      .when(define({ kind: 'observed' }))
      .thenRejected('target-not-expected');
  });

  it.each(['2026-12-31', '2026-12-30'])('is refused with a path that goes from 2026-12-31 to %s', (date) =>
    given()
      .when(define({ targetPath: [...indicator.targetPath.slice(0, 1), { date, value: 60 }] }))
      .thenRejected('target-path-not-rising'),
  );

  it.each(['increase', 'decrease'] as const)('is refused for %s from the target to the target', (kind) =>
    given()
      .when(define({ kind, baseline: { value: 60, date: null } }))
      .thenRejected('baseline-equals-target'),
  );

  it('may start where it is to be kept', () => {
    const kept = { kind: 'keepAtLeast', baseline: { value: 60, date: null } } as const;
    given().when(define(kept)).then(defined(kept));
  });

  it('needs no baseline', () =>
    given()
      .when(define({ baseline: null }))
      .then(defined({ baseline: null })));
});

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

  it('accepts periods in any order', () =>
    given(defined(), reported('2026-Q2')).when(report('2026-Q1')).then(reported('2026-Q1')));

  it('refuses a second value for a period, even where the first was provisional', () => {
    given(defined(), reported('2026-Q1'), reported('2026-Q2'))
      .when(report('2026-Q1'))
      .thenRejected('period-already-observed');
    given(defined(), reported('2026-Q1', true)).when(report('2026-Q1')).thenRejected('period-already-observed');
  });

  it.each(['2026', '2026-03', '2026-03-31'])('refuses %s for one that is observed by the quarter', (period) =>
    given(defined()).when(report(period)).thenRejected('period-of-other-kind'),
  );

  it('is refused for an indicator nobody defined', () =>
    given().when(report('2026-Q1')).thenRejected('indicator-unknown'));
});

it('an indicator is defined once and observed once a period, whatever is asked', () => {
  const explored = deciderProperty(
    indicatorDecider,
    indicatorEvents,
  )((chance) => {
    const target = chance
      .tuple(chance.constantFrom('2026-12-31', '2028-12-31'), chance.constantFrom(10, 60))
      .map(([date, reached]) => ({ date, value: reached }));
    const defining = chance.record({
      kind: chance.constantFrom(...INDICATOR_KINDS),
      targetPath: chance.array(target, { maxLength: 3 }),
      periodicity: chance.constantFrom(...PERIODICITIES),
    });
    const period = chance.constantFrom('2025', '2026', '2027', '2026-Q1', '2026-03', '2026-03-31', '2027-Q1');
    const reporting = chance.tuple(period, chance.boolean()).map((said) => report(...said));
    return chance.record({ command: chance.oneof(defining.map(define), { weight: 4, arbitrary: reporting }) });
  });
  expect(explored).toEqual({
    statuses: ['defined', 'unknown'],
    refusals: [
      ...['baseline-equals-target', 'indicator-exists', 'indicator-unknown', 'period-already-observed'],
      ...['period-not-over', 'period-of-other-kind', 'target-missing', 'target-not-expected', 'target-path-not-rising'],
    ],
  });
});
