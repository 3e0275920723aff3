import { IntersectionType, PartialType, PickType } from '@nestjs/mapped-types';
import { ObservationCorrected } from '@zielwerk/contracts';
import { defineSlice } from '@zielwerk/platform';

import { indicatorAggregate } from './indicator.aggregate';

class Correction extends IntersectionType(
  PickType(ObservationCorrected, ['corrects', 'value', 'reason']),
  PartialType(PickType(ObservationCorrected, ['provisional'])),
) {}

export const correctObservation = defineSlice({
  command: 'CorrectObservation',
  summary: 'Says which value counts instead of one that is named by its revision; that one stays readable.',
  route: 'indicators/:indicatorId/corrections',
  act: 'observe',
  aggregate: indicatorAggregate,
  body: Correction,
  order: (indicatorId, { corrects, value, provisional, reason }) => ({
    type: 'CorrectObservation',
    data: { indicatorId, corrects, value, provisional: provisional ?? false, reason },
  }),
});
