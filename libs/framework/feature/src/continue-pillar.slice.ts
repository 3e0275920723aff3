import { PickType } from '@nestjs/mapped-types';
import { PillarContinued } from '@zielwerk/contracts';
import { defineSlice, notKnownHereYet } from '@zielwerk/platform';

import { pillarAggregate } from './pillar.aggregate';

class PillarContinuation extends PickType(PillarContinued, ['strategy']) {}

export const continuePillar = defineSlice({
  command: 'ContinuePillar',
  summary: 'Makes a pillar part of a strategy, too.',
  route: 'framework/pillars/:pillarId/continuations',
  act: 'frame',
  aggregate: pillarAggregate,
  body: PillarContinuation,
  order: (_pillarId, continuation, { known }) =>
    known.framework.hasStrategy(continuation.strategy)
      ? { type: 'ContinuePillar', data: continuation }
      : notKnownHereYet(`A strategy ${continuation.strategy}`),
});
