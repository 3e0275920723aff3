import { PickType } from '@nestjs/mapped-types';
import { MeasureSuspended } from '@zielwerk/contracts';
import { defineSlice } from '@zielwerk/platform';

import { measureAggregate } from './measure.aggregate';

class MeasureSuspension extends PickType(MeasureSuspended, ['reason']) {}

export const suspendMeasure = defineSlice({
  command: 'SuspendMeasure',
  summary: 'Suspends the work on a measure, with a reason.',
  route: 'measures/:measureId/suspensions',
  act: 'plan',
  aggregate: measureAggregate,
  body: MeasureSuspension,
  order: (measureId, { reason }) => ({ type: 'SuspendMeasure', data: { measureId, reason } }),
});
