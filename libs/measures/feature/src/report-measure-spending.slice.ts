import { PickType } from '@nestjs/mapped-types';
import { MeasureSpendingReported } from '@zielwerk/contracts';
import { defineSlice } from '@zielwerk/platform';

import { measureAggregate } from './measure.aggregate';

class SpendingReport extends PickType(MeasureSpendingReported, ['line', 'spentCents']) {}

export const reportMeasureSpending = defineSlice({
  command: 'ReportMeasureSpending',
  summary: 'Reports what a measure has spent so far, in all, on one budget line of a year.',
  route: 'measures/:measureId/spending-reports',
  act: 'report',
  aggregate: measureAggregate,
  body: SpendingReport,
  order: (measureId, { line, spentCents }) => ({
    type: 'ReportMeasureSpending',
    data: { measureId, line, spentCents },
  }),
});
