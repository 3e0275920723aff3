import { PickType } from '@nestjs/mapped-types';
import { MeasureImpactReviewed } from '@zielwerk/contracts';
import { defineSlice } from '@zielwerk/platform';

import { measureAggregate } from './measure.aggregate';

class ImpactReview extends PickType(MeasureImpactReviewed, ['impact', 'findings']) {}

export const reviewMeasureImpact = defineSlice({
  command: 'ReviewMeasureImpact',
  summary: 'Says whether a completed measure brought about what its charter promised.',
  route: 'measures/:measureId/impact-reviews',
  act: 'revise',
  aggregate: measureAggregate,
  body: ImpactReview,
  order: (measureId, { impact, findings }) => ({ type: 'ReviewMeasureImpact', data: { measureId, impact, findings } }),
});
