import { IntersectionType, PartialType, PickType } from '@nestjs/mapped-types';
import { ThemeDefined } from '@zielwerk/contracts';
import { defineSlice } from '@zielwerk/platform';

import { pillarMissing } from './pillar-missing';
import { themeAggregate } from './theme.aggregate';

class ThemeDefinition extends IntersectionType(
  PickType(ThemeDefined, ['theme', 'pillar', 'title', 'order']),
  PartialType(PickType(ThemeDefined, ['description'])),
) {}

export const defineTheme = defineSlice({
  command: 'DefineTheme',
  summary: 'Defines a theme below a pillar, once.',
  route: 'framework/themes',
  act: 'frame',
  aggregate: themeAggregate,
  body: ThemeDefinition,
  reference: ({ theme }) => theme,
  order: (_themeId, { description = null, ...theme }, facts) =>
    pillarMissing(theme.pillar, facts) ?? { type: 'DefineTheme', data: { ...theme, description } },
});
