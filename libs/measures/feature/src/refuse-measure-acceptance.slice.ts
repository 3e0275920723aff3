import { IsText } from '@zielwerk/contracts';
import { defineSlice } from '@zielwerk/platform';

import { measureAggregate } from './measure.aggregate';

class AcceptanceRefusal {
  @IsText({ max: 2000 }) readonly reason!: string;
}

export const refuseMeasureAcceptance = defineSlice({
  command: 'RefuseMeasureAcceptance',
  summary: 'Sends the result of a measure back to the unit that led it; work goes on.',
  route: 'measures/:measureId/acceptance-refusals',
  act: 'accept',
  aggregate: measureAggregate,
  body: AcceptanceRefusal,
  order: (measureId, { reason }) => ({ type: 'RefuseMeasureAcceptance', data: { measureId, reason } }),
});
