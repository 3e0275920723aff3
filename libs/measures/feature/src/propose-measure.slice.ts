import { IntersectionType, PartialType, PickType } from '@nestjs/mapped-types';
import { MeasureProposed } from '@zielwerk/contracts';
import { defineSlice, takenElsewhere } from '@zielwerk/platform';

import { measureAggregate } from './measure.aggregate';

class MeasureProposal extends IntersectionType(
  PartialType(PickType(MeasureProposed, ['reference', 'description'])),
  PickType(MeasureProposed, ['title']),
) {}

export const proposeMeasure = defineSlice({
  command: 'ProposeMeasure',
  summary: 'Proposes a measure of this house.',
  route: 'measures',
  act: 'draft',
  aggregate: measureAggregate,
  body: MeasureProposal,
  order: (measureId, { reference, title, description }, facts) =>
    takenElsewhere(facts.known.measures.find(measureId)?.ministry, facts) ?? {
      type: 'ProposeMeasure',
      data: { measureId, reference: reference ?? null, title, description: description ?? null },
    },
});
