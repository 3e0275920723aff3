import type { GoalRow } from './goal.projection';
import type { GoalParticipantRow } from './goal-participant.projection';

export type GoalTables = Readonly<{ goal: GoalRow; goal_participant: GoalParticipantRow }>;
