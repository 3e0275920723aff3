import type { PillarRow } from './pillar.projection';
import type { ThemeRow } from './theme.projection';

export type FrameworkTables = Readonly<{ pillar: PillarRow; theme: ThemeRow }>;
