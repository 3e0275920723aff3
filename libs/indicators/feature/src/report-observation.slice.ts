import { IntersectionType, PartialType, PickType } from '@nestjs/mapped-types';
import { ObservationReported } from '@zielwerk/contracts';
import { defineSlice } from '@zielwerk/platform';

import { indicatorAggregate } from './indicator.aggregate';

class Observation extends IntersectionType(
  PickType(ObservationReported, ['period', 'value']),
  PartialType(PickType(ObservationReported, ['provisional'])),
) {}

export const reportObservation = defineSlice({
  command: 'ReportObservation',
  summary: 'Reports the value of an indicator for a period, final or provisional.',
  route: 'indicators/:indicatorId/observations',
  roles: ['editor', 'observer'],
  aggregate: indicatorAggregate,
  body: Observation,
  order: (indicatorId, { period, value, provisional }) => ({
    type: 'ReportObservation',
    data: { indicatorId, period, value, provisional: provisional ?? false },
  }),
});
