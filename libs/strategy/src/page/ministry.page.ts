import type { AsOf, GoalSummary, MeasureSummary, MinistryView, Page } from '../views';
import { freshness } from './freshness';
import { html } from './html';
import { layout } from './layout';
import { facts } from './parts/facts';
import { goalTable } from './parts/goal-table';
import { lightCounts } from './parts/health';
import { measureTable } from './parts/measure-table';
import { medianBar } from './parts/progress';
import { titleBlock } from './parts/title-block';
import { addressOf, ministryPath, type Site } from './site';

export type MinistryContent = Readonly<{
  ministry: MinistryView;
  /** The goals it leads: a first page, the rest is one link away. */
  goals: Page<GoalSummary>;
  measures: Page<MeasureSummary>;
  asOf: AsOf;
}>;

/** `/ministries/<code>`: what one house has taken on. */
export const renderMinistry = (site: Site, { ministry, goals, measures, asOf }: MinistryContent): string => {
  const { text } = site.wording;
  return layout(site, {
    title: ministry.name,
    section: null,
    asOf,
    data: '/api/strategy/ministries',
    main: html`
      ${titleBlock({ preline: text('ministry.code', { code: ministry.shortName }), heading: ministry.name })}
      ${figures(site, ministry, asOf.day)} ${goalSection(site, ministry.ministry, goals)}
      ${measureSection(site, ministry.ministry, measures)}
    `,
  });
};

const figures = (site: Site, { tally, measures, indicators, freshness: fresh }: MinistryView, today: string) => {
  const { text, number } = site.wording;
  const { byIndicators, byMeasures } = tally.progress;
  return html`<section aria-labelledby="zahlen">
    <h2 class="kern-sr-only" id="zahlen">${text('overview.figures')}</h2>
    ${facts([
      [text('column.goals'), number(tally.goals.total)],
      [text('column.measures'), number(measures.total)],
      [text('column.indicators'), number(indicators)],
      [text('column.health'), lightCounts(site.wording, tally.goals)],
      [text('figure.medianByIndicators'), medianBar(site.wording, byIndicators, text('figure.medianByIndicators'))],
      [text('figure.medianByMeasures'), medianBar(site.wording, byMeasures, text('figure.medianByMeasures'))],
      [text('column.latestReport'), freshness(site.wording, fresh, today)],
    ])}
  </section>`;
};

const goalSection = (site: Site, ministry: string, { items }: Page<GoalSummary>) => {
  const { text } = site.wording;
  return html`<section aria-labelledby="ziele">
    <h2 class="kern-heading-large" id="ziele">${text('ministry.goals')}</h2>
    ${items.length === 0 ? html`<p>${text('ministry.goals.none')}</p>` : goalTable(site, items, { caption: text('ministry.goals'), withLead: false })}
    <p><a class="zw-link" href="${addressOf(site, '/goals', { ministry })}">${text('ministry.goals.all')}</a></p>
  </section>`;
};

const measureSection = (site: Site, ministry: string, { items, cursor }: Page<MeasureSummary>) => {
  const { text } = site.wording;
  const next = cursor !== null && addressOf(site, ministryPath(ministry), { cursor });
  return html`<section aria-labelledby="massnahmen">
    <h2 class="kern-heading-large" id="massnahmen">${text('ministry.measures')}</h2>
    ${
      items.length === 0
        ? html`<p>${text('ministry.measures.none')}</p>`
        : measureTable(site, items, text('ministry.measures'))
    }
    ${next && html`<p><a class="zw-link" href="${next}#massnahmen">${text('ministry.measures.next')}</a></p>`}
  </section>`;
};
