import { pillarProjection, themeProjection } from '@zielwerk/framework-read-model';
import { goalParticipantProjection, goalProjection } from '@zielwerk/goals-read-model';
import { indicatorGoalProjection, indicatorProjection, observationProjection } from '@zielwerk/indicators-read-model';
import {
  contributionProjection,
  measureProgressProjection,
  measureProjection,
  milestoneProjection,
} from '@zielwerk/measures-read-model';

/** Every table of the statewide read model; open it with these and `allEvents`. */
export const allProjections = [
  pillarProjection,
  themeProjection,
  goalProjection,
  goalParticipantProjection,
  measureProjection,
  measureProgressProjection,
  milestoneProjection,
  contributionProjection,
  indicatorProjection,
  indicatorGoalProjection,
  observationProjection,
] as const;
