import type { Answer } from '../views/answer';
import type { Tally } from '../views/figures';
import type { MinistryView, OverviewView, PillarView, ThemeView } from '../views/overview';
import { freshness } from './freshness';
import { html, type Html } from './html';
import { layout } from './layout';
import { goalLimits } from './parts/health-card';
import { lightCounts } from './parts/health';
import { how, rule } from './parts/how';
import { medianBar } from './parts/progress';
import { table } from './parts/table';
import { titleBlock } from './parts/title-block';
import { addressOf, ministryPath, type Site } from './site';

/** `/`: the whole strategy at a glance. */
export const renderOverview = (site: Site, view: Answer<OverviewView>): string => {
  const { text } = site.wording;
  const counted = {
    n: view.tally.goals.total,
    measures: text('count.measures', { n: view.measures.total }),
    indicators: text('count.indicators', { n: view.indicators }),
  };
  return layout(site, {
    title: text('overview.title'),
    section: 'overview',
    asOf: view.asOf,
    stale: view.stale,
    data: '/api/strategy/overview',
    main: html`
      ${titleBlock({ preline: view.jurisdiction.name, heading: text('overview.title'), below: html`<p class="kern-body kern-body--large">${text('overview.lead', counted)}</p>` })}
      ${figures(site, view)} ${pillars(site, view)} ${ministries(site, view)}
    `,
  });
};

const figures = (site: Site, view: Answer<OverviewView>) => {
  const { tally, measures, indicators } = view;
  const { text, number, word } = site.wording;
  const states = (group: string, byState: Readonly<Record<string, number>>) =>
    Object.entries(byState)
      .filter(([, count]) => count > 0)
      .map(([state, count]) => html`<li>${number(count)} ${word(group, state)}</li>`);
  const { byIndicators, byMeasures } = tally.progress;
  return html`<section aria-labelledby="zahlen">
    <h2 class="kern-sr-only" id="zahlen">${text('overview.figures')}</h2>
    <ul class="zw-cards zw-cards--three">
      ${figure(
        text('column.goals'),
        number(tally.goals.total),
        html`<ul class="zw-plain-list">
          ${states('goalState', tally.goals.byState)}
        </ul>`,
      )}
      ${figure(
        text('column.measures'),
        number(measures.total),
        html`<ul class="zw-plain-list">
          ${states('measureState', measures.byState)}
        </ul>`,
      )}
      ${figure(text('column.indicators'), number(indicators), null)}
      <li class="zw-card zw-card--wide">
        ${goalLights(site, view)}
        <div class="zw-pair">
          <div>
            <h3 class="zw-card__title">${text('figure.medianByIndicators')}</h3>
            ${medianBar(site.wording, byIndicators, text('figure.medianByIndicators'))}
          </div>
          <div>
            <h3 class="zw-card__title">${text('figure.medianByMeasures')}</h3>
            ${medianBar(site.wording, byMeasures, text('figure.medianByMeasures'))}
          </div>
        </div>
      </li>
    </ul>
    <p class="zw-note">${text('overview.medianHint')}</p>
    <p class="zw-buttons">
      <a class="kern-btn kern-btn--primary" href="${addressOf(site, '/goals')}"
        ><span class="kern-label">${text('overview.allGoals')}</span></a
      >
      <a class="zw-link" href="${addressOf(site, '/measures')}">${text('overview.allMeasures')}</a>
      <a class="zw-link" href="${addressOf(site, '/indicators')}">${text('overview.allIndicators')}</a>
    </p>
  </section>`;
};

/** What the ministries declare beside what is computed, with the rule of it. */
const goalLights = (site: Site, { tally: { goals }, asOf, limits }: Answer<OverviewView>) => {
  const { text, day } = site.wording;
  const none = text('health.noGoals');
  return html`<div class="zw-pair">
      <div>
        <h3 class="zw-card__title">${text('figure.health')}</h3>
        ${lightCounts(site.wording, goals.byHealth, none)}
      </div>
      <div>
        <h3 class="zw-card__title">${text('figure.computedHealth', { day: day(asOf.day) })}</h3>
        ${lightCounts(site.wording, goals.byComputedHealth, none)}
      </div>
    </div>
    <ul class="zw-plain-list">
      ${goals.conflicts > 0 && html`<li class="zw-conflict">${text('figure.conflicts', { n: goals.conflicts })}</li>`}
      ${goals.overdue > 0 && html`<li>${text('figure.overdue', { n: goals.overdue })}</li>`}
    </ul>
    ${how(site, rule(site, text('formula.goalHealth', goalLimits(site.wording, limits))), null)}`;
};

