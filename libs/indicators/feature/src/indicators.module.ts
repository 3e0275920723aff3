import { defineCapability } from '@zielwerk/platform';

import { defineIndicator } from './define-indicator.slice';
import { reportObservation } from './report-observation.slice';

/** The indicators that a house observes. */
export const IndicatorsModule = defineCapability('indicators', [defineIndicator, reportObservation]);
