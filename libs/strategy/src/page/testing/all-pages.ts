// Every page with the fixture's content, by the address it would have.
import { renderFailure } from '../failure.page';
import { renderGoal } from '../goal.page';
import { renderGoals } from '../goals.page';
import { renderIndicator } from '../indicator.page';
import { renderIndicators } from '../indicators.page';
import type { Language } from '../language';
import { renderMeasure } from '../measure.page';
import { renderMeasures } from '../measures.page';
import { renderMinistry } from '../ministry.page';
import { renderOverview } from '../overview.page';
import type { Site } from '../site';
import { asOf, goals, ministries, overview, siteOf } from './fixture';
import { agenda } from './fixture-agenda';
import {
  draftGoal,
  endedGoal,
  endedMeasure,
  goal,
  goalsPage,
  indicator,
  indicatorOf,
  measure,
  requests,
} from './fixture-parts';

const [, interior] = ministries;
if (!interior) throw new Error('The fixture has no second ministry.');

const nothing = { items: [], cursor: null };
const indicatorsOfAllKinds = [indicator, indicatorOf('keepAtMost', false), indicatorOf('observed', null)];

const RENDERED: Readonly<Record<string, (site: Site) => string>> = {
  '/': (site) => renderOverview(site, { ...overview, asOf }),
  '/goals': (site) => renderGoals(site, { page: { ...goalsPage, asOf }, filter: { health: 'red' }, continued: true }),
  '/goals?q=xyz': (site) =>
    renderGoals(site, { page: { items: [], cursor: null, asOf }, filter: { q: 'xyz' }, continued: false }),
  '/measures': (site) =>
    renderMeasures(site, {
      ...{
        page: { items: [measure, endedMeasure], cursor: 'next', asOf },
        filter: { state: 'underway' },
        continued: true,
      },
    }),
  '/measures?state=done': (site) =>
    renderMeasures(site, { page: { items: [], cursor: null, asOf }, filter: {}, continued: false, refused: true }),
  '/indicators': (site) =>
    renderIndicators(site, {
      ...{ page: { items: indicatorsOfAllKinds, cursor: null, asOf }, filter: { kind: 'increase' }, continued: true },
    }),
  [`/goals/${goal.goalId}`]: (site) => renderGoal(site, { ...goal, asOf }),
  [`/measures/${measure.measureId}`]: (site) => renderMeasure(site, { ...measure, asOf }),
  [`/indicators/${indicator.indicatorId}`]: (site) => renderIndicator(site, { ...indicator, asOf }),
  '/goals/ended': (site) => renderGoal(site, { ...endedGoal, asOf }),
  '/goals/draft': (site) => renderGoal(site, { ...draftGoal, asOf }),
  '/measures/ended': (site) => renderMeasure(site, { ...endedMeasure, asOf }),
  '/indicators/of-another-kind': (site) => renderIndicator(site, { ...indicatorOf('keepAtMost', false), asOf }),
  '/ministries/mi': (site) =>
    renderMinistry(site, {
      ministry: {
        ...interior,
        dissolved: { on: '2026-09-15', successor: 'mid' },
        ...agenda,
        remits: [{ remit: 'Digitale Verwaltung', from: 'mi', to: 'mid', on: '2026-09-01' }],
      },
      requests,
      goals: { items: goals, cursor: null },
      measures: { items: [measure, endedMeasure], cursor: 'next' },
      indicators: { items: indicatorsOfAllKinds, cursor: null },
      asOf,
    }),
  '/ministries/mb': (site) =>
    renderMinistry(site, {
      ministry: { ...interior, dueWithinDays: 90, due: [], late: [] },
      requests: { help: [], waiting: [] },
      ...{ goals: nothing, measures: nothing, indicators: nothing },
      asOf,
    }),
  '/nowhere': (site) => renderFailure(site, 'notFound'),
  '/broken': (site) => renderFailure(site, 'failure'),
};

export const addresses: readonly string[] = Object.keys(RENDERED);

/** The page at an address, or the one that says that there is none. */
export const renderAt = (address: string, language: Language, asked = false): string => {
  const [path = '', query = ''] = address.split('?');
  const site = siteOf(language, { asked, path, query: Object.fromEntries(new URLSearchParams(query)) });
  return (RENDERED[address] ?? ((unknown) => renderFailure(unknown, 'notFound')))(site);
};
