// What a measure's own page says beside its figures.
import type { Audience } from '@zielwerk/contracts';
import type { CalendarDate } from '@zielwerk/kernel';
import type { MeasureRow, MilestoneRow } from '@zielwerk/measures-read-model';

import { isMissed, isRunning, slipOf, statusOf } from '../measure-health';
import type { BlockerView, MeasureDetail, MilestoneView } from '../views/measure';

export const milestoneView = (row: MilestoneRow, { state }: MeasureRow, day: CalendarDate): MilestoneView => {
  const shown = {
    ...{ milestone: row.milestone, title: row.title },
    baselineDate: row.baseline_date,
    forecastDate: row.forecast_date,
    actualDate: row.actual_date,
  };
  const facts = { ...shown, dropped: row.dropped };
  return {
    ...shown,
    status: statusOf(facts),
    reason: row.reason,
    slipDays: slipOf(facts),
    missed: isRunning(state) && isMissed(facts, day),
  };
};

/** Kept from the public. */
export const blockersOf = ({ blockers }: MeasureRow, audience: Audience): readonly BlockerView[] =>
  audience === 'public' ? [] : blockers;

type End = Pick<MeasureDetail, 'result' | 'acceptedBy' | 'completedOn' | 'refusedAcceptances' | 'impact' | 'ended'>;

/** What has become of it, in the houses it comes from too. */
export const measureEnd = (row: MeasureRow, lives: readonly MeasureRow[], audience: Audience): End => ({
  result: row.result,
  acceptedBy: row.accepted_by,
  completedOn: row.completed_on,
  refusedAcceptances: [row, ...lives].reduce((sum, { refused_acceptances: refused }) => sum + refused, 0),
  impact: row.impact && { impact: row.impact, findings: row.impact_findings ?? '' },
  ended: row.ended_on === null ? null : endOf(row, row.ended_on, audience),
});

const endOf = (row: MeasureRow, on: CalendarDate, audience: Audience): MeasureDetail['ended'] => ({
  on,
  reason: row.end_reason ?? '',
  costSoFarCents: row.cost_so_far_cents,
  lessons: audience === 'public' ? null : row.lessons,
});
