import type { MeasureEvent } from '@zielwerk/contracts';
import { applyEvent, emptyRows } from '@zielwerk/kernel';
import { projectionSpec, recorded } from '@zielwerk/testing';

import type { MeasureRow } from './measure-row';
import { measureProjection } from './measure.projection';
import {
  at,
  begun,
  completed,
  contributed,
  corrected,
  handedOver,
  line,
  measure,
  measureId,
  name,
  otherId,
  pilot,
  planned,
  plannedRow,
  proposal,
  proposed,
  released,
  releasedRow,
  reported,
  rollout,
  submitted,
  underwayRow,
  untilReleased,
  untilUnderway,
} from './testing/measure-life';

const given = projectionSpec(measureProjection);
/** The row after events that follow on the beginning, each a day after 1 April. */
const afterUnderway = (...events: MeasureEvent[]) => ({
  then: (change: Partial<MeasureRow>): void => {
    const days = events.map((event, index): [string, MeasureEvent] => [`2026-04-0${index + 1}`, event]);
    const last = at(3 + events.length, `2026-04-0${events.length}`);
    given(measure(...untilUnderway, ...days)).then({ [name]: { ...underwayRow, ...last, ...change } });
  },
});
const q1 = { percent: 60, last_period: '2026-Q1', last_period_end: '2026-03-31' };

describe('a measure begins', () => {
  it('as a proposal that only the government reads', () =>
    given(measure(['2026-01-12', proposed])).then({ [name]: proposal }));

  it('takes over its plan and is expected on its baseline dates', () =>
    given(measure(['2026-01-12', proposed], ['2026-01-13', planned])).then({ [name]: plannedRow }));

  it('is public from its release and counts as 0 while unreported', () =>
    given(measure(...untilReleased)).then({ [name]: releasedRow }));

  it('says when it began', () => given(measure(...untilUnderway)).then({ [name]: underwayRow }));

  it('notes a contribution as its last change', () =>
    given(measure(['2026-01-12', proposed], ['2026-01-13', contributed])).then({
      [name]: { ...proposal, ...at(1, '2026-01-13') },
    }));

  it('notes an appraisal', () => {
    const appraised: MeasureEvent = {
      type: 'MeasureAppraised',
      data: { measureId, result: 'Pays off in 4 years', fileReference: null },
    };
    given(measure(['2026-01-12', proposed], ['2026-01-13', appraised])).then({
      [name]: { ...proposal, ...at(1, '2026-01-13'), appraised: true },
    });
    // The public reads the row from the release on, but not this event.
    given(measure(...untilReleased, ['2026-01-16', appraised])).then({ [name]: { ...releasedRow, appraised: true } });
  });

  it('shows nothing of what the government alone may read', () => {
    const spent: MeasureEvent = { type: 'MeasureSpendingReported', data: { measureId, line, spentCents: 1 } };
    given(measure(...untilReleased, ['2026-01-16', spent])).then({ [name]: releasedRow });
  });
});

describe('progress of a measure', () => {
  it('is the last report; setbacks are counted, standstills are not', () =>
    afterUnderway(reported('2026-Q1', 60), reported('2026-Q2', 40), reported('2026-Q3', 40)).then({
      ...{ percent: 40, last_period: '2026-Q3', last_period_end: '2026-09-30', counted_percent: 40, setbacks: 1 },
      reports: [
        { period: '2026-Q1', percent: 60 },
        { period: '2026-Q2', percent: 40 },
        { period: '2026-Q3', percent: 40 },
      ],
    }));

  it('follows a correction of the last report', () =>
    afterUnderway(reported('2026-Q1', 60), corrected(4, '2026-Q1', 35)).then({
      ...q1,
      ...{ percent: 35, counted_percent: 35 },
      reports: [{ period: '2026-Q1', percent: 35 }],
    }));

  it('does not change with a correction of an earlier report, but for what was a setback', () =>
    afterUnderway(reported('2026-Q1', 60), reported('2026-Q2', 40), corrected(4, '2026-Q1', 30)).then({
      ...{ percent: 40, last_period: '2026-Q2', last_period_end: '2026-06-30', counted_percent: 40, setbacks: 0 },
      reports: [
        { period: '2026-Q1', percent: 30 },
        { period: '2026-Q2', percent: 40 },
      ],
    }));

  const suspended: MeasureEvent = { type: 'MeasureSuspended', data: { measureId, reason: 'Frost' } };
  const resumed: MeasureEvent = { type: 'MeasureResumed', data: { measureId } };
  const reports = [{ period: '2026-Q1', percent: 60 }];

  it('counts as it was reported last while suspended, and when it goes on; reports are due from then on', () => {
    afterUnderway(reported('2026-Q1', 60), suspended).then({
      ...q1,
      ...{ reports, counted_percent: 60, state: 'suspended' },
    });
    afterUnderway(reported('2026-Q1', 60), suspended, resumed).then({
      ...{ ...q1, reports, counted_percent: 60, reports_since: '2026-04-03' },
    });
  });

  it('counts as 100 once completed and once its impact was reviewed, whatever was reported last', () => {
    const done = {
      ...{ ...q1, reports, counted_percent: 100, result: 'Done', accepted_by: '31' },
      completed_on: '2026-04-03',
    };
    const toCompleted = [reported('2026-Q1', 60), submitted, completed];
    afterUnderway(...toCompleted).then({ ...done, state: 'completed' });
    const reviewed: MeasureEvent = {
      type: 'MeasureImpactReviewed',
      data: { measureId, impact: 'partlyAchieved', findings: 'Half of them use it' },
    };
    afterUnderway(...toCompleted, reviewed).then({
      ...{ ...done, state: 'impactReviewed', impact: 'partlyAchieved', impact_findings: 'Half of them use it' },
    });
    afterUnderway(...toCompleted, corrected(4, '2026-Q1', 20)).then({
      ...{ ...done, state: 'completed', percent: 20 },
      reports: [{ period: '2026-Q1', percent: 20 }],
    });
  });

  it('goes on after a refused acceptance, which is counted', () => {
    const refused: MeasureEvent = {
      type: 'MeasureAcceptanceRefused',
      data: { measureId, refusedBy: '31', reason: 'Not all files' },
    };
    afterUnderway(submitted, refused, submitted, refused).then({ refused_acceptances: 2 });
    afterUnderway(submitted, refused, submitted).then({
      ...{ refused_acceptances: 1, state: 'inAcceptance', result: 'Done' },
    });
  });
});

