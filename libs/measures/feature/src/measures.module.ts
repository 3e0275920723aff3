import { defineCapability } from '@zielwerk/platform';

import { acceptMeasureDependency } from './accept-measure-dependency.slice';
import { addMeasureContribution } from './add-measure-contribution.slice';
import { appraiseMeasure } from './appraise-measure.slice';
import { beginMeasure } from './begin-measure.slice';
import { cancelMeasure } from './cancel-measure.slice';
import { completeMeasure } from './complete-measure.slice';
import { consentToMeasureBudgetWhenConsentGiven } from './consent-to-measure-budget-when-consent-given.policy';
import { correctMeasureProgress } from './correct-measure-progress.slice';
import { declareMeasureDependency } from './declare-measure-dependency.slice';
import { declareMeasureHealth } from './declare-measure-health.slice';
import { declineMeasureDependency } from './decline-measure-dependency.slice';
import { dropMilestone } from './drop-milestone.slice';
import { freezeMeasureBudgetWhenFreezeOrdered } from './freeze-measure-budget-when-freeze-ordered.policy';
import { handOverMeasure } from './hand-over-measure.slice';
import { mergeMeasure } from './merge-measure.slice';
import { moveMilestoneForecast } from './move-milestone-forecast.slice';
import { planMeasureBudget } from './plan-measure-budget.slice';
import { planMeasure } from './plan-measure.slice';
import { proposeMeasure } from './propose-measure.slice';
import { reachMilestone } from './reach-milestone.slice';
import { refuseMeasureAcceptance } from './refuse-measure-acceptance.slice';
import { rejectMeasure } from './reject-measure.slice';
import { releaseMeasure } from './release-measure.slice';
import { reportMeasureProgress } from './report-measure-progress.slice';
import { reportMeasureSpending } from './report-measure-spending.slice';
import { resumeMeasure } from './resume-measure.slice';
import { reviewMeasureImpact } from './review-measure-impact.slice';
import { submitMeasureForAcceptance } from './submit-measure-for-acceptance.slice';
import { suspendMeasure } from './suspend-measure.slice';
import { takeOverMeasure } from './take-over-measure.slice';
import { withdrawMeasureContribution } from './withdraw-measure-contribution.slice';
import { withdrawMeasureDependency } from './withdraw-measure-dependency.slice';

/** The measures that a house carries out. */
export const MeasuresModule = defineCapability(
  'measures',
  [
    proposeMeasure,
    planMeasure,
    rejectMeasure,
    releaseMeasure,
    beginMeasure,
    suspendMeasure,
    resumeMeasure,
    submitMeasureForAcceptance,
    refuseMeasureAcceptance,
    completeMeasure,
    reviewMeasureImpact,
    cancelMeasure,
    mergeMeasure,
    reportMeasureProgress,
    correctMeasureProgress,
    declareMeasureHealth,
    addMeasureContribution,
    withdrawMeasureContribution,
    moveMilestoneForecast,
    reachMilestone,
    dropMilestone,
    planMeasureBudget,
    reportMeasureSpending,
    appraiseMeasure,
    declareMeasureDependency,
    withdrawMeasureDependency,
    acceptMeasureDependency,
    declineMeasureDependency,
    handOverMeasure,
    takeOverMeasure,
  ],
  { policies: [consentToMeasureBudgetWhenConsentGiven, freezeMeasureBudgetWhenFreezeOrdered] },
);
