import { PickType } from '@nestjs/mapped-types';
import { ThemeRenamed } from '@zielwerk/contracts';
import { defineSlice } from '@zielwerk/platform';

import { themeAggregate } from './theme.aggregate';

class ThemeName extends PickType(ThemeRenamed, ['title', 'description']) {}

export const renameTheme = defineSlice({
  command: 'RenameTheme',
  summary: 'Gives a theme another title and description; those before stay in its history.',
  route: 'framework/themes/:themeId/names',
  act: 'frame',
  aggregate: themeAggregate,
  body: ThemeName,
  order: (_themeId, name) => ({ type: 'RenameTheme', data: name }),
});
