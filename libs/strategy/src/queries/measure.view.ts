import type { CalendarDate } from '@zielwerk/kernel';
import type { MeasureRow } from '@zielwerk/measures-read-model';

import { isConflict } from '../goal-health';
import { expectedDayOf, isMissed, isRunning, measureHealth, measureLight, nextMilestone } from '../measure-health';
import type { Reader } from '../views/answer';
import type { Health } from '../views/figures';
import type { DeclaredHealth } from '../views/goal';
import type { MeasureHealth } from '../views/health';
import type { MeasureSummary, NextMilestoneView } from '../views/measure';
import { traceView } from './trace.view';

type Facts = Pick<MeasureRow, 'state' | 'reports_since' | 'last_period'>;
type Slips = Pick<MeasureRow, 'last_slip_days' | 'largest_slip_days'>;

const factsOf = ({ state, reports_since, last_period }: Facts) => ({
  state,
  reportsSince: reports_since,
  lastPeriod: last_period,
});

/** The computed health alone, from a row without its milestones. */
export const lightOf = (row: Facts & Slips, { day, limits }: Reader): Health | null =>
  measureLight({ ...factsOf(row), lastSlip: row.last_slip_days, worstSlip: row.largest_slip_days }, day, limits);

const computedOf = (row: MeasureRow, { day, limits }: Reader): MeasureHealth | null =>
  measureHealth({ ...factsOf(row), milestones: row.milestones }, day, limits);

/** What a house declared of a goal or a measure. */
export const declaredOf = (row: Pick<MeasureRow, 'health' | 'health_reason' | 'health_on'>): DeclaredHealth | null =>
  row.health === null ? null : { health: row.health, reason: row.health_reason ?? '', on: row.health_on ?? '' };

const nextMilestoneOf = (
  { milestones }: Pick<MeasureRow, 'milestones'>,
  day: CalendarDate,
): NextMilestoneView | null => {
  const next = nextMilestone(milestones);
  return (
    next && {
      ...{ milestone: next.milestone, title: next.title },
      ...{ day: expectedDayOf(next), missed: isMissed(next, day) },
    }
  );
};

export const measureView = (row: MeasureRow, reader: Reader): MeasureSummary => {
  const computed = computedOf(row, reader);
  return {
    measureId: row.measure_id,
    ministry: row.ministry,
    reference: row.reference,
    title: row.title,
    description: row.description,
    state: row.state,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    percent: row.percent,
    lastPeriod: row.last_period,
    setbacks: row.setbacks,
    declaredHealth: declaredOf(row),
    computedHealth: computed,
    conflict: isConflict(row.health, computed?.health ?? null),
    nextMilestone: isRunning(row.state) ? nextMilestoneOf(row, reader.day) : null,
    ...traceView(row),
  };
};
