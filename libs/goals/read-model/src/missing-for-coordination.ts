// What the other houses need to know before they are asked to co-sign a goal.
import type { GoalRow } from './goal.projection';

export const COORDINATION_NEEDS = ['rationale', 'target-date', 'participants', 'indicator-or-qualitative'] as const;
export type CoordinationNeed = (typeof COORDINATION_NEEDS)[number];

type Facts = Pick<GoalRow, 'rationale' | 'qualitative' | 'target_date' | 'participants'> &
  Readonly<{
    /** How many indicators of any house serve the goal. */
    indicators: number;
  }>;

const MET: Readonly<Record<CoordinationNeed, (goal: Facts) => boolean>> = {
  rationale: ({ rationale }) => rationale !== null,
  'target-date': ({ target_date }) => target_date !== null,
  participants: ({ participants }) => participants.length > 0,
  'indicator-or-qualitative': ({ indicators, qualitative }) => indicators > 0 || qualitative === true,
};

/** What is open before the goal's coordination can begin, in the order in which it is asked for. */
export const missingForCoordination = (goal: Facts): readonly CoordinationNeed[] =>
  COORDINATION_NEEDS.filter((need) => !MET[need](goal));
