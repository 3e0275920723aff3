import { IntersectionType, PartialType, PickType } from '@nestjs/mapped-types';
import { MeasureAppraised } from '@zielwerk/contracts';
import { defineSlice } from '@zielwerk/platform';

import { measureAggregate } from './measure.aggregate';

class MeasureAppraisal extends IntersectionType(
  PickType(MeasureAppraised, ['result']),
  PartialType(PickType(MeasureAppraised, ['fileReference'])),
) {}

export const appraiseMeasure = defineSlice({
  command: 'AppraiseMeasure',
  summary: 'Records the economic appraisal that a release above the limit of the jurisdiction needs.',
  route: 'measures/:measureId/appraisals',
  act: 'plan',
  aggregate: measureAggregate,
  body: MeasureAppraisal,
  order: (measureId, { result, fileReference }) => ({
    type: 'AppraiseMeasure',
    data: { measureId, result, fileReference: fileReference ?? null },
  }),
});
