// What a takeover makes of two rows: the one that begins in the new house, and the one it leaves behind.
import type { AcceptanceState, HealthState, MeasureTakenOverV2 } from '@zielwerk/contracts';
import { type FactMeta, traceOf } from '@zielwerk/kernel';

import {
  beginning,
  inState,
  type MeasureRow,
  type MeasureState,
  namesOf,
  planOf,
  reportColumns,
  unplanned,
} from './measure-row';
import { milestoneColumns, milestonesTakenOver } from './milestone-facts';

const UNRELEASED: readonly MeasureState[] = ['proposed', 'planned'];

const healthOf = ({ health, reason, blockers, declaredOn }: HealthState) => ({
  ...{ health, blockers },
  health_reason: reason,
  health_on: declaredOn,
});

const acceptanceOf = ({ acceptedBy, completedOn }: AcceptanceState) => ({
  accepted_by: acceptedBy,
  completed_on: completedOn,
});

/** The row of the new house: what the old one has said, and who leads the project now. */
export const takenOver = (
  { measureId, continues, state, projectLead }: MeasureTakenOverV2,
  meta: FactMeta,
): MeasureRow => {
  const reports = reportColumns(state.reports);
  return {
    ...traceOf(meta),
    ...beginning,
    ...namesOf(state),
    ...(state.plan ? planOf({ ...state.plan, projectLead }) : unplanned),
    ...milestoneColumns(milestonesTakenOver(state)),
    ...reports,
    ...inState(state.status, reports),
    ...(state.health && healthOf(state.health)),
    ...(state.acceptance && acceptanceOf(state.acceptance)),
    result: state.result,
    measure_id: measureId,
    created_at: meta.recordedAt,
    ministry: meta.ministry,
    audience: UNRELEASED.includes(state.status) ? 'government' : 'public',
    appraised: state.appraised,
    plan_revision: state.plan && meta.revision,
    begun_on: state.begunOn,
    reports_since: state.reportsSince,
    continues,
  };
};

/** The row of the old house: from now on it counts there, if that is the house to which it was handed over. */
export const leftFor = (row: MeasureRow | null, { ministry }: FactMeta): MeasureRow | null =>
  row?.handed_over_to === ministry ? { ...row, ...inState('handedOver', row) } : row;
