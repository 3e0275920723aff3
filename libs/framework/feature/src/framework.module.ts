import { defineCapability } from '@zielwerk/platform';

import { definePillar } from './define-pillar.slice';
import { defineTheme } from './define-theme.slice';

/** Pillars and themes, in the house that holds the office `strategy`. */
export const FrameworkModule = defineCapability('framework', [definePillar, defineTheme], { office: 'strategy' });
