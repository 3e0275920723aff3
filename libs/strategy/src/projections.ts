import { bundleProjection } from '@zielwerk/bundle';
import { ministryProjection, remitTransferProjection } from '@zielwerk/cabinet-read-model';
import {
  pillarProjection,
  reportingPeriodProjection,
  strategyProjection,
  themeProjection,
} from '@zielwerk/framework-read-model';
import { goalParticipantProjection, goalProjection } from '@zielwerk/goals-read-model';
import { indicatorGoalProjection, indicatorProjection, observationProjection } from '@zielwerk/indicators-read-model';
import {
  budgetLineProjection,
  contributionProjection,
  dependencyAnswerProjection,
  dependencyDeclaredProjection,
  measureProgressProjection,
  measureProjection,
  milestoneProjection,
} from '@zielwerk/measures-read-model';

/** Every table of the statewide read model; open it with these and `allEvents`. */
export const allProjections = [
  ministryProjection,
  remitTransferProjection,
  strategyProjection,
  pillarProjection,
  themeProjection,
  reportingPeriodProjection,
  goalProjection,
  goalParticipantProjection,
  measureProjection,
  measureProgressProjection,
  milestoneProjection,
  contributionProjection,
  budgetLineProjection,
  dependencyDeclaredProjection,
  dependencyAnswerProjection,
  indicatorProjection,
  indicatorGoalProjection,
  observationProjection,
  bundleProjection,
] as const;
