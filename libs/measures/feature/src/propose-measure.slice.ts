import { IntersectionType, PartialType, PickType } from '@nestjs/mapped-types';
import { MeasureProposed } from '@zielwerk/contracts';
import { defineSlice } from '@zielwerk/platform';

import { measureAggregate } from './measure.aggregate';

class MeasureProposal extends IntersectionType(
  PartialType(PickType(MeasureProposed, ['reference', 'description'])),
  PickType(MeasureProposed, ['title']),
) {}

export const proposeMeasure = defineSlice({
  command: 'ProposeMeasure',
  summary: 'Proposes a measure of this house.',
  route: 'measures',
  roles: ['editor'],
  aggregate: measureAggregate,
  body: MeasureProposal,
  order: (measureId, { reference, title, description }) => ({
    type: 'ProposeMeasure',
    data: { measureId, reference: reference ?? null, title, description: description ?? null },
  }),
});
