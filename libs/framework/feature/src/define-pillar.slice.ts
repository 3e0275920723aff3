import { IntersectionType, PartialType, PickType } from '@nestjs/mapped-types';
import { PillarDefined } from '@zielwerk/contracts';
import { defineSlice } from '@zielwerk/platform';

import { pillarAggregate } from './pillar.aggregate';

class PillarDefinition extends IntersectionType(
  PickType(PillarDefined, ['pillar', 'title', 'order']),
  PartialType(PickType(PillarDefined, ['description'])),
) {}

export const definePillar = defineSlice({
  command: 'DefinePillar',
  summary: 'Defines a pillar of the strategy, once.',
  route: 'framework/pillars',
  act: 'frame',
  aggregate: pillarAggregate,
  body: PillarDefinition,
  reference: ({ pillar }) => pillar,
  order: (_pillarId, { description, ...pillar }) => ({
    type: 'DefinePillar',
    data: { ...pillar, description: description ?? null },
  }),
});
