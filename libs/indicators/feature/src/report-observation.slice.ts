import { IntersectionType, PartialType, PickType } from '@nestjs/mapped-types';
import { ObservationReportedV2 } from '@zielwerk/contracts';
import { defineSlice } from '@zielwerk/platform';

import { indicatorAggregate } from './indicator.aggregate';

class Observation extends IntersectionType(
  PickType(ObservationReportedV2, ['period', 'value']),
  PartialType(PickType(ObservationReportedV2, ['provisional', 'source'])),
) {}

export const reportObservation = defineSlice({
  command: 'ReportObservation',
  summary: 'Reports the value of an indicator for a period, final or provisional, and where it comes from.',
  route: 'indicators/:indicatorId/observations',
  act: 'observe',
  aggregate: indicatorAggregate,
  body: Observation,
  order: (indicatorId, { period, value, provisional, source }) => ({
    type: 'ReportObservation',
    data: { indicatorId, period, value, provisional: provisional ?? false, source: source ?? null },
  }),
});
