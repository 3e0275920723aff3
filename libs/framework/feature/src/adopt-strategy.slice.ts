import { IntersectionType, PartialType, PickType } from '@nestjs/mapped-types';
import { StrategyAdopted } from '@zielwerk/contracts';
import { defineSlice, notKnownHereYet } from '@zielwerk/platform';

import { strategyAggregate } from './strategy.aggregate';

class StrategyAdoption extends IntersectionType(
  PickType(StrategyAdopted, ['strategy', 'title', 'startsOn', 'endsOn']),
  PartialType(PickType(StrategyAdopted, ['continues'])),
) {}

export const adoptStrategy = defineSlice({
  command: 'AdoptStrategy',
  summary: 'Records a strategy of the state, with the years it is for and the one it continues.',
  route: 'framework/strategies',
  act: 'frame',
  aggregate: strategyAggregate,
  body: StrategyAdoption,
  reference: ({ strategy }) => strategy,
  order: (_strategyId, { continues = null, ...strategy }, { known }) =>
    continues === null || continues === strategy.strategy || known.framework.hasStrategy(continues)
      ? { type: 'AdoptStrategy', data: { ...strategy, continues } }
      : notKnownHereYet(`A strategy ${continues}`),
});
