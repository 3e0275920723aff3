import { IntersectionType, PartialType, PickType } from '@nestjs/mapped-types';
import { MeasureBudgetPlanned } from '@zielwerk/contracts';
import { defineSlice, limitsOf } from '@zielwerk/platform';

import { measureAggregate } from './measure.aggregate';

class BudgetPlan extends IntersectionType(
  PickType(MeasureBudgetPlanned, ['line', 'plannedCents']),
  PartialType(PickType(MeasureBudgetPlanned, ['commitmentCents'])),
) {}

export const planMeasureBudget = defineSlice({
  command: 'PlanMeasureBudget',
  summary: 'Plans the money of a measure on one budget line of a year, and what may be promised for later years.',
  route: 'measures/:measureId/budget-plans',
  act: 'plan',
  aggregate: measureAggregate,
  body: BudgetPlan,
  order: (measureId, { line, plannedCents, commitmentCents }, { jurisdiction }) => ({
    type: 'PlanMeasureBudget',
    data: {
      ...{ measureId, line, plannedCents, commitmentCents: commitmentCents ?? 0 },
      appraisalAboveCents: limitsOf(jurisdiction).appraisalAboveCents,
    },
  }),
});
