// What is known of a measure's milestones, and how far they are behind its plan.
import type { MeasurePlan, MeasureTakenOverV2, MilestoneState } from '@zielwerk/contracts';
import { daysBetween } from '@zielwerk/kernel';

/** `reason`: of the forecast, or why it was dropped. */
export type MilestoneFacts = MilestoneState & Readonly<{ reason: string | null }>;

const asPlanned = { forecastDate: null, actualDate: null, dropped: false, reason: null };

export const plannedMilestones = ({ milestones }: Pick<MeasurePlan, 'milestones'>): readonly MilestoneFacts[] =>
  milestones.map((milestone) => ({ ...milestone, ...asPlanned }));

/** Those of the plan too, should the old house have said nothing more of them. */
export const milestonesTakenOver = ({ plan, milestones }: MeasureTakenOverV2['state']): readonly MilestoneFacts[] => {
  const said = milestones.map((milestone) => ({ ...milestone, reason: null }));
  const names = new Set(milestones.map(({ milestone }) => milestone));
  const unsaid = plan ? plannedMilestones(plan).filter(({ milestone }) => !names.has(milestone)) : [];
  return [...said, ...unsaid];
};

const slipOf = ({ baselineDate, forecastDate, actualDate }: MilestoneFacts): number =>
  daysBetween(baselineDate, actualDate ?? forecastDate ?? baselineDate);

const largestOf = (milestones: readonly MilestoneFacts[]): number | null =>
  milestones.length === 0 ? null : Math.max(...milestones.map(slipOf));

/** The list with its slips in days. Those that were dropped do not slip; of several last ones the worst counts. */
export const milestoneColumns = (milestones: readonly MilestoneFacts[]) => {
  const kept = milestones.filter(({ dropped }) => !dropped);
  const last = kept.reduce((latest, { baselineDate }) => (baselineDate > latest ? baselineDate : latest), '');
  return {
    milestones,
    last_slip_days: largestOf(kept.filter(({ baselineDate }) => baselineDate === last)),
    largest_slip_days: largestOf(kept),
  };
};

/** The columns after something became of one of them. */
export const withMilestone = (
  { milestones }: Readonly<{ milestones: readonly MilestoneFacts[] }>,
  name: string,
  change: Partial<MilestoneFacts>,
) => milestoneColumns(milestones.map((facts) => (facts.milestone === name ? { ...facts, ...change } : facts)));
