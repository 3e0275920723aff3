import type { AnyEvent } from '@zielwerk/contracts';
import { recorded } from '@zielwerk/testing';

import { knownSpec } from '../testing/known-spec';

const [indicatorId, goalId] = ['indicator', 'goal'];
const defined = (goals: readonly string[] = [goalId], title = 'Files'): AnyEvent => ({
  type: 'IndicatorDefined',
  data: {
    ...{ indicatorId, reference: null, title, description: null, unit: '%', decimals: 0, kind: 'increase', goals },
    ...{ baseline: null, targetPath: [], source: null, region: null, periodicity: 'quarter' },
  },
});
const linked: AnyEvent = { type: 'IndicatorLinkedToGoal', data: { indicatorId, goalId } };
const reported = (period: string, value: number, provisional = false): AnyEvent => ({
  type: 'ObservationReported',
  data: { indicatorId, period, value, provisional, source: null },
});
const refused = (observation: number): AnyEvent => ({
  type: 'ObservationRefused',
  data: { indicatorId, observation, reason: 'Too high' },
});
const corrected = (corrects: number, value: number, provisional = false, period = '2026-Q1'): AnyEvent => ({
  type: 'ObservationCorrected',
  data: { indicatorId, corrects, period, value, provisional, reason: 'Counted again' },
});
const of = (stream: string, ...events: readonly AnyEvent[]) =>
  recorded<AnyEvent>(stream, ...events.map((event) => ['2026-01-01', event] as const));
/** Beside it another house uses the same id, for an indicator of another goal. */
const indicator = (...events: readonly AnyEvent[]) =>
  knownSpec(
    of('mwu.indicator-1', defined(), ...events),
    of('mi.indicator-1', defined(['other'], 'Copies'), reported('2026-Q1', 99)),
  );
const evidence = { indicatorId, title: 'Files', period: '2026-Q1', provisional: false };

describe('of indicators a house knows', () => {
  it('how many of any house serve a goal, from the start or linked later, each counted once', () =>
    knownSpec(
      of('mwu.indicator-1', defined(), linked),
      of('mi.indicator-2', defined([])),
      of('mf.indicator-3', defined(['other']), linked),
    ).then(({ indicators }) => [indicators.servingGoal(goalId), indicators.servingGoal('other')], [2, 1]));

  it('of each that serves a goal the last value for a period up to the day', () =>
    indicator(reported('2026-Q1', 10), reported('2026-Q2', 20)).then(
      ({ indicators }) => ['2026-03-30', '2026-03-31', '2026-06-30'].map((day) => indicators.evidenceFor(goalId, day)),
      [[], [{ ...evidence, value: 10 }], [{ ...evidence, period: '2026-Q2', value: 20 }]],
    ));

  it('the values of all, in the order of their streams', () =>
    knownSpec(
      of('mwu.indicator-1', defined([goalId], 'B'), reported('2026-Q1', 2)),
      of('mf.indicator-2', defined([goalId], 'A'), reported('2026-Q1', 1)),
      of('mi.indicator-3', defined([goalId], 'C')),
    ).then(
      ({ indicators }) => indicators.evidenceFor(goalId, '2026-12-31').map(({ title, value }) => [title, value]),
      [
        ['A', 1],
        ['B', 2],
      ],
    ));
});

describe('the value that counts', () => {
  const counts = (events: readonly AnyEvent[], expected: unknown) =>
    indicator(...events).then(({ indicators }) => indicators.evidenceFor(goalId, '2026-12-31'), expected);

  it('is the final one, once it has come after a provisional one', () =>
    counts([reported('2026-Q1', 10, true), reported('2026-Q1', 12)], [{ ...evidence, value: 12 }]));

  it('is not one that was refused', () => {
    counts([reported('2026-Q1', 10), refused(1)], []);
    counts([reported('2026-Q1', 10, true), reported('2026-Q1', 12), refused(2)], []);
    counts([reported('2026-Q1', 10), refused(1), reported('2026-Q1', 11)], [{ ...evidence, value: 11 }]);
  });

  it('is a corrected one in place of the one that it corrects', () => {
    counts([reported('2026-Q1', 10), corrected(1, 11)], [{ ...evidence, value: 11 }]);
    counts([reported('2026-Q1', 10), corrected(1, 11), corrected(2, 12)], [{ ...evidence, value: 12 }]);
    counts([reported('2026-Q1', 10), refused(1), corrected(1, 11)], [{ ...evidence, value: 11 }]);
    counts([reported('2026-Q1', 10), corrected(1, 11), refused(2)], []);
  });

  it('stays the final one when an earlier provisional one is corrected: a correction applies to one fact alone', () => {
    const both = [reported('2026-Q1', 10, true), reported('2026-Q1', 12)];
    counts([...both, corrected(1, 11, true)], [{ ...evidence, value: 12 }]);
    counts([...both, corrected(1, 11, true), corrected(3, 13, true)], [{ ...evidence, value: 12 }]);
  });

  it('is for the period that a correction says', () =>
    counts([reported('2026-Q2', 10), corrected(1, 10, false, '2026-Q1')], [{ ...evidence, value: 10 }]));
});
