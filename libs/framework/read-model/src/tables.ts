import type { Stored } from '@zielwerk/kernel';

import type { PillarRow } from './pillar.projection';
import type { ThemeRow } from './theme.projection';

export type FrameworkTables = Readonly<{ pillar: Stored<PillarRow>; theme: Stored<ThemeRow> }>;
