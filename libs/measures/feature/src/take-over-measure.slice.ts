import { IntersectionType, PartialType, PickType } from '@nestjs/mapped-types';
import { MeasureTakenOverV2 } from '@zielwerk/contracts';
import { defineSlice, notKnownHereYet } from '@zielwerk/platform';

import { measureAggregate } from './measure.aggregate';

/** `projectLead`: who leads the project here, where somebody led it there. */
class MeasureTakeover extends IntersectionType(
  PickType(MeasureTakenOverV2, ['measureId']),
  PartialType(PickType(MeasureTakenOverV2, ['projectLead'])),
) {}

export const takeOverMeasure = defineSlice({
  command: 'TakeOverMeasure',
  summary: 'Takes over a measure that another ministry has handed to this one, as it stood there.',
  route: 'takeovers',
  act: 'sign',
  aggregate: measureAggregate,
  body: MeasureTakeover,
  idOf: ({ measureId }) => measureId,
  order: (measureId, { projectLead = null }, { known, ministry }) => {
    const handover = known.measures.handedTo(ministry, measureId);
    if (!handover) return notKnownHereYet(`A measure ${measureId} that was handed over to ${ministry}`);
    const { stream, revision, state } = handover;
    return { type: 'TakeOverMeasure', data: { measureId, continues: { stream, revision }, state, projectLead } };
  },
});
