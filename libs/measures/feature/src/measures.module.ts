import { defineCapability } from '@zielwerk/platform';

import { addMeasureContribution } from './add-measure-contribution.slice';
import { beginMeasure } from './begin-measure.slice';
import { completeMeasure } from './complete-measure.slice';
import { planMeasure } from './plan-measure.slice';
import { proposeMeasure } from './propose-measure.slice';
import { releaseMeasure } from './release-measure.slice';
import { reportMeasureProgress } from './report-measure-progress.slice';
import { submitMeasureForAcceptance } from './submit-measure-for-acceptance.slice';

/** The measures that a house carries out. */
export const MeasuresModule = defineCapability('measures', [
  proposeMeasure,
  planMeasure,
  releaseMeasure,
  beginMeasure,
  reportMeasureProgress,
  submitMeasureForAcceptance,
  completeMeasure,
  addMeasureContribution,
]);
