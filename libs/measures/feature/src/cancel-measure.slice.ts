import { PickType } from '@nestjs/mapped-types';
import { IsText, MeasureCancelled } from '@zielwerk/contracts';
import { defineSlice } from '@zielwerk/platform';

import { measureAggregate } from './measure.aggregate';

class MeasureCancellation extends PickType(MeasureCancelled, ['reason', 'costSoFarCents']) {
  @IsText({ max: 4000 }) readonly lessons!: string;
}

export const cancelMeasure = defineSlice({
  command: 'CancelMeasure',
  summary: 'Ends a measure before its result is there: why, what it has cost so far, and what is learned from it.',
  route: 'measures/:measureId/cancellations',
  act: 'plan',
  aggregate: measureAggregate,
  body: MeasureCancellation,
  order: (measureId, { reason, costSoFarCents, lessons }) => ({
    type: 'CancelMeasure',
    data: { measureId, reason, costSoFarCents, lessons },
  }),
});
