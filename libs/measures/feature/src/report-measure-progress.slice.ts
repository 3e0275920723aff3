import { IntersectionType, PartialType, PickType } from '@nestjs/mapped-types';
import { MeasureProgressReported } from '@zielwerk/contracts';
import { defineSlice } from '@zielwerk/platform';

import { measureAggregate } from './measure.aggregate';

class ProgressReport extends IntersectionType(
  PickType(MeasureProgressReported, ['period', 'percent']),
  PartialType(PickType(MeasureProgressReported, ['text', 'explanation'])),
) {}

export const reportMeasureProgress = defineSlice({
  command: 'ReportMeasureProgress',
  summary: 'Reports how far a measure has come in a period that is over.',
  route: 'measures/:measureId/progress-reports',
  act: 'report',
  aggregate: measureAggregate,
  body: ProgressReport,
  order: (measureId, { period, percent, text, explanation }) => ({
    type: 'ReportMeasureProgress',
    data: { measureId, period, percent, text: text ?? null, explanation: explanation ?? null },
  }),
});
