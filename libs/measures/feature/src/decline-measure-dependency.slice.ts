import { IntersectionType, PickType } from '@nestjs/mapped-types';
import { MeasureDependencyDeclinedV2 } from '@zielwerk/contracts';
import { defineSlice } from '@zielwerk/platform';

import { askingFor, AskingMeasure } from './asking-measure';
import { measureAggregate } from './measure.aggregate';

class DependencyRefusal extends IntersectionType(AskingMeasure, PickType(MeasureDependencyDeclinedV2, ['reason'])) {}

export const declineMeasureDependency = defineSlice({
  command: 'DeclineMeasureDependency',
  summary: 'Declines that a measure of another house waits for this one.',
  route: 'measures/:measureId/dependency-refusals',
  act: 'link',
  aggregate: measureAggregate,
  body: DependencyRefusal,
  order: (measureId, { reason, ...body }, facts) => {
    const asking = askingFor(measureId, body, facts);
    if ('code' in asking) return asking;
    const { neededBy } = body;
    return { type: 'DeclineMeasureDependency', data: { measureId, neededBy, ...asking, reason } };
  },
});