const figure = (title: string, count: string, states: Html | null) =>
  html`<li class="zw-card">
    <h3 class="zw-card__title">${title}</h3>
    <p class="zw-card__figure">${count}</p>
    ${states}
  </li>`;

const pillars = (site: Site, { pillars: all, unassigned }: OverviewView) => {
  const { text } = site.wording;
  return html`<section aria-labelledby="saeulen">
    <h2 class="kern-heading-large" id="saeulen">${text('overview.pillars')}</h2>
    ${all.length === 0 && html`<p>${text('overview.pillars.none')}</p>`} ${all.map((view) => pillar(site, view))}
    ${
      unassigned.goals.total > 0 &&
      html`<h3 class="kern-heading-medium">${text('overview.unassigned')}</h3>
        <p>${text('count.goals', { n: unassigned.goals.total })}</p>
        ${lightCounts(site.wording, unassigned.goals.byHealth, text('health.noGoals'))}`
    }
  </section>`;
};

const pillar = (site: Site, { title, description, tally, themes }: PillarView) => {
  const { text } = site.wording;
  return html`<section class="zw-pillar">
    <div class="zw-pillar__head">
      <h3 class="kern-heading-medium">${title}</h3>
      <p class="zw-note">
        ${text('count.goals', { n: tally.goals.total })} · ${text('count.themes', { n: themes.length })}
      </p>
    </div>
    ${description !== null && html`<p class="zw-text">${description}</p>`}
    ${
      themes.length === 0
        ? html`<p>${text('overview.themes.none')}</p>`
        : table({
            caption: text('overview.themes.caption', { pillar: title }),
            columns: [
              { label: text('column.theme'), width: 4 },
              { label: text('column.goals'), numeric: true, width: 1 },
              { label: text('figure.declared'), width: 4 },
              { label: text('figure.computed'), width: 4 },
              { label: text('column.byIndicators'), width: 3 },
              { label: text('column.byMeasures'), width: 3 },
            ],
            rows: themes.map((theme) => themeRow(site, theme)),
          })
    }
  </section>`;
};

const themeRow = (site: Site, { theme, title, tally }: ThemeView) => [
  html`<a class="zw-link" href="${addressOf(site, '/goals', { theme })}">${title}</a>`,
  site.wording.number(tally.goals.total),
  lightCounts(site.wording, tally.goals.byHealth, site.wording.text('health.noGoals')),
  tally.goals.total === 0 ? '–' : lightCounts(site.wording, tally.goals.byComputedHealth, ''),
  ...medians(site, tally, title),
];

const medians = (site: Site, { progress, goals }: Tally, title: string) => {
  if (goals.total === 0) return ['–', '–'];
  const { text } = site.wording;
  return [
    medianBar(site.wording, progress.byIndicators, `${text('figure.medianByIndicators')}: ${title}`),
    medianBar(site.wording, progress.byMeasures, `${text('figure.medianByMeasures')}: ${title}`),
  ];
};

const ministries = (site: Site, view: Answer<OverviewView>) => {
  const { text } = site.wording;
  return html`<section aria-labelledby="ressorts">
    <h2 class="kern-heading-large" id="ressorts">${text('overview.ministries')}</h2>
    ${table({
      caption: text('overview.ministries.caption'),
      columns: [
        { label: text('column.ministry'), width: 4 },
        { label: text('column.goals'), numeric: true, width: 1 },
        { label: text('column.measures'), numeric: true, width: 1 },
        { label: text('column.indicators'), numeric: true, width: 1 },
        { label: text('figure.declared'), width: 4 },
        { label: text('figure.computed'), width: 4 },
        { label: text('column.latestReport'), width: 3 },
      ],
      rows: view.ministries.map((ministry) => ministryRow(site, ministry, view.asOf.day)),
    })}
  </section>`;
};

const ministryRow = (site: Site, view: MinistryView, today: string) => {
  const { number } = site.wording;
  return [
    html`<a class="zw-link" href="${addressOf(site, ministryPath(view.ministry))}">${view.name}</a>`,
    number(view.tally.goals.total),
    number(view.measures.total),
    number(view.indicators),
    lightCounts(site.wording, view.tally.goals.byHealth, site.wording.text('health.noGoals')),
    view.tally.goals.total === 0 ? '–' : lightCounts(site.wording, view.tally.goals.byComputedHealth, ''),
    freshness(site.wording, view.freshness, today),
  ];
};
