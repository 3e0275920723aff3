import { INDICATOR_KINDS } from '@zielwerk/contracts';

import type { IndicatorSummary } from '../views/indicator';
import { type Filter, ministryChoice, option } from './parts/filter-form';
import { indicatorTable } from './parts/indicator-table';
import { type List, listPage } from './parts/list-page';
import type { Site } from './site';

/** The choices of the form, by the names they have in the address. */
export const INDICATOR_FILTERS = ['q', 'ministry', 'kind'] as const;

/** `/indicators`: all indicators, with the house that observes them, their values and their pace. */
export const renderIndicators = (site: Site, list: List<IndicatorSummary>): string =>
  listPage(site, list, {
    kind: 'indicators',
    choices: choices(site, list.filter),
    table: (indicators) =>
      indicatorTable(site, indicators, { caption: site.wording.text('indicators.title'), withOwner: true }),
  });

const choices = (site: Site, filter: Filter) => {
  const { text, word } = site.wording;
  const kinds = INDICATOR_KINDS.map((kind) => option(kind, word('indicatorKind', kind), filter.kind));
  return [
    ministryChoice(site, text('list.ministry'), filter),
    { name: 'kind', label: text('list.kind'), options: kinds },
  ];
};