it('shows the health that was declared last, with what holds it up', () => {
  const blockers = [{ what: 'No tender', helpFrom: 'mf', help: 'Money' }];
  const declared = (health: 'red' | 'green', reason: string, held: typeof blockers): MeasureEvent => ({
    type: 'MeasureHealthDeclared',
    data: { measureId, health, reason, blockers: held, note: null },
  });
  afterUnderway(declared('red', 'Stuck', blockers)).then({
    ...{ health: 'red', health_reason: 'Stuck', health_on: '2026-04-01', blockers },
  });
  afterUnderway(declared('red', 'Stuck', blockers), declared('green', 'Solved', [])).then({
    ...{ health: 'green', health_reason: 'Solved', health_on: '2026-04-02' },
  });
});

describe('milestones of a measure', () => {
  const forecast = (milestone: string, forecastDate: string): MeasureEvent => ({
    type: 'MilestoneForecastMoved',
    data: { measureId, milestone, forecastDate, reason: 'Late tender' },
  });
  const reached = (actualDate: string): MeasureEvent => ({
    type: 'MilestoneReached',
    data: { measureId, milestone: 'pilot', actualDate },
  });
  const dropped: MeasureEvent = { type: 'MilestoneDropped', data: { measureId, milestone: 'rollout', reason: 'Moot' } };

  it('slip by their forecast', () =>
    afterUnderway(forecast('pilot', '2026-07-30'), forecast('rollout', '2027-01-01')).then({
      milestones: [
        { ...pilot, forecastDate: '2026-07-30', reason: 'Late tender' },
        { ...rollout, forecastDate: '2027-01-01', reason: 'Late tender' },
      ],
      ...{ last_slip_days: 1, largest_slip_days: 30 },
    }));

  it('slip by their actual date once reached', () =>
    afterUnderway(forecast('pilot', '2026-07-30'), reached('2026-07-02')).then({
      milestones: [{ ...pilot, forecastDate: '2026-07-30', actualDate: '2026-07-02', reason: 'Late tender' }, rollout],
      ...{ last_slip_days: 0, largest_slip_days: 2 },
    }));

  it('slip no more once dropped: the last is the last of the others', () =>
    afterUnderway(forecast('rollout', '2027-12-31'), reached('2026-06-28'), dropped).then({
      milestones: [
        { ...pilot, actualDate: '2026-06-28' },
        { ...rollout, forecastDate: '2027-12-31', dropped: true, reason: 'Moot' },
      ],
      ...{ last_slip_days: -2, largest_slip_days: -2 },
    }));
});

describe('the end of a measure', () => {
  it.each<[string, MeasureEvent, Partial<MeasureRow>]>([
    [
      'cancelled',
      {
        type: 'MeasureCancelled',
        data: { measureId, reason: 'No use', costSoFarCents: 12_345, lessons: 'Ask first' },
      },
      { state: 'cancelled', end_reason: 'No use', cost_so_far_cents: 12_345, lessons: 'Ask first' },
    ],
    [
      'merged into another one',
      { type: 'MeasureMerged', data: { measureId, into: otherId, reason: 'The same' } },
      { state: 'merged', end_reason: 'The same', merged_into: otherId },
    ],
  ])('counts no more once %s', (_, event, change) =>
    afterUnderway(reported('2026-Q1', 60), event).then({
      ...q1,
      reports: [{ period: '2026-Q1', percent: 60 }],
      ...{ counted_percent: null, ended_on: '2026-04-02', ...change },
    }),
  );

  it('may come before the release', () => {
    const rejected: MeasureEvent = { type: 'MeasureRejected', data: { measureId, reason: 'Too dear' } };
    given(measure(['2026-01-12', proposed], ['2026-01-13', rejected])).then({
      [name]: {
        ...{ ...proposal, ...at(1, '2026-01-13'), state: 'rejected' },
        ...{ ended_on: '2026-01-13', end_reason: 'Too dear' },
      },
    });
  });
});

it.each([
  planned,
  released,
  begun,
  reported('2026-Q1', 1),
  corrected(0, '2026-Q1', 1),
  submitted,
  completed,
  handedOver,
])('waits for the measure itself before $type is applied', (event) => {
  const [early] = recorded(name, ['2026-01-12', event]);
  expect(() => early && applyEvent(measureProjection, emptyRows<MeasureRow>(), early)).toThrow('There is no row yet');
});
