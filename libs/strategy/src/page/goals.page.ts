import { GOAL_STATES } from '@zielwerk/goals-read-model';

import type { Answer, Page } from '../views/answer';
import type { GoalSummary } from '../views/goal';
import { html, type Part } from './html';
import { layout } from './layout';
import { LIGHTS } from './parts/health';
import { goalTable } from './parts/goal-table';
import { titleBlock } from './parts/title-block';
import { addressOf, type Query, type Site } from './site';

/** The choices of the form, by the names they have in the address. */
export const GOAL_FILTERS = ['q', 'theme', 'ministry', 'state', 'health'] as const;
export type GoalFilter = Partial<Readonly<Record<(typeof GOAL_FILTERS)[number], string>>>;

/** What a visitor without a token can choose from: drafts are not public. */
const STATES = GOAL_STATES.filter((state) => state !== 'draft' && state !== 'withdrawn');

export type GoalList = Readonly<{
  goals: Answer<Page<GoalSummary>>;
  filter: GoalFilter;
  /** This is not the first page of the list. */
  continued: boolean;
  /** The choice was not possible, and the list shows all goals. */
  refused?: boolean;
}>;

/** `/goals`: all goals, to be narrowed down by a form and read page by page. */
export const renderGoals = (site: Site, { goals, filter, continued, refused }: GoalList): string => {
  const { text } = site.wording;
  const chosen = Object.values(filter).some((value) => value !== '');
  return layout(site, {
    title: text('goals.title'),
    section: 'goals',
    asOf: goals.asOf,
    stale: goals.stale,
    data: addressOf({ ...site, languageAsked: false }, '/api/strategy/goals', filter),
    main: html`
      ${titleBlock({ heading: text('goals.title') })}
      ${refused && html`<p class="zw-refused" role="status">${text('goals.filter.refused')}</p>`}
      ${form(site, filter, chosen)} ${list(site, goals.items, chosen)} ${paging(site, goals.cursor, filter, continued)}
    `,
  });
};

const list = (site: Site, goals: readonly GoalSummary[], chosen: boolean) => {
  const { text } = site.wording;
  if (goals.length === 0) return html`<p class="zw-empty">${text(chosen ? 'goals.none' : 'goals.none.atAll')}</p>`;
  return html`<p class="zw-note">${text('goals.shown', { n: goals.length })}</p>
    ${goalTable(site, goals, { caption: text('goals.title'), withLead: true })}`;
};

const paging = (site: Site, cursor: string | null, filter: GoalFilter, continued: boolean) => {
  const { text } = site.wording;
  if (cursor === null && !continued) return null;
  const step = (query: Query, label: string, emphasis: 'primary' | 'secondary') =>
    html`<a class="kern-btn kern-btn--${emphasis}" href="${addressOf(site, '/goals', query)}"
      ><span class="kern-label">${label}</span></a
    >`;
  return html`<nav class="zw-buttons" aria-label="${text('goals.paging')}">
    ${continued && step(filter, text('goals.first'), 'secondary')}
    ${cursor !== null && step({ ...filter, cursor }, text('goals.next'), 'primary')}
  </nav>`;
};

const form = (site: Site, filter: GoalFilter, chosen: boolean) => {
  const { text, word, language } = site.wording;
  const { names } = site;
  return html`<form class="zw-filter" method="get" action="/goals" role="search" aria-labelledby="auswahl">
    <h2 class="kern-heading-small" id="auswahl">${text('goals.filter')}</h2>
    ${site.languageAsked && html`<input type="hidden" name="lang" value="${language}" />`}
    <div class="zw-filter__fields">
      <div class="kern-form-input zw-filter__text">
        <label class="kern-label" for="q">${text('goals.filter.text')}</label>
        <input class="kern-form-input__input" id="q" name="q" type="search" maxlength="200" value="${filter.q}" />
      </div>
      ${select('theme', text('goals.filter.theme'), themeOptions(site, filter.theme))}
      ${select(
        'ministry',
        text('goals.filter.ministry'),
        names.ministries.map(({ code, name }) => option(code, name, filter.ministry)),
      )}
      ${select(
        'state',
        text('goals.filter.state'),
        STATES.map((state) => option(state, word('goalState', state), filter.state)),
      )}
      ${select(
        'health',
        text('goals.filter.health'),
        LIGHTS.map((light) => option(light, word('healthLong', light), filter.health)),
      )}
    </div>
    <p class="zw-buttons">
      <button class="kern-btn kern-btn--primary" type="submit">
        <span class="kern-label">${text('goals.filter.apply')}</span>
      </button>
      ${chosen && html`<a class="zw-link" href="${addressOf(site, '/goals')}">${text('goals.filter.reset')}</a>`}
    </p>
  </form>`;

  function select(name: string, label: string, options: Part) {
    return html`<div class="kern-form-input">
      <label class="kern-label" for="${name}">${label}</label>
      <div class="kern-form-input__select-wrapper">
        <select class="kern-form-input__select" id="${name}" name="${name}">
          <option value="">${text('goals.filter.any')}</option>
          ${options}
        </select>
      </div>
    </div>`;
  }
};

const themeOptions = ({ names }: Site, chosen: string | undefined) =>
  names.pillars.map(
    (pillar) =>
      html`<optgroup label="${pillar.title}">
        ${names.themes.filter((theme) => theme.pillar === pillar.code).map(({ code, title }) => option(code, title, chosen))}
      </optgroup>`,
  );

const option = (value: string, label: string, chosen: string | undefined) =>
  html`<option value="${value}" ${value === chosen && html`selected`}>${label}</option>`;
