// Every page with the fixture's content, by the address it would have.
import { renderFailure } from '../failure.page';
import { renderGoal } from '../goal.page';
import { renderGoals } from '../goals.page';
import { renderIndicator } from '../indicator.page';
import type { Language } from '../language';
import { renderMeasure } from '../measure.page';
import { renderMinistry } from '../ministry.page';
import { renderOverview } from '../overview.page';
import type { Site } from '../site';
import { asOf, goals, ministries, overview, siteOf } from './fixture';
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

const RENDERED: Readonly<Record<string, (site: Site) => string>> = {
  '/': (site) => renderOverview(site, { ...overview, asOf }),
  '/goals': (site) => renderGoals(site, { goals: { ...goalsPage, asOf }, filter: { health: 'red' }, continued: true }),
  '/goals?q=xyz': (site) =>
    renderGoals(site, { goals: { items: [], cursor: null, asOf }, filter: { q: 'xyz' }, continued: false }),
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
        remits: [{ remit: 'Digitale Verwaltung', from: 'mi', to: 'mid', on: '2026-09-01' }],
      },
      requests,
      goals: { items: goals, cursor: null },
      measures: { items: [measure], cursor: 'next' },
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
