import { PickType } from '@nestjs/mapped-types';
import { ObservationFoundPlausible } from '@zielwerk/contracts';
import { defineSlice } from '@zielwerk/platform';

import { indicatorAggregate } from './indicator.aggregate';

class PlausibilityFinding extends PickType(ObservationFoundPlausible, ['observation']) {}

export const findObservationPlausible = defineSlice({
  command: 'FindObservationPlausible',
  summary: 'Says that somebody has looked at a reported value and found nothing wrong; it is named by its revision.',
  route: 'indicators/:indicatorId/plausibility-findings',
  act: 'observe',
  aggregate: indicatorAggregate,
  body: PlausibilityFinding,
  order: (indicatorId, { observation }) => ({ type: 'FindObservationPlausible', data: { indicatorId, observation } }),
});
