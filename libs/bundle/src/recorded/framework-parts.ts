import type { EventIn, frameworkEvents } from '@zielwerk/contracts';
import type { Recorded } from '@zielwerk/kernel';

import type { Cells } from '../tables/column';
import { begins, changes, type Part } from './bundle-row';
import type { PartsOf } from './parts-of';

type FrameworkEvent = Recorded<EventIn<typeof frameworkEvents>>;

const blank = { title: null, description: null, pillar: null, order: null, from: null, until: null, continues: null };
const defined = (kind: string, code: string, cells: Cells): readonly Part[] => [
  { table: 'framework', thing: code, change: begins({ ...blank, kind, code, ...cells }) },
];
const renamed = (code: string, title: string, description: string | null): readonly Part[] => [
  { table: 'framework', thing: code, change: changes({ title, description }) },
];

export const frameworkParts = {
  StrategyAdopted: ({ data: { strategy, title, startsOn, endsOn, continues }, meta: { occurredOn: on } }) =>
    defined('strategy', strategy, { title, from: startsOn, until: endsOn, continues, on }),
  PillarDefined: ({ data: { pillar, ...said }, meta: { occurredOn: on } }) =>
    defined('pillar', pillar, { ...said, on }),
  ThemeDefined: ({ data: { theme, ...said }, meta: { occurredOn: on } }) => defined('theme', theme, { ...said, on }),
  PillarRenamed: ({ data: { pillar, title, description } }) => renamed(pillar, title, description),
  ThemeRenamed: ({ data: { theme, title, description } }) => renamed(theme, title, description),
  ReportingPeriodOpened: ({ data: { period, reportBy }, meta: { occurredOn: on } }) =>
    defined('period', period, { until: reportBy, on }),
} satisfies PartsOf<FrameworkEvent>;
