// What must be true of a plan: at any time, and when the measure is released.
import type { MeasurePlan, MilestonePlan } from '@zielwerk/contracts';
import { type Rejection, rejections } from '@zielwerk/kernel';

import type { KnownMeasure } from './measure';

const refuse = rejections({
  'ends-before-start': 'invalid',
  'milestone-twice': 'invalid',
  'milestone-outside-plan': 'invalid',
  'budget-contradiction': 'invalid',
  'charter-missing': 'conflict',
  'project-lead-missing': 'conflict',
  'budget-missing': 'conflict',
  'dates-missing': 'conflict',
  'appraisal-missing': 'conflict',
});

const isOutside = ({ startsOn, endsOn }: MeasurePlan, { baselineDate }: MilestonePlan): boolean =>
  (startsOn !== null && baselineDate < startsOn) || (endsOn !== null && baselineDate > endsOn);

/** Null when the plan holds together, finished or not. */
export const objectionToPlan = (plan: MeasurePlan): Rejection | null => {
  const { startsOn, endsOn, milestones, needsNoMoney, budgetLine } = plan;
  if (startsOn !== null && endsOn !== null && endsOn < startsOn)
    return refuse('ends-before-start', `The measure cannot end on ${endsOn} and start on ${startsOn}.`);
  const twice = milestones.find(({ milestone }, index) =>
    milestones.slice(0, index).some((earlier) => earlier.milestone === milestone),
  );
  if (twice) return refuse('milestone-twice', `There are two milestones called ${twice.milestone}.`);
  const outside = milestones.find((milestone) => isOutside(plan, milestone));
  if (outside)
    return refuse(
      'milestone-outside-plan',
      `${outside.milestone} is due on ${outside.baselineDate}, outside the plan.`,
    );
  if (needsNoMoney && budgetLine !== null)
    return refuse('budget-contradiction', `A measure without money has no budget line, but ${budgetLine} is given.`);
  return null;
};

/** Null when nothing is open that a release asks for. */
export const objectionToRelease = (plan: MeasurePlan): Rejection | null => {
  const { charter, projectLead, needsNoMoney, budgetLine, startsOn, endsOn } = plan;
  if (!charter) return refuse('charter-missing', 'A release needs a charter: purpose and result.');
  if (!projectLead) return refuse('project-lead-missing', 'A release needs the function that leads the project.');
  if (!needsNoMoney && budgetLine === null)
    return refuse('budget-missing', 'A release needs a budget line, or the word that no money is needed.');
  if (startsOn === null || endsOn === null) return refuse('dates-missing', 'A release needs a start and an end.');
  return null;
};

export const totalOf = ({ budget }: Pick<KnownMeasure, 'budget'>): number =>
  [...budget.values()].reduce((sum, { plannedCents }) => sum + plannedCents, 0);

/** Null unless the plan says that no money is needed where some is planned. */
export const objectionToMoney = ({ needsNoMoney }: MeasurePlan, measure: KnownMeasure): Rejection | null =>
  needsNoMoney && totalOf(measure) > 0
    ? refuse(
        'budget-contradiction',
        `A measure without money has no budget, but ${totalOf(measure)} cents are planned.`,
      )
    : null;

/** Null unless what is planned needs an economic appraisal that nobody made. */
export const objectionToUnappraised = (
  measure: Pick<KnownMeasure, 'budget' | 'appraised'>,
  appraisalAboveCents: number | null,
): Rejection | null => {
  if (appraisalAboveCents === null || measure.appraised || totalOf(measure) <= appraisalAboveCents) return null;
  return refuse(
    'appraisal-missing',
    `Above ${appraisalAboveCents} cents a released measure needs an economic appraisal.`,
  );
};
