import type { Stored } from '@zielwerk/kernel';

import type { GoalRow } from './goal.projection';
import type { GoalParticipantRow } from './goal-participant.projection';

export type GoalTables = Readonly<{ goal: Stored<GoalRow>; goal_participant: Stored<GoalParticipantRow> }>;
