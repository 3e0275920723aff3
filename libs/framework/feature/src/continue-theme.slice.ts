import { PickType } from '@nestjs/mapped-types';
import { ThemeContinued } from '@zielwerk/contracts';
import { defineSlice, notKnownHereYet } from '@zielwerk/platform';

import { pillarMissing } from './pillar-missing';
import { themeAggregate } from './theme.aggregate';

class ThemeContinuation extends PickType(ThemeContinued, ['strategy', 'pillar']) {}

export const continueTheme = defineSlice({
  command: 'ContinueTheme',
  summary: 'Makes a theme part of a strategy, too, maybe below another pillar.',
  route: 'framework/themes/:themeId/continuations',
  act: 'frame',
  aggregate: themeAggregate,
  body: ThemeContinuation,
  order: (_themeId, continuation, facts) =>
    facts.known.framework.hasStrategy(continuation.strategy)
      ? (pillarMissing(continuation.pillar, facts) ?? { type: 'ContinueTheme', data: continuation })
      : notKnownHereYet(`A strategy ${continuation.strategy}`),
});
