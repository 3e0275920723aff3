import { IntersectionType, PartialType, PickType } from '@nestjs/mapped-types';
import { MeasureProgressCorrected } from '@zielwerk/contracts';
import { defineSlice } from '@zielwerk/platform';

import { measureAggregate } from './measure.aggregate';

class ProgressCorrection extends IntersectionType(
  PickType(MeasureProgressCorrected, ['corrects', 'percent', 'reason']),
  PartialType(PickType(MeasureProgressCorrected, ['text'])),
) {}

export const correctMeasureProgress = defineSlice({
  command: 'CorrectMeasureProgress',
  summary: 'Says what a progress report should have said; the report is named by its revision and stays readable.',
  route: 'measures/:measureId/progress-corrections',
  act: 'correct',
  aggregate: measureAggregate,
  body: ProgressCorrection,
  order: (measureId, { corrects, percent, text, reason }) => ({
    type: 'CorrectMeasureProgress',
    data: { measureId, corrects, percent, text: text ?? null, reason },
  }),
});
