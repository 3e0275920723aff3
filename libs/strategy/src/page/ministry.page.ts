import type { AsOf, Page } from '../views/answer';
import type { GoalSummary } from '../views/goal';
import type { MeasureSummary } from '../views/measure';
import type { MinistryView, RequestsView } from '../views/overview';
import { freshness } from './freshness';
import { html } from './html';
import { layout } from './layout';
import { facts } from './parts/facts';
import { goalTable } from './parts/goal-table';
import { lightCounts } from './parts/health';
import { governmentOnly } from './parts/goal-end';
import { measureLink } from './parts/measure-parts';
import { section } from './parts/section';
import { table } from './parts/table';
import { measureTable } from './parts/measure-table';
import { medianBar } from './parts/progress';
import { titleBlock } from './parts/title-block';
import { addressOf, ministryLink, ministryPath, type Site } from './site';

export type MinistryContent = Readonly<{
  ministry: MinistryView;
  /** The goals it leads: a first page, the rest is one link away. */
  goals: Page<GoalSummary>;
  measures: Page<MeasureSummary>;
  /** Empty for the public. */
  requests: RequestsView;
  asOf: AsOf;
}>;

/** `/ministries/<code>`: what one house has taken on. */
export const renderMinistry = (site: Site, { ministry, goals, measures, requests, asOf }: MinistryContent): string => {
  const { text } = site.wording;
  return layout(site, {
    title: ministry.name,
    section: null,
    asOf,
    data: '/api/strategy/ministries',
    main: html`
      ${titleBlock({ preline: text('ministry.code', { code: ministry.shortName }), heading: ministry.name, below: dissolution(site, ministry) })}
      ${figures(site, ministry, asOf.day)} ${remitSection(site, ministry)} ${helpSection(site, requests)}
      ${waitingSection(site, requests)} ${goalSection(site, ministry.ministry, goals)}
      ${measureSection(site, ministry.ministry, measures)}
    `,
  });
};

const figures = (site: Site, { tally, measures, indicators, freshness: fresh }: MinistryView, today: string) => {
  const { text, number, day } = site.wording;
  const computed = (key: 'figure.computedHealth' | 'figure.measureComputedHealth') => text(key, { day: day(today) });
  const { byIndicators, byMeasures } = tally.progress;
  return html`<section aria-labelledby="zahlen">
    <h2 class="kern-sr-only" id="zahlen">${text('overview.figures')}</h2>
    ${facts([
      [text('column.goals'), number(tally.goals.total)],
      [text('column.measures'), number(measures.total)],
      [text('column.indicators'), number(indicators)],
      [text('figure.health'), lightCounts(site.wording, tally.goals.byHealth, text('health.noGoals'))],
      [
        computed('figure.computedHealth'),
        lightCounts(site.wording, tally.goals.byComputedHealth, text('health.noGoals')),
      ],
      [text('figure.measureHealth'), lightCounts(site.wording, measures.byHealth, text('health.noMeasures'))],
      [
        computed('figure.measureComputedHealth'),
        lightCounts(site.wording, measures.byComputedHealth, text('health.noMeasures')),
      ],
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

const dissolution = (site: Site, { dissolved }: MinistryView) => {
  const { text, day } = site.wording;
  if (dissolved === null) return null;
  const { on, successor } = dissolved;
  return html`<div class="zw-notice">
    <p>${text('ministry.dissolved', { day: day(on) })}</p>
    ${successor !== null && html`<p>${text('ministry.successor')}: ${ministryLink(site, successor)}</p>`}
  </div>`;
};

const remitSection = (site: Site, { remits }: MinistryView) => {
  const { text, day } = site.wording;
  if (remits.length === 0) return null;
  return section(
    'zustaendigkeiten',
    text('ministry.remits'),
    table({
      caption: text('ministry.remits'),
      columns: [
        { label: text('column.remit'), width: 4 },
        { label: text('column.remitFrom'), width: 3 },
        { label: text('column.remitTo'), width: 3 },
        { label: text('column.remitOn'), width: 2 },
      ],
      rows: remits.map(({ remit, from, to, on }) => [remit, ministryLink(site, from), ministryLink(site, to), day(on)]),
    }),
  );
};

const helpSection = (site: Site, { help }: RequestsView) => {
  const { text } = site.wording;
  if (help.length === 0) return null;
  return section(
    'hilfe',
    text('ministry.help'),
    html`${governmentOnly(site)}
    ${table({
      caption: text('ministry.help'),
      columns: [
        { label: text('column.measure'), width: 4 },
        { label: text('column.ministry'), width: 3 },
        { label: text('column.blocker'), width: 4 },
        { label: text('column.help'), width: 4 },
      ],
      rows: help.map((one) => [measureLink(site, one), ministryLink(site, one.ministry), one.what, one.help ?? '–']),
    })}`,
  );
};

const waitingSection = (site: Site, { waiting }: RequestsView) => {
  const { text, word } = site.wording;
  if (waiting.length === 0) return null;
  return section(
    'wartend',
    text('ministry.waiting'),
    html`${governmentOnly(site)}
    ${table({
      caption: text('ministry.waiting'),
      columns: [
        { label: text('column.measure'), width: 4 },
        { label: text('column.ministry'), width: 3 },
        { label: text('column.waitsFor'), width: 4 },
        { label: text('column.state'), width: 3 },
      ],
      rows: waiting.map((one) => [
        measureLink(site, one),
        ministryLink(site, one.ministry),
        measureLink(site, one.waitsFor),
        word('dependency', one.standing),
      ]),
    })}`,
  );
};
