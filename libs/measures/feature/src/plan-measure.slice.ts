import { PartialType } from '@nestjs/mapped-types';
import { MeasurePlan } from '@zielwerk/contracts';
import { defineSlice } from '@zielwerk/platform';

import { measureAggregate } from './measure.aggregate';

/** What is left out is still open. */
class PlanOfMeasure extends PartialType(MeasurePlan) {}

const planOf = ({ needsNoMoney, milestones, ...plan }: PlanOfMeasure): MeasurePlan => ({
  startsOn: plan.startsOn ?? null,
  endsOn: plan.endsOn ?? null,
  charter: plan.charter ?? null,
  projectLead: plan.projectLead ?? null,
  budgetLine: plan.budgetLine ?? null,
  needsNoMoney: needsNoMoney ?? false,
  milestones: milestones ?? [],
});

export const planMeasure = defineSlice({
  command: 'PlanMeasure',
  summary: 'Says the whole plan of a measure, again and again until it is released.',
  route: 'measures/:measureId/plan',
  act: 'plan',
  aggregate: measureAggregate,
  body: PlanOfMeasure,
  order: (measureId, plan) => ({ type: 'PlanMeasure', data: { measureId, plan: planOf(plan) } }),
});
