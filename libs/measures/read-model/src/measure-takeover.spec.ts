// A measure that was taken over has two rows: the one of its new house, and the one that it left.
import type { MeasureEvent } from '@zielwerk/contracts';
import { projectionSpec, recorded } from '@zielwerk/testing';

import type { MeasureRow } from './measure-row';
import { measureProjection } from './measure.projection';
import {
  at,
  handedOver,
  measure,
  measureId,
  name,
  newLead,
  newName,
  pilot,
  proposal,
  reported,
  rollout,
  state,
  takenOver,
  underwayRow,
  untilUnderway,
} from './testing/measure-life';

const given = projectionSpec(measureProjection);
const row: MeasureRow = {
  ...underwayRow,
  ...{
    percent: 60,
    last_period: '2026-Q1',
    last_period_end: '2026-03-31',
    ...at(0, '2026-05-01'),
    stream: newName,
    ministry: 'mf',
  },
  ...{ plan_revision: 0, appraised: true, counted_percent: 60, project_lead: newLead },
  ...{ reports: state.reports, setbacks: 1 },
  milestones: [{ ...pilot, actualDate: '2026-07-10' }, rollout],
  ...{ last_slip_days: 0, largest_slip_days: 10 },
  continues: { stream: name, revision: 4 },
};

const left: MeasureRow = {
  ...{ ...underwayRow, ...at(4, '2026-04-30') },
  ...{ ended_on: '2026-04-30', end_reason: 'Its budget is there', handed_over_to: 'mf' },
};

it('counts in the house that handed it over until another one has taken it over', () =>
  given(measure(...untilUnderway, ['2026-04-30', handedOver])).then({ [name]: left }));

it('goes on where it was, in a row of its own', () =>
  given(
    measure(...untilUnderway, ['2026-04-30', handedOver]),
    recorded<MeasureEvent>(newName, ['2026-05-01', takenOver()], ['2026-07-01', reported('2026-Q2', 70)]),
  ).then({
    [name]: { ...left, state: 'handedOver', counted_percent: null },
    [newName]: {
      ...{ ...row, ...at(1, '2026-07-01'), percent: 70, last_period: '2026-Q2', last_period_end: '2026-06-30' },
      reports: [...row.reports, { period: '2026-Q2', percent: 70 }],
      counted_percent: 70,
    },
  }));

it('comes with its result, its acceptance and its health', () => {
  const blockers = [{ what: 'No server', helpFrom: 'mid', help: 'Lend one' }];
  const done: Partial<typeof state> = {
    ...{ status: 'completed', result: 'Done', acceptance: { acceptedBy: '31', completedOn: '2026-04-15' } },
    health: { health: 'amber', reason: 'Late', blockers, declaredOn: '2026-04-01' },
  };
  given(recorded<MeasureEvent>(newName, ['2026-05-01', takenOver(done)])).then({
    [newName]: {
      ...{ ...row, state: 'completed', counted_percent: 100, result: 'Done' },
      ...{ accepted_by: '31', completed_on: '2026-04-15' },
      ...{ health: 'amber', health_reason: 'Late', health_on: '2026-04-01', blockers },
    },
  });
});

it('touches no row of a measure that was handed to another house, or not at all', () => {
  const byMi = recorded<MeasureEvent>(`mi.measure-${measureId}`, ['2026-05-01', takenOver()]);
  const inMi = { ...row, stream: `mi.measure-${measureId}`, ministry: 'mi' };
  given(measure(...untilUnderway, ['2026-04-30', handedOver]), byMi).then({ [name]: left, [inMi.stream]: inMi });
  given(measure(...untilUnderway), byMi).then({ [name]: underwayRow, [inMi.stream]: inMi });
});

it('stays unseen by the public when it was not released', () => {
  const early: Partial<typeof state> = {
    ...{ status: 'proposed', plan: null, begunOn: null, reportsSince: null },
    ...{ reports: [], milestones: [], appraised: false },
  };
  given(recorded<MeasureEvent>(newName, ['2026-05-01', takenOver(early, null)])).then({
    [newName]: {
      ...{ ...proposal, ...at(0, '2026-05-01'), stream: newName, ministry: 'mf' },
      continues: { stream: name, revision: 4 },
    },
  });
});
