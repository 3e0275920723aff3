import { PickType } from '@nestjs/mapped-types';
import { ObservationRefused } from '@zielwerk/contracts';
import { defineSlice } from '@zielwerk/platform';

import { indicatorAggregate } from './indicator.aggregate';

class Refusal extends PickType(ObservationRefused, ['observation', 'reason']) {}

export const refuseObservation = defineSlice({
  command: 'RefuseObservation',
  summary: 'Says that a reported value does not count until it is corrected or reported again, with a reason.',
  route: 'indicators/:indicatorId/refusals',
  act: 'observe',
  aggregate: indicatorAggregate,
  body: Refusal,
  order: (indicatorId, { observation, reason }) => ({
    type: 'RefuseObservation',
    data: { indicatorId, observation, reason },
  }),
});
