import { PickType } from '@nestjs/mapped-types';
import { MeasureRejected } from '@zielwerk/contracts';
import { defineSlice } from '@zielwerk/platform';

import { measureAggregate } from './measure.aggregate';

class MeasureRejection extends PickType(MeasureRejected, ['reason']) {}

export const rejectMeasure = defineSlice({
  command: 'RejectMeasure',
  summary: 'Turns a measure down before it is released.',
  route: 'measures/:measureId/rejections',
  act: 'plan',
  aggregate: measureAggregate,
  body: MeasureRejection,
  order: (measureId, { reason }) => ({ type: 'RejectMeasure', data: { measureId, reason } }),
});
