import { PickType } from '@nestjs/mapped-types';
import { MeasureSubmittedForAcceptance } from '@zielwerk/contracts';
import { defineSlice } from '@zielwerk/platform';

import { measureAggregate } from './measure.aggregate';

class AcceptanceSubmission extends PickType(MeasureSubmittedForAcceptance, ['result']) {}

export const submitMeasureForAcceptance = defineSlice({
  command: 'SubmitMeasureForAcceptance',
  summary: 'Submits the result of a measure to the unit that is to accept it.',
  route: 'measures/:measureId/acceptance-submissions',
  act: 'report',
  aggregate: measureAggregate,
  body: AcceptanceSubmission,
  order: (measureId, { result }) => ({ type: 'SubmitMeasureForAcceptance', data: { measureId, result } }),
});
