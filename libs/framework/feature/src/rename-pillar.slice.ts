import { PickType } from '@nestjs/mapped-types';
import { PillarRenamed } from '@zielwerk/contracts';
import { defineSlice } from '@zielwerk/platform';

import { pillarAggregate } from './pillar.aggregate';

class PillarName extends PickType(PillarRenamed, ['title', 'description']) {}

export const renamePillar = defineSlice({
  command: 'RenamePillar',
  summary: 'Gives a pillar another title and description; those before stay in its history.',
  route: 'framework/pillars/:pillarId/names',
  act: 'frame',
  aggregate: pillarAggregate,
  body: PillarName,
  order: (_pillarId, name) => ({ type: 'RenamePillar', data: name }),
});
