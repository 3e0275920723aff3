import { defineSlice } from '@zielwerk/platform';

import { measureAggregate } from './measure.aggregate';

class MeasureResumption {}

export const resumeMeasure = defineSlice({
  command: 'ResumeMeasure',
  summary: 'Says that work on a suspended measure goes on.',
  route: 'measures/:measureId/resumptions',
  act: 'plan',
  aggregate: measureAggregate,
  body: MeasureResumption,
  order: (measureId) => ({ type: 'ResumeMeasure', data: { measureId } }),
});
