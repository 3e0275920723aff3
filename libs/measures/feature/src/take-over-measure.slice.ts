import { PickType } from '@nestjs/mapped-types';
import { MeasureTakenOver } from '@zielwerk/contracts';
import { defineSlice, notKnownHereYet } from '@zielwerk/platform';

import { measureAggregate } from './measure.aggregate';

class MeasureTakeover extends PickType(MeasureTakenOver, ['measureId']) {}

export const takeOverMeasure = defineSlice({
  command: 'TakeOverMeasure',
  summary: 'Takes over a measure that another ministry has handed to this one, as it stood there.',
  route: 'takeovers',
  act: 'sign',
  aggregate: measureAggregate,
  body: MeasureTakeover,
  idOf: ({ measureId }) => measureId,
  order: (measureId, _takeover, { known, ministry }) => {
    const handover = known.measures.handedTo(ministry, measureId);
    if (!handover) return notKnownHereYet(`A measure ${measureId} that was handed over to ${ministry}`);
    const { stream, revision, state } = handover;
    return { type: 'TakeOverMeasure', data: { measureId, continues: { stream, revision }, state } };
  },
});
