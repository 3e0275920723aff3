import { defineSlice } from '@zielwerk/platform';

import { measureAggregate } from './measure.aggregate';

class MeasureCompletion {}

export const completeMeasure = defineSlice({
  command: 'CompleteMeasure',
  summary: 'Accepts the result of a measure, in another unit than the one that led it.',
  route: 'measures/:measureId/completion',
  act: 'accept',
  aggregate: measureAggregate,
  body: MeasureCompletion,
  order: (measureId) => ({ type: 'CompleteMeasure', data: { measureId } }),
});
