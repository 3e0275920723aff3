// The lists as pages: what each can be asked for, which query answers it, and what shows it.
import type { Query as BusQuery } from '@nestjs/cqrs';
import type { Class } from '@zielwerk/contracts';

import {
  GoalParameters,
  IndicatorParameters,
  type ListParameters,
  MeasureParameters,
  parametersOf,
  requestOf,
} from '../http/parameters';
import { ListGoals } from '../queries/list-goals.query';
import { ListIndicators } from '../queries/list-indicators.query';
import { ListMeasures } from '../queries/list-measures.query';
import type { Snapshot } from '../reading/snapshots';
import type { Page, Reader } from '../views/answer';
import type { GoalSummary } from '../views/goal';
import type { IndicatorSummary } from '../views/indicator';
import type { MeasureSummary } from '../views/measure';
import { GOAL_FILTERS, renderGoals } from './goals.page';
import { INDICATOR_FILTERS, renderIndicators } from './indicators.page';
import { MEASURE_FILTERS, renderMeasures } from './measures.page';
import type { Filter } from './parts/filter-form';
import type { List } from './parts/list-page';
import type { Query, Site } from './site';

type Asking<Item> = (reader: Reader) => BusQuery<Snapshot<Page<Item>>>;

export type Listing<Item> = Readonly<{
  /** The choices of its form. */
  filters: readonly string[];
  /** Throws InvalidRequest for a choice that is none. */
  ask: (query: Query) => Asking<Item>;
  render: (site: Site, list: List<Item>) => string;
}>;

const asking =
  <Asked extends ListParameters, Item>(
    type: Class<Asked>,
    ask: (asked: Asked, reader: Reader) => BusQuery<Snapshot<Page<Item>>>,
  ): Listing<Item>['ask'] =>
  (query) => {
    const asked = parametersOf(type, query);
    return (reader) => ask(asked, reader);
  };

export const goalListing: Listing<GoalSummary> = {
  filters: GOAL_FILTERS,
  ask: asking(GoalParameters, (asked, reader) => new ListGoals(requestOf(asked), reader)),
  render: renderGoals,
};

export const measureListing: Listing<MeasureSummary> = {
  filters: MEASURE_FILTERS,
  ask: asking(MeasureParameters, (asked, reader) => new ListMeasures(requestOf(asked), reader)),
  render: renderMeasures,
};

export const indicatorListing: Listing<IndicatorSummary> = {
  filters: INDICATOR_FILTERS,
  ask: asking(IndicatorParameters, (asked, reader) => new ListIndicators(requestOf(asked), reader)),
  render: renderIndicators,
};

/** What was chosen in the form; a choice left open is sent as an empty one. */
export const filterIn = (query: Query, filters: readonly string[]): Filter =>
  Object.fromEntries(filters.flatMap((name) => (query[name] ? [[name, query[name]]] : [])));
