import { GOAL_STATES } from '@zielwerk/goals-read-model';

import type { GoalSummary } from '../views/goal';
import { html } from './html';
import { type Filter, ministryChoice, option } from './parts/filter-form';
import { goalTable } from './parts/goal-table';
import { LIGHTS } from './parts/health';
import { type List, listPage } from './parts/list-page';
import type { Site } from './site';

/** The choices of the form, by the names they have in the address. */
export const GOAL_FILTERS = ['q', 'theme', 'ministry', 'state', 'health'] as const;

/** What a visitor without a token can choose from: drafts are not public. */
const STATES = GOAL_STATES.filter((state) => state !== 'draft' && state !== 'withdrawn');

/** `/goals`: all goals, with who leads them and how far they are. */
export const renderGoals = (site: Site, list: List<GoalSummary>): string => {
  const { text } = site.wording;
  return listPage(site, list, {
    kind: 'goals',
    choices: choices(site, list.filter),
    table: (goals) => goalTable(site, goals, { caption: text('goals.title'), withLead: true }),
  });
};

const choices = (site: Site, filter: Filter) => {
  const { text, word } = site.wording;
  const states = STATES.map((state) => option(state, word('goalState', state), filter.state));
  const lights = LIGHTS.map((light) => option(light, word('healthLong', light), filter.health));
  return [
    { name: 'theme', label: text('list.theme'), options: themes(site, filter.theme) },
    ministryChoice(site, text('list.lead'), filter),
    { name: 'state', label: text('list.state'), options: states },
    { name: 'health', label: text('list.health'), options: lights },
  ];
};

const themes = ({ names }: Site, chosen: string | undefined) =>
  names.pillars.map(
    (pillar) =>
      html`<optgroup label="${pillar.title}">
        ${names.themes.filter((theme) => theme.pillar === pillar.code).map(({ code, title }) => option(code, title, chosen))}
      </optgroup>`,
  );
