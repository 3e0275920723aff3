import { defineCapability } from '@zielwerk/platform';

import { correctObservation } from './correct-observation.slice';
import { defineIndicator } from './define-indicator.slice';
import { findObservationPlausible } from './find-observation-plausible.slice';
import { linkIndicatorToGoal } from './link-indicator-to-goal.slice';
import { refuseObservation } from './refuse-observation.slice';
import { reportObservation } from './report-observation.slice';

/** The indicators that a house observes. */
export const IndicatorsModule = defineCapability('indicators', [
  defineIndicator,
  linkIndicatorToGoal,
  reportObservation,
  findObservationPlausible,
  refuseObservation,
  correctObservation,
]);
