import { MEASURE_STATES } from '@zielwerk/measures-read-model';

import type { MeasureSummary } from '../views/measure';
import { type Filter, ministryChoice, option } from './parts/filter-form';
import { LIGHTS } from './parts/health';
import { type List, listPage } from './parts/list-page';
import { endColumn, measureTable, ministryColumn } from './parts/measure-table';
import type { Site } from './site';

/** The choices of the form, by the names they have in the address. */
export const MEASURE_FILTERS = ['q', 'ministry', 'state', 'health'] as const;

/** What is not released yet, or never was, is not public. */
const UNRELEASED: readonly string[] = ['proposed', 'planned', 'rejected'];
const STATES = MEASURE_STATES.filter((state) => !UNRELEASED.includes(state));

/** `/measures`: all measures, with the house that carries them out and how far they are. */
export const renderMeasures = (site: Site, list: List<MeasureSummary>): string =>
  listPage(site, list, {
    kind: 'measures',
    choices: choices(site, list.filter),
    table: (measures) =>
      measureTable(site, measures, {
        caption: site.wording.text('measures.title'),
        before: [ministryColumn(site)],
        after: [endColumn(site)],
      }),
  });

const choices = (site: Site, filter: Filter) => {
  const { text, word } = site.wording;
  const states = STATES.map((state) => option(state, word('measureState', state), filter.state));
  const lights = LIGHTS.map((light) => option(light, word('healthLong', light), filter.health));
  return [
    ministryChoice(site, text('list.ministry'), filter),
    { name: 'state', label: text('list.state'), options: states },
    { name: 'health', label: text('list.health'), options: lights },
  ];
};
