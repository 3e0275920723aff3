import { defineSlice } from '@zielwerk/platform';

import { measureAggregate } from './measure.aggregate';

class MeasureBeginning {}

export const beginMeasure = defineSlice({
  command: 'BeginMeasure',
  summary: 'Says that work on a released measure has begun.',
  route: 'measures/:measureId/begin',
  act: 'report',
  aggregate: measureAggregate,
  body: MeasureBeginning,
  order: (measureId) => ({ type: 'BeginMeasure', data: { measureId } }),
});
