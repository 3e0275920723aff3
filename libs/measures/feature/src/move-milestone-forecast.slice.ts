import { PickType } from '@nestjs/mapped-types';
import { MilestoneForecastMoved } from '@zielwerk/contracts';
import { defineSlice } from '@zielwerk/platform';

import { measureAggregate } from './measure.aggregate';

class MilestoneForecast extends PickType(MilestoneForecastMoved, ['milestone', 'forecastDate', 'reason']) {}

export const moveMilestoneForecast = defineSlice({
  command: 'MoveMilestoneForecast',
  summary: 'Says when a milestone is expected now, and why; its baseline stays.',
  route: 'measures/:measureId/milestone-forecasts',
  act: 'report',
  aggregate: measureAggregate,
  body: MilestoneForecast,
  order: (measureId, { milestone, forecastDate, reason }) => ({
    type: 'MoveMilestoneForecast',
    data: { measureId, milestone, forecastDate, reason },
  }),
});
