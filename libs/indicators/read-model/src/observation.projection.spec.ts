import type { IndicatorEvent } from '@zielwerk/contracts';
import { applyEvent, emptyRows } from '@zielwerk/kernel';
import { projectionSpec, recorded } from '@zielwerk/testing';

import { observationProjection, type ObservationRow } from './observation.projection';
import { observationsInForce } from './observations-in-force';
import {
  at,
  corrected,
  defined,
  foundPlausible,
  indicatorId,
  linked,
  name,
  observed,
  refused,
} from './testing/indicator-life';

type Observed = Parameters<typeof observationProjection.keyOf>[0];
const history = (...events: [string, IndicatorEvent][]) => recorded(name, ...events) as Observed[];
const given = (...events: [string, IndicatorEvent][]) => projectionSpec(observationProjection)(history(...events));

const row = (value_revision: number, value: number): ObservationRow => ({
  ...{ ...at(value_revision, '2026-04-01'), stream: name, observation: `${name}@${value_revision}` },
  ...{ indicator_id: indicatorId, value_revision, period: '2026-Q1', period_end: '2026-03-31', value },
  ...{ provisional: false, standing: 'reported', correction: false, source: null, reason: null },
});

describe('observation', () => {
  it('keeps a row per value with the day on which its period ends, and where it comes from', () =>
    given(
      ['2026-01-12', defined],
      ['2026-04-01', observed('2026-Q1', 25.5)],
      ['2026-07-01', observed('2026-Q2', 30, { provisional: true, source: 'Survey' })],
    ).then({
      [`${name}@1`]: row(1, 25.5),
      [`${name}@2`]: {
        ...{ ...row(2, 30), ...at(2, '2026-07-01'), period: '2026-Q2', period_end: '2026-06-30' },
        ...{ provisional: true, source: 'Survey' },
      },
    }));

  it('is found plausible or refused by the revision of the event that gave it, whatever came between', () =>
    given(
      ['2026-01-12', defined],
      ['2026-04-01', observed('2026-Q1', 25)],
      ['2026-04-01', observed('2026-Q2', 26)],
      ['2026-04-01', linked],
      ['2026-04-02', foundPlausible(2)],
      ['2026-04-03', refused(1)],
    ).then({
      [`${name}@1`]: { ...row(1, 25), ...at(5, '2026-04-03'), standing: 'refused', reason: 'Twice last year' },
      [`${name}@2`]: {
        ...{ ...row(2, 26), ...at(4, '2026-04-02'), period: '2026-Q2', period_end: '2026-06-30' },
        standing: 'plausible',
      },
    }));

  it('a correction keeps the first value readable', () =>
    given(
      ['2026-01-12', defined],
      ['2026-04-01', observed('2026-Q1', 25)],
      ['2026-04-02', refused(1)],
      ['2026-04-03', corrected(1, '2026-Q1', 35)],
    ).then({
      [`${name}@1`]: { ...row(1, 25), ...at(2, '2026-04-02'), standing: 'refused', reason: 'Twice last year' },
      [`${name}@3`]: {
        ...row(3, 35),
        ...at(3, '2026-04-03'),
        standing: 'corrected',
        correction: true,
        reason: 'Counted anew',
      },
    }));

  it.each([foundPlausible(1), refused(1)])('waits for its value before $type is applied', (event) => {
    const [early] = history(['2026-01-01', event]);
    expect(() => early && applyEvent(observationProjection, emptyRows<ObservationRow>(), early)).toThrow(
      'There is no row yet',
    );
  });
});

describe('the value in force', () => {
  /** Period, value, first value, standing, source. */
  const inForce = (...events: IndicatorEvent[]) => {
    const all = history(
      ['2026-01-12', defined],
      ...events.map((event): [string, IndicatorEvent] => ['2026-04-01', event]),
    );
    const { rows } = all.reduce(
      (before, event) => applyEvent(observationProjection, before, event),
      emptyRows<ObservationRow>(),
    );
    return observationsInForce([...rows.values()].sort((a, b) => a.value_revision - b.value_revision)).map(
      ({ period, value, first_value, standing, source }) => [period, value, first_value, standing, source],
    );
  };
  const survey = { provisional: true, source: 'Survey' };

  it('is the one that was given last for a period', () =>
    expect(inForce(observed('2026-Q1', 25, survey), observed('2026-Q2', 30), observed('2026-Q1', 26))).toEqual([
      ['2026-Q1', 26, 26, 'reported', null],
      ['2026-Q2', 30, 30, 'reported', null],
    ]));

  it('of a corrected one shows what its report said first, and its source', () =>
    expect(inForce(observed('2026-Q1', 25, survey), corrected(1, '2026-Q1', 35), corrected(2, '2026-Q1', 36))).toEqual([
      ['2026-Q1', 36, 25, 'corrected', 'Survey'],
    ]));

  it('of a corrected one that was found plausible still shows what its report said first', () =>
    expect(inForce(observed('2026-Q1', 25, survey), corrected(1, '2026-Q1', 35), foundPlausible(2))).toEqual([
      ['2026-Q1', 35, 25, 'plausible', 'Survey'],
    ]));

  it('goes back to the last report, not to one that this has replaced', () =>
    expect(inForce(observed('2026-Q1', 25, survey), observed('2026-Q1', 26), corrected(2, '2026-Q1', 36))).toEqual([
      ['2026-Q1', 36, 26, 'corrected', null],
    ]));

  it('may be one that was refused: there is no other', () =>
    expect(inForce(observed('2026-Q1', 25), refused(1))).toEqual([['2026-Q1', 25, 25, 'refused', null]]));
});
